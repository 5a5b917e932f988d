package dev.premia.replay.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a bundle: equal contents give equal bytes. */
final class BundleFile {
    /** The first that a zip file can say; when it was written is of no concern. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<Manifest.Item> items = new ArrayList<>();

    /** Adds a file of lines. */
    void add(String name, boolean input, List<String> lines) {
        byte[] bytes =
                lines.isEmpty() ? new byte[0] : (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        files.put(name, bytes);
        items.add(new Manifest.Item(name, input, lines.size(), Sha256.of(bytes)));
    }

    List<Manifest.Item> items() {
        return items;
    }

    /** Writes the file as a whole or not at all. */
    void write(Path path, Manifest manifest) throws IOException {
        byte[] json = manifest.toJson();
        files.put(Manifest.NAME, json);
        files.put(Bundle.SEAL, Bundle.seal(json).getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.setComment(Bundle.COMMENT + "0".repeat(Bundle.HASH_LENGTH));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        byte[] bytes = out.toByteArray();
        int end = bytes.length - Bundle.HASH_LENGTH;
        byte[] hash = Sha256.of(bytes, end).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(hash, 0, bytes, end, hash.length);
        Path beside = path.resolveSibling(path.getFileName() + ".part");
        Files.write(beside, bytes);
        try {
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
