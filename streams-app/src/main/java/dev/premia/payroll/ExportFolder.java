package dev.premia.payroll;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A folder from which batches are handed over; one process at a time works in it. */
public final class ExportFolder implements AutoCloseable {
    private static final String LOCK = ".exports.lock";

    private final Path folder;
    private final FileChannel channel;
    private final ExportList list;

    private ExportFolder(Path folder, FileChannel channel, ExportList list) {
        this.folder = folder;
        this.channel = channel;
        this.list = list;
    }

    /**
     * Opens a folder, and makes it where there is none.
     *
     * @throws PayrollFileException when another process works in it, or its list cannot be read
     */
    public static ExportFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (tryLock(channel) == null) {
                throw new PayrollFileException(
                        folder + ": another export works in this folder; wait until it has ended");
            }
            return new ExportFolder(folder, channel, ExportList.read(folder));
        } catch (IOException | PayrollFileException e) {
            channel.close();
            throw e;
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** What was handed over so far. */
    public ExportList list() {
        return list;
    }

    /**
     * Writes the files of a batch, the one that says it is complete last, and then the list. Cut short before the end it is as if it had
     * never begun: repeated, it writes the same batch.
     */
    public void write(BatchFiles files) throws IOException {
        files.write(folder);
        list.add(files.batch());
    }

    /** Takes in what payroll says of a batch, see {@link ExportList}. */
    public Handover answer(Acknowledgement reply) throws IOException {
        return list.answer(reply);
    }

    /** Lets others in. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
