package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.connectors.file.FileInput;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.replay.input.FileLoader;
import dev.premia.replay.input.LoadedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which version of a plan comes first among files, whatever their names. */
class FilePlanOrderTest {
    private static final String RUBLES = CloseFolder.plan(2, "5%");
    private static final String DOLLARS = CloseFolder.plan(10, "5%").replace("RUB", "USD");

    @TempDir
    private Path folder;

    private void lay(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private LoadedInput load() {
        return FileLoader.load(List.of(folder), List.of(), FileInput.Options.DEFAULT, LoadedInput.Listener.NONE);
    }

    private static List<String> counting(LoadedInput loaded) {
        return loaded.plans().all().stream().map(PlanVersion::label).toList();
    }

    @Test
    void shouldTakeTheLowerVersionFirst() throws IOException {
        lay("b2b-10.yaml", DOLLARS);
        lay("b2b-2.yaml", RUBLES);

        LoadedInput loaded = load();

        assertThat(counting(loaded)).containsExactly("b2b v2");
        assertThat(loaded.rejected()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("unit_changed");
            assertThat(problem.message()).contains("b2b-10.yaml", "found USD in b2b v10, expected RUB");
        });
    }

    @Test
    void shouldTakeWhatWasPublishedBeforeFirst() throws IOException {
        lay("a.yaml", RUBLES + "published_at: 2026-03-01T10:00:00+03:00\n");
        lay("b.yaml", DOLLARS + "published_at: 2026-02-01T10:00:00+03:00\n");

        LoadedInput loaded = load();

        assertThat(counting(loaded)).containsExactly("b2b v10");
        assertThat(loaded.rejected()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("a.yaml", "expected USD"));
    }

    @Test
    void shouldTakeWhatDoesNotSayWhenBeforeAllElse() throws IOException {
        lay("a.yaml", RUBLES + "published_at: 2026-03-01T10:00:00+03:00\n");
        lay("b.yaml", DOLLARS);

        assertThat(counting(load())).containsExactly("b2b v10");
    }

    @Test
    void shouldOrderRecordsOfPlansInJsonLinesTheSameWay() throws IOException {
        lay("a.jsonl", record(10, DOLLARS, "2026-03-01T10:00:00Z") + record(2, RUBLES, "2026-02-01T10:00:00Z"));

        LoadedInput loaded = load();

        assertThat(counting(loaded)).containsExactly("b2b v2");
        assertThat(loaded.rejected()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("a.jsonl", "found USD in b2b v10"));
    }

    private static String record(int version, String document, String publishedAt) {
        return ("{\"type\":\"plan\",\"plan\":\"b2b\",\"version\":%d,\"valid_from\":\"2026-01-01\",\"sha256\":\"\","
                        + "\"document\":\"%s\",\"published_at\":\"%s\"}\n")
                .formatted(version, document.replace("\n", "\\n"), publishedAt);
    }
}
