package dev.premia.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryLockTest {
    @TempDir
    Path parent;

    @Test
    void shouldCreateTheDirectoryAndNameItsOwner() throws IOException {
        Path directory = parent.resolve("a/b");
        try (DataDirectoryLock lock = DataDirectoryLock.acquire(directory)) {
            assertThat(lock).isNotNull();
            assertThat(directory.resolve(DataDirectoryLock.FILE_NAME))
                    .content()
                    .isEqualTo(ProcessHandle.current().pid() + "\n");
        }
    }

    @Test
    void shouldRefuseEveryFurtherOwnerWhileHeld() {
        try (DataDirectoryLock lock = DataDirectoryLock.acquire(parent)) {
            assertThat(lock).isNotNull();
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThatThrownBy(() -> DataDirectoryLock.acquire(parent))
                        .isInstanceOf(DataDirectoryInUseException.class)
                        .hasMessageContaining(parent.toString())
                        .hasMessageContaining(
                                "process " + ProcessHandle.current().pid())
                        .hasMessageContaining("choose another data directory");
            }
        }
    }

    @Test
    void shouldKnowTheDirectoryByItsOtherNames() throws IOException {
        Path directory = Files.createDirectories(parent.resolve("data"));
        Path link = Files.createSymbolicLink(parent.resolve("link"), directory);
        try (DataDirectoryLock lock = DataDirectoryLock.acquire(directory)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> DataDirectoryLock.acquire(link)).isInstanceOf(DataDirectoryInUseException.class);
        }
    }

    @Test
    void shouldGiveTheDirectoryFreeWhenClosed() {
        DataDirectoryLock first = DataDirectoryLock.acquire(parent);
        first.close();
        first.close();

        try (DataDirectoryLock second = DataDirectoryLock.acquire(parent)) {
            assertThat(second).isNotNull();
        }
    }

    @Test
    void shouldSayWhatIsWrongWhenTheDirectoryIsAFile() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatThrownBy(() -> DataDirectoryLock.acquire(file))
                .isInstanceOf(LocalBrokerException.class)
                .hasMessageContaining("Cannot use the data directory " + file)
                .hasMessageContaining("directory that this user may write to");
    }
}
