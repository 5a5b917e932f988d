/** What travels between the stages, and its compact binary form. */
package dev.premia.topology.message;
