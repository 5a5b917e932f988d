package dev.premia.codec.avro;

/** Ids that carry the system that gave them, so that two systems never collide. */
public final class Qualified {
    private static final char SEPARATOR = '/';

    private Qualified() {}

    /**
     * The qualified form of an id or reference: {@code bitrix24-main/1234}. An id that has a source already keeps it, which
     * is how one system refers to the records of another.
     *
     * @param source the system that said it
     * @param id the id as it was said
     * @return null when the id is null or blank
     */
    public static String id(String source, String id) {
        if (id == null || id.isBlank()) {
            return null;
        }
        if (id.indexOf(SEPARATOR) >= 0 || source == null || source.isBlank()) {
            return id;
        }
        return source + SEPARATOR + id;
    }
}
