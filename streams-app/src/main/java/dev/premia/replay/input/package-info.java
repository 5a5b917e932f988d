/** Where the batch engine's facts come from: files, or the topics themselves. Both apply the same rules as the stream. */
package dev.premia.replay.input;
