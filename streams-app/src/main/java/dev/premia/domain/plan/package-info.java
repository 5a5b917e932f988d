/**
 * Plans: dated, immutable versions of who is paid what for which KPI, and the pure evaluation of one plan for one manager
 * and window.
 */
package dev.premia.domain.plan;
