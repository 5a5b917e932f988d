/** Stage 3: managers. Day cells, plan evaluation and the ledger, in one task per manager. */
package dev.premia.topology.managers;
