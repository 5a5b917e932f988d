/** Closing a posting period: what is frozen, computed from the log below the close's offset vector. */
package dev.premia.replay.close;
