package dev.premia.schemas.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The committed versions of every contract: {@code <folder>/<Record>/v<N>.avsc}, N from 1 without gaps. */
final class ContractHistory {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    ContractHistory(Path folder) {
        this.folder = folder;
    }

    /** A committed version. */
    record Version(int number, Path file, Schema schema) {}

    /** The names of the records that have a history. */
    SortedSet<String> records() {
        try (Stream<Path> entries = Files.list(folder)) {
            SortedSet<String> names = new TreeSet<>();
            entries.filter(Files::isDirectory)
                    .forEach(entry -> names.add(entry.getFileName().toString()));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The versions of a record, oldest first; empty when it has none. */
    List<Version> versions(String contract) {
        List<Version> versions = new ArrayList<>();
        for (int number = 1; Files.exists(file(contract, number)); number++) {
            versions.add(new Version(number, file(contract, number), read(file(contract, number))));
        }
        return versions;
    }

    /** Writes the next version of a contract. */
    Path add(Schema current) {
        Path file = file(current.getName(), versions(current.getName()).size() + 1);
        try {
            Files.createDirectories(file.getParent());
            String json = JSON.readTree(portable(current).toString()).toPrettyString();
            return Files.writeString(file, json + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema as other languages see it: without what the Java generator adds. */
    static Schema portable(Schema schema) {
        return without(schema, "avro.java.string");
    }

    /** What readers and writers depend on: all but the wording of the documentation. */
    static String shape(Schema schema) {
        return without(portable(schema), "doc").toString();
    }

    private static Schema without(Schema schema, String property) {
        try {
            JsonNode tree = JSON.readTree(schema.toString());
            remove(tree, property);
            return new Schema.Parser().parse(tree.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro wrote JSON that cannot be read: " + schema.getFullName(), e);
        }
    }

    private static void remove(JsonNode node, String property) {
        if (node instanceof ObjectNode object) {
            object.remove(property);
        }
        node.forEach(child -> remove(child, property));
    }

    private static Schema read(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String contract, int number) {
        return folder.resolve(contract).resolve("v" + number + ".avsc");
    }
}
