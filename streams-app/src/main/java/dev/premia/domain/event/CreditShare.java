package dev.premia.domain.event;

import java.math.BigDecimal;

/**
 * One party of a split deal. All parties of a deal give a share, or all give a weight.
 *
 * @param manager who is credited
 * @param share decimal fraction of the deal (0.2 is 20 %), or null
 * @param weight integer weight, or null
 * @param overlay whether the credit counts for its receiver only, outside team and company totals and outside the
 *     rule that shares total 100 %
 */
public record CreditShare(String manager, BigDecimal share, Long weight, boolean overlay) {}
