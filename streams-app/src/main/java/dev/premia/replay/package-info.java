/**
 * The batch engine: folds all revisions per entity, evaluates once, and remembers nothing between runs. It shares the pure
 * functions of the domain with the stream and none of its increments, so each can check the other.
 */
package dev.premia.replay;
