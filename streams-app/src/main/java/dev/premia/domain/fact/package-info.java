/**
 * Facts: what all recorded, valid revisions of one entity say, folded in revision order. Arrival order, duplicates and
 * batching make no difference to a fold.
 */
package dev.premia.domain.fact;
