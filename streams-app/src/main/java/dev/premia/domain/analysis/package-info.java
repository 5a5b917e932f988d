/** What figures say beside each other: peers, trends, factors of a change of revenue, groups, the cost of a scheme. */
package dev.premia.domain.analysis;
