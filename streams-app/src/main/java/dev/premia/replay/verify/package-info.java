/** Proves the ledger: what the stream booked and published against what the batch engine computes from the same topics. */
package dev.premia.replay.verify;
