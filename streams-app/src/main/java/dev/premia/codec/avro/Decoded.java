package dev.premia.codec.avro;

/**
 * The outcome of decoding one record: exactly one of the two is set.
 *
 * @param event what the record says, or null
 * @param failure why it says nothing, or null
 */
public record Decoded<E>(E event, DecodingFailure failure) {
    public Decoded {
        if ((event == null) == (failure == null)) {
            throw new IllegalArgumentException("either an event or a failure");
        }
    }

    static <E> Decoded<E> of(E event) {
        return new Decoded<>(event, null);
    }

    static <E> Decoded<E> failed(DecodingFailure failure) {
        return new Decoded<>(null, failure);
    }

    public boolean isFailure() {
        return failure != null;
    }
}
