package dev.premia.plandoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected texts; {@code -Dplandoc.write=true} writes them anew, to be looked at before they are committed. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/plandoc");

    private Golden() {}

    static void check(String name, String text) {
        Path file = FOLDER.resolve(name);
        try {
            if (Boolean.getBoolean("plandoc.write")) {
                Files.writeString(file, text);
            }
            assertThat(text).as("%s; -Dplandoc.write=true writes it anew", file).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
