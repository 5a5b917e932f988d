package dev.premia.schemas;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro create instances of the contracts and of nothing else of ours. Avro refuses every generated class whose
 * package is not trusted; the trust holds for the whole JVM.
 */
public final class AvroTrust {

    private static final String TRUSTED_PACKAGE = AvroTrust.class.getPackageName() + ".";

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(TRUSTED_PACKAGE)));
    }

    private AvroTrust() {}

    /**
     * Makes the contracts trusted. Call it before the first record is read or written without {@link AvroSerde}, which
     * does it by itself. Further calls change nothing.
     */
    public static void install() {
        // The work is done once, by the class initialiser.
    }
}
