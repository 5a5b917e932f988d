/** The ledger: an entry is what the plan says now minus what has been booked. Append-only; nothing is ever edited. */
package dev.premia.domain.ledger;
