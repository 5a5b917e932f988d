package dev.premia.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Exclusive use of a data directory, held as an operating-system lock on {@code premia.lock}. The system drops the lock when the
 * owner dies, so a file left behind by a killed run never blocks the next one.
 */
final class DataDirectoryLock implements AutoCloseable {
    static final String FILE_NAME = "premia.lock";

    /** The lock covers one byte far behind the text, so that others may read who holds it, also where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int OWNER_TEXT_LIMIT = 64;

    /**
     * Directories locked by this process. POSIX drops a file's locks when the process closes any descriptor of the file, so a
     * second attempt from this process must be refused before it opens the file.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectoryLock(Path directory, FileChannel channel, FileLock lock) {
        this.directory = directory;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Creates the directory when it is missing and takes the lock.
     *
     * @throws DataDirectoryInUseException when another run, or another broker of this one, holds it
     */
    static DataDirectoryLock acquire(Path directory) {
        try {
            Path real = Files.createDirectories(directory).toRealPath();
            if (!HELD_HERE.add(real)) {
                throw inUse(directory, String.valueOf(ProcessHandle.current().pid()));
            }
            try {
                return lockFile(directory, real);
            } catch (IOException | RuntimeException e) {
                HELD_HERE.remove(real);
                throw e;
            }
        } catch (IOException e) {
            throw new LocalBrokerException(
                    "Cannot use the data directory " + directory + ": " + e
                            + ". It has to be a directory that this user may write to.",
                    e);
        }
    }

    private static DataDirectoryLock lockFile(Path asGiven, Path real) throws IOException {
        FileChannel channel = FileChannel.open(
                real.resolve(FILE_NAME), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw inUse(asGiven, readOwner(channel));
            }
            writeOwner(channel);
            return new DataDirectoryLock(real, channel, lock);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static DataDirectoryInUseException inUse(Path directory, String owner) {
        String who = owner.isEmpty() ? "another run" : "process " + owner;
        return new DataDirectoryInUseException("The data directory " + directory + " is in use by " + who
                + ". Stop that run first, or choose another data directory for this one.");
    }

    private static String readOwner(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(OWNER_TEXT_LIMIT);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).trim();
    }

    private static void writeOwner(FileChannel channel) throws IOException {
        channel.truncate(0);
        String pid = ProcessHandle.current().pid() + "\n";
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
    }

    /** Gives the directory free; the file stays, as removing it would race with the next owner. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(directory);
        }
    }
}
