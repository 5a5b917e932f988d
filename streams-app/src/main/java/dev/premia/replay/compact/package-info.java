/**
 * The bulk of the facts (calls, leads, deals) folded into packed bytes, so that a month of ten million events fits into a gibibyte. What
 * is kept is exactly what the domain measures; the rules by which a revision rules are those of {@link dev.premia.domain.fact}.
 */
package dev.premia.replay.compact;
