/** Reference and control data as stream data: every task keeps its own copy and reacts when it changes. */
package dev.premia.topology.reference;
