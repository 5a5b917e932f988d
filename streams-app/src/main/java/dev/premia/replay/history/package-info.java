/** What the log said of an entity one revision after the other, for explanations and for files that travel. */
package dev.premia.replay.history;
