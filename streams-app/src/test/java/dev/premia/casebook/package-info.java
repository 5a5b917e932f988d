/**
 * The casebook: every edge case and worked example of the semantics as a scenario of its own, written once and played
 * through both engines, record by record and in other orders of arrival.
 */
package dev.premia.casebook;
