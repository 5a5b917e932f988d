/**
 * Between the contracts and the domain: what a topic's record says as a domain event, and back.
 *
 * <p>Ids and references come out qualified by their source, blank references as null, a revision that was not stated as
 * the time of the change, and enum values that this release does not know as null, which validation then rejects.
 * Decimals have the scale of the contract.
 */
package dev.premia.codec.avro;
