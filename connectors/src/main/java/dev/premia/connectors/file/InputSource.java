package dev.premia.connectors.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;

/** One file that is being read. */
interface InputSource extends Closeable {

    /**
     * Reads the next line, row or document and hands on its records and problems, often one, sometimes none.
     *
     * @return false at the end of the file; then nothing was handed on
     */
    boolean readNext(Consumer<InputRecord> records, Consumer<InputProblem> problems) throws IOException;

    /** The bytes of what was read last, for repair; null where they are not kept. */
    default byte[] lastBytes() {
        return null;
    }

    /** What people should know about the file once it is read; null for nothing. */
    default String note() {
        return null;
    }
}
