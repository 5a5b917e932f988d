/** What a closed posting period says of each manager, frozen for good, and the digests that prove it. */
package dev.premia.domain.statement;
