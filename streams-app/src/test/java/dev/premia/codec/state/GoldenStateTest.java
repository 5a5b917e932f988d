package dev.premia.codec.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.codec.state.GoldenSamples.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * State that earlier releases wrote stays readable. The committed bytes of a version never change; a new version gets a
 * folder of its own.
 */
class GoldenStateTest {

    @TestFactory
    Stream<DynamicTest> shouldReadCommittedBytesWhenTheyAreOfAnyVersion() {
        return IntStream.rangeClosed(1, StateFormat.VERSION).boxed().flatMap(version -> names().stream()
                .map(name -> DynamicTest.dynamicTest("v" + version + " " + name, () -> assertReadable(version, name))));
    }

    @TestFactory
    Stream<DynamicTest> shouldWriteCommittedBytesWhenTheVersionIsTheCurrentOne() {
        return names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    byte[] written = GoldenSamples.all().get(name).encoded();
                    assertThat(HexFormat.of().formatHex(written))
                            .as("bytes of %s; whoever changes the format raises StateFormat.VERSION", name)
                            .isEqualTo(HexFormat.of().formatHex(committed(StateFormat.VERSION, name)));
                }));
    }

    private static void assertReadable(int version, String name) {
        Sample<?> sample = GoldenSamples.all().get(name);
        byte[] bytes = committed(version, name);

        assertThat(bytes[0]).isEqualTo((byte) version);
        assertThat((Object) sample.format().decode(bytes)).isEqualTo(sample.value());
    }

    private static List<String> names() {
        return List.copyOf(GoldenSamples.all().keySet());
    }

    private static byte[] committed(int version, String name) {
        String path = "/state-golden/v" + version + "/" + name + ".hex";
        try (InputStream file = GoldenStateTest.class.getResourceAsStream(path)) {
            assertThat(file)
                    .as("%s is missing; the current bytes are %s", path, current(name))
                    .isNotNull();
            String hex = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
            return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static String current(String name) {
        return HexFormat.of().formatHex(GoldenSamples.all().get(name).encoded());
    }
}
