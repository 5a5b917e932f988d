package dev.premia.payroll;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A workbook without the clock: the same content gives the same bytes, whenever and where it is written. */
final class FixedZip {
    /** Says when the workbook was made and by whom. */
    private static final String PROPERTIES = "docProps/core.xml";

    private static final Pattern MADE = Pattern.compile("(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)");

    private FixedZip() {}

    /**
     * The same files in the same order, compressed alike.
     *
     * @param day what stands in the place of every time, its midnight
     */
    static byte[] of(byte[] workbook, LocalDate day) throws IOException {
        // Only its directory at the end tells the sizes, so that it cannot be read as a stream. Nobody else may read
        // the file.
        Path file = Files.createTempFile("premia", ".xlsx");
        try {
            Files.write(file, workbook);
            return rewritten(file, day);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] rewritten(Path workbook, LocalDate day) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(workbook.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry each : Collections.list(in.entries())) {
                byte[] content = in.getInputStream(each).readAllBytes();
                ZipEntry entry = new ZipEntry(each.getName());
                // As the archive shows it, so that the time zone of the machine makes no difference.
                entry.setTimeLocal(day.atStartOfDay());
                out.putNextEntry(entry);
                out.write(each.getName().equals(PROPERTIES) ? undated(content, day) : content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] undated(byte[] properties, LocalDate day) {
        String text = new String(properties, StandardCharsets.UTF_8);
        return MADE.matcher(text).replaceAll("$1" + day + "T00:00:00Z$2").getBytes(StandardCharsets.UTF_8);
    }
}
