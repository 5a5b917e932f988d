/** Exact money: integer minor units, declared rounding, splits that lose nothing. */
package dev.premia.domain.money;
