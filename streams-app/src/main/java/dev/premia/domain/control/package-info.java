/**
 * Decisions of people about the ledger, as the control topic records them: adjustments, holds and releases, results of
 * contests, restated exchange rates. They are facts like any other; the first valid one in the order of the topic wins.
 */
package dev.premia.domain.control;
