package dev.premia.connectors.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A folder of input files and what came of reading it. */
final class Inputs {

    private final Path folder;
    private final List<InputRecord> records = new ArrayList<>();
    private final List<InputProblem> problems = new ArrayList<>();
    private InputSummary summary;

    Inputs(Path folder) {
        this.folder = folder;
    }

    Inputs with(String name, String text) {
        return with(name, text, StandardCharsets.UTF_8);
    }

    Inputs with(String name, String text, Charset charset) {
        return with(name, text.getBytes(charset));
    }

    Inputs with(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Inputs read(Path... mappings) {
        summary = FileInput.read(
                List.of(folder),
                List.of(mappings),
                new FileInput.Options("file", ZoneOffset.UTC),
                records::add,
                problems::add);
        return this;
    }

    List<InputRecord> records() {
        return records;
    }

    InputSummary summary() {
        return summary;
    }

    List<InputProblem> problems() {
        return problems;
    }

    /** Canonical lines of the records. */
    List<String> lines() {
        JsonLineWriter writer = new JsonLineWriter();
        return records.stream()
                .map(record -> writer.write(record.value(), record.recordedAt()))
                .toList();
    }

    /** Messages of the problems, without the folder in front. */
    List<String> messages() {
        return problems.stream()
                .map(problem -> problem.message().replace(folder + "/", ""))
                .toList();
    }

    /** Code, line and column of each problem, e.g. {@code wrong_number 3:17}. */
    List<String> places() {
        return problems.stream()
                .map(problem -> problem.code() + " " + problem.line() + ":" + problem.column())
                .toList();
    }
}
