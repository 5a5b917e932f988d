package dev.premia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/premia} in a copy of the project whose Maven and Java only write down that they were called. */
class LauncherTest {
    private static final String FAKE_JAVA = """
            #!/bin/sh
            case "$1" in -XshowSettings*) echo "    java.specification.version = 17" >&2; exit 0 ;; esac
            for last; do :; done
            echo "ran $last"
            """;
    private static final String FAKE_MAVEN = """
            #!/bin/sh
            echo build >> builds
            sleep 1
            mkdir -p deploy/target/lib
            """;

    @TempDir
    private Path root;

    private Path source;

    @BeforeEach
    void copyTheProject() throws IOException {
        source = Files.createDirectories(root.resolve("streams-app/src/main/java"))
                .resolve("A.java");
        Files.writeString(source, "class A {}");
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        script("deploy/premia", Files.readString(Path.of("../deploy/premia")));
        script("bin/java", FAKE_JAVA);
        script("bin/mvn", FAKE_MAVEN);
    }

    @Test
    void shouldBuildOnceWhenNothingChanges() throws Exception {
        assertThat(launch(Map.of())).contains("Premia is not built yet", "ran doctor");
        assertThat(launch(Map.of())).isEqualTo("ran doctor\n");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void shouldBuildAgainAndSayWhyWhenASourceIsNewer() throws Exception {
        launch(Map.of());
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(launch(Map.of()))
                .contains("Sources are newer than the build (streams-app/src/main/java/A.java)", "ran doctor");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void shouldRunTheOldBuildWhenRebuildingIsTurnedOff() throws Exception {
        launch(Map.of());
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(launch(Map.of("PREMIA_REBUILD", "0"))).isEqualTo("ran doctor\n");
        assertThat(launch(Map.of("PREMIA_REBUILD", "1"))).contains("PREMIA_REBUILD=1", "ran doctor");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void shouldBuildOnceWhenTwoStartAtTheSameTime() throws Exception {
        CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> {
            try {
                return launch(Map.of());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(launch(Map.of())).endsWith("ran doctor\n");
        assertThat(other.get(30, TimeUnit.SECONDS)).endsWith("ran doctor\n");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void shouldTakeOverWhenTheOneThatBuiltHasDied() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectories(root.resolve("deploy/target"));
        Files.writeString(root.resolve("deploy/target/building"), dead.pid() + "\n");

        assertThat(launch(Map.of())).endsWith("ran doctor\n");
        assertThat(root.resolve("deploy/target/building")).doesNotExist();
    }

    @Test
    void shouldNeverBuildWhenTheCopyHasNoSources() throws Exception {
        Files.delete(root.resolve("pom.xml"));
        assertThat(launch(Map.of())).contains("neither built nor has sources");

        Files.createDirectories(root.resolve("deploy/target/lib"));
        assertThat(launch(Map.of())).isEqualTo("ran doctor\n");
        assertThat(builds()).isZero();
    }

    private String launch(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder launcher =
                new ProcessBuilder(root.resolve("deploy/premia").toString(), "doctor");
        launcher.environment().remove("JAVA_HOME");
        launcher.environment().remove("PREMIA_REBUILD");
        launcher.environment().merge("PATH", "", (path, none) -> root.resolve("bin") + ":" + path);
        launcher.environment().putAll(environment);
        Process process = launcher.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private long builds() throws IOException {
        Path log = root.resolve("builds");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    private void script(String name, String text) throws IOException {
        Path script = root.resolve(name);
        Files.createDirectories(script.getParent());
        Files.writeString(script, text);
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }
}
