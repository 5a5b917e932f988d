/** Contests and pools: places, ties, prizes and shares, from what each manager brings. */
package dev.premia.domain.contest;
