package dev.premia.replay.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A bundle that was opened and found unaltered: a zip file, or the folder into which it was unpacked.
 *
 * <p>The hashes tell damage and careless changes. They are no signature: who can write a bundle can write another one; its
 * statement is compared with the frozen one by the digest.
 *
 * @param manifest what it is about
 * @param inputs the files to compute from
 */
public record Bundle(Manifest manifest, List<Path> inputs) {
    /** Before the hash in the comment of a zip file. */
    static final String COMMENT = "premia-bundle sha256 ";

    static final int HASH_LENGTH = 64;

    /** Names the manifest with its hash, as {@code sha256sum -c} reads it. */
    static final String SEAL = "manifest.sha256";

    public Bundle {
        inputs = List.copyOf(inputs);
    }

    /** Whether an input claims to be a bundle. */
    public static boolean isBundle(Path path) {
        return (isZip(path) && Files.isRegularFile(path)) || Files.isRegularFile(path.resolve(Manifest.NAME));
    }

    private static boolean isZip(Path path) {
        return path.getFileName() != null
                && path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /**
     * Opens a bundle and compares every hash. The files of a zip are read where they lie, for as long as the program runs.
     *
     * @throws BundleException when one byte differs from what was written
     */
    public static Bundle open(Path path) {
        try {
            if (!isZip(path)) {
                return read(path, path);
            }
            checkWhole(path);
            FileSystem files = FileSystems.newFileSystem(path, (ClassLoader) null);
            return read(path, files.getPath("/"));
        } catch (IOException e) {
            throw new BundleException(path + ": cannot be read as a bundle: " + e.getMessage(), e);
        }
    }

    private static void checkWhole(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        byte[] mark = COMMENT.getBytes(StandardCharsets.US_ASCII);
        int end = bytes.length - HASH_LENGTH;
        boolean marked = end >= mark.length
                && new String(bytes, end - mark.length, mark.length, StandardCharsets.US_ASCII).equals(COMMENT);
        if (!marked || !Sha256.of(bytes, end).equals(new String(bytes, end, HASH_LENGTH, StandardCharsets.US_ASCII))) {
            throw altered(path, path.getFileName().toString());
        }
    }

    private static Bundle read(Path path, Path folder) throws IOException {
        byte[] json = Files.readAllBytes(folder.resolve(Manifest.NAME));
        Path seal = folder.resolve(SEAL);
        if (!Files.isRegularFile(seal) || !Files.readString(seal).equals(seal(json))) {
            throw altered(path, Manifest.NAME);
        }
        Manifest manifest = Manifest.of(json, path.toString());
        for (Manifest.Item file : manifest.files()) {
            Path each = folder.resolve(file.name());
            if (!Files.isRegularFile(each)
                    || !Sha256.of(Files.readAllBytes(each)).equals(file.sha256())) {
                throw altered(path, file.name());
            }
        }
        return new Bundle(
                manifest,
                manifest.files().stream()
                        .filter(Manifest.Item::input)
                        .map(file -> folder.resolve(file.name()))
                        .toList());
    }

    static String seal(byte[] manifest) {
        return Sha256.of(manifest) + "  " + Manifest.NAME + "\n";
    }

    private static BundleException altered(Path path, String file) {
        return new BundleException(path + ": " + file
                + " is not what was written (its SHA-256 differs, or it is missing); expected an unaltered bundle. Take"
                + " it again from where it came.");
    }
}
