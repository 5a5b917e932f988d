package dev.premia.replay.input;

/**
 * A record that counts nowhere, as it would be a dead letter of the stream.
 *
 * @param place where it was read: {@code deals.jsonl:12} or {@code premia.deals-0@15}
 * @param field path of the field, null where none is concerned
 * @param code stable reason, e.g. {@code negative_share}
 * @param message for people, with the place: what was found, what was expected
 */
public record RejectedRecord(String place, String field, String code, String message) {}
