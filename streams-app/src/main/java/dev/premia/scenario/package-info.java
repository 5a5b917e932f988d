/**
 * Scenarios: files that tell what is recorded and what must be true after it. They are read here and run through the batch
 * engine; whoever has another engine checks the same expectations by an {@link dev.premia.scenario.Outcome} of its own.
 */
package dev.premia.scenario;
