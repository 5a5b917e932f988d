/** What other plans would have paid on the same facts. */
package dev.premia.replay.whatif;
