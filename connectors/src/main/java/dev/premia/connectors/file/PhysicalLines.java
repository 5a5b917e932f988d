package dev.premia.connectors.file;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a text file, one at a time and never longer than a limit, decoded strictly: a byte that is no text
 * spoils its own line and no other. Takes LF and CRLF, drops a byte order mark. Works for every encoding in which the
 * byte 0x0A is the line end and nothing else: UTF-8 and the single-byte ones.
 */
final class PhysicalLines implements Closeable {

    static final int LONGEST = 8 * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    /**
     * One line.
     *
     * @param number from 1
     * @param text without its end; null where {@code damage} says why there is none
     * @param raw the bytes of a line that could not be decoded; null where there is text, or too much of it
     */
    record Line(long number, String text, Damage damage, byte[] raw) {}

    /** Why a line has no text. */
    record Damage(ProblemCode code, String found, String expected, String hint) {}

    private final InputStream in;
    private final Charset charset;
    private final int longest;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private long number;

    PhysicalLines(InputStream in, Charset charset) {
        this(in, charset, LONGEST);
    }

    PhysicalLines(InputStream in, Charset charset, int longest) {
        this.in = in;
        this.charset = charset;
        this.longest = longest;
    }

    /** The next line, or null at the end of the file. */
    Line next() throws IOException {
        pending.reset();
        boolean any = false;
        long length = 0;
        while (fill()) {
            any = true;
            int end = lineEnd();
            length += end - position;
            if (length <= longest) {
                pending.write(buffer, position, end - position);
            }
            boolean complete = end < limit;
            position = complete ? end + 1 : end;
            if (complete) {
                break;
            }
        }
        return any ? line(length) : null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        if (position < limit) {
            return true;
        }
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        return limit > 0;
    }

    private int lineEnd() {
        int end = position;
        while (end < limit && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private Line line(long length) {
        number++;
        if (length > longest) {
            return new Line(
                    number,
                    null,
                    new Damage(
                            ProblemCode.LINE_TOO_LONG,
                            length + " bytes",
                            "at most " + longest + " bytes in a line",
                            "is this a text file with one record per line?"),
                    null);
        }
        byte[] bytes = pending.toByteArray();
        int from = number == 1 ? markLength(bytes) : 0;
        int to = bytes.length > from && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        if (number == 1 && startsWithUtf16Mark(bytes)) {
            return damaged(bytes, "a UTF-16 byte order mark", "save the file as UTF-8");
        }
        return decode(bytes, from, to - from);
    }

    private int markLength(byte[] bytes) {
        boolean marked = charset.equals(StandardCharsets.UTF_8)
                && bytes.length >= 3
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    private static boolean startsWithUtf16Mark(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    }

    private Line decode(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, length, charset);
        if (text.indexOf('\uFFFD') < 0) {
            return new Line(number, text, null, null);
        }
        try {
            // The slow way tells a replacement character of the file from one of the decoder.
            String strict = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
            return new Line(number, strict, null, null);
        } catch (CharacterCodingException e) {
            byte[] raw = Arrays.copyOfRange(bytes, from, from + length);
            return damaged(raw, Shown.quoted(text), "say the encoding of the file in the mapping, or save it as UTF-8");
        }
    }

    private Line damaged(byte[] raw, String found, String hint) {
        return new Line(
                number, null, new Damage(ProblemCode.WRONG_ENCODING, found, "text in " + charset.name(), hint), raw);
    }
}
