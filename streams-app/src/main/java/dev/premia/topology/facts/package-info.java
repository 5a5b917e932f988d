/** Stage 1: facts. Folds the revisions of each entity and sends on what changed for whom. */
package dev.premia.topology.facts;
