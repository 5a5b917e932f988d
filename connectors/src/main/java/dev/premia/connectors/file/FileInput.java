package dev.premia.connectors.file;

import dev.premia.connectors.file.Mapping.FileRule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Reads event files: {@code .jsonl} in the canonical form, {@code .csv} with a mapping, {@code .yaml} with a plan. Files
 * are read one after the other in the order of their names, one line at a time, so memory does not grow with their size.
 * What is wrong is reported and the rest goes on; only exceptions of the callbacks end the run.
 */
public final class FileInput {

    /**
     * What the files themselves do not say.
     *
     * @param source source of records that name none; it qualifies their ids
     * @param zone time zone of dates and times without one, unless the mapping says otherwise
     */
    public record Options(String source, ZoneId zone) {

        /** Source {@code file}, zone UTC. */
        public static final Options DEFAULT = new Options("file", ZoneOffset.UTC);

        public Options {
            Objects.requireNonNull(zone, "zone");
            if (source.isBlank() || source.indexOf('/') >= 0) {
                throw new IllegalArgumentException(
                        "Source '%s': expected a name without '/', e.g. crm-main.".formatted(source));
            }
        }
    }

    /** Opens a file when its turn comes. */
    @FunctionalInterface
    interface Opener {

        /** The source, or null after a problem. */
        InputSource open(Consumer<InputProblem> problems) throws IOException;
    }

    /** A file that can be read, its mapping checked against its header. */
    record Prepared(Path path, Opener opener) {}

    private final Options options;
    private final Consumer<InputProblem> problems;
    private final List<String> notes = new ArrayList<>();
    private long records;
    private long problemCount;

    private FileInput(Options options, Consumer<InputProblem> problems) {
        this.options = options;
        this.problems = problem -> {
            problemCount++;
            problems.accept(problem);
        };
    }

    /**
     * Reads all files. Mappings are checked, also against the headers of their files, before any record is handed on.
     *
     * @param inputs files and folders; mapping files among them serve the CSV files of all inputs
     * @param mappings further mapping files, or folders with them; they come before those among the inputs
     * @param sink gets the records in file order
     * @param problems gets what could not be used
     * @return counts and notes; the caller's exit code is 2 unless {@code problems()} is 0
     */
    public static InputSummary read(
            List<Path> inputs,
            List<Path> mappings,
            Options options,
            Consumer<InputRecord> sink,
            Consumer<InputProblem> problems) {
        FileInput input = new FileInput(options, problems);
        List<Prepared> files = input.prepare(inputs, mappings);
        for (Prepared file : files) {
            input.read(file, sink);
        }
        return new InputSummary(files.size(), input.records, input.problemCount, input.notes);
    }

    /** The files of an input that can be read, in order, without reading them. */
    static List<Prepared> prepare(
            List<Path> inputs, List<Path> mappings, Options options, Consumer<InputProblem> problems) {
        return new FileInput(options, problems).prepare(inputs, mappings);
    }

    private List<Prepared> prepare(List<Path> inputs, List<Path> mappings) {
        InputFiles files = new InputFiles(problems);
        files.addInputs(inputs);
        MappingCatalogue catalogue = new MappingCatalogue(options, problems);
        catalogue.addNamed(files.mappingsOf(mappings));
        catalogue.addFound(files.mappings());
        List<Prepared> prepared = new ArrayList<>();
        for (Path file : files.data()) {
            Opener opener = opener(file, catalogue);
            if (opener != null) {
                prepared.add(new Prepared(file, opener));
            }
        }
        notes.addAll(catalogue.unused());
        return prepared;
    }

    private Opener opener(Path file, MappingCatalogue catalogue) {
        if (InputFiles.isJsonLines(file)) {
            JsonLineReader reader = new JsonLineReader(options.source(), options.zone());
            return sink -> new JsonLinesSource(file, reader);
        }
        if (InputFiles.isYaml(file)) {
            return sink -> new PlanSource(file, options.zone());
        }
        return switch (catalogue.decide(file)) {
            case DESCRIBED -> checked(file, catalogue.ruleOf(file));
            case LEFT_OUT -> null;
            case UNKNOWN -> {
                notes.add(file + ": left out, it is neither .jsonl, .csv nor .yaml");
                yield null;
            }
        };
    }

    /** Opens the file once to compare its header with the mapping; only what fits is read later. */
    private Opener checked(Path file, FileRule rule) {
        try (CsvSource source = CsvSource.open(file, rule, problems)) {
            return source == null ? null : sink -> CsvSource.open(file, rule, sink);
        } catch (IOException e) {
            unreadable(file, e);
            return null;
        }
    }

    private void read(Prepared file, Consumer<InputRecord> sink) {
        Consumer<InputRecord> counted = record -> {
            records++;
            sink.accept(record);
        };
        try (InputSource source = file.opener().open(problems)) {
            boolean more = source != null;
            while (more) {
                more = source.readNext(counted, problems);
            }
            if (source != null && source.note() != null) {
                notes.add(source.note());
            }
        } catch (IOException e) {
            unreadable(file.path(), e);
        }
    }

    private void unreadable(Path file, IOException e) {
        problems.accept(new InputProblem(
                file,
                0,
                0,
                null,
                null,
                ProblemCode.UNREADABLE,
                Shown.shortened(e.toString()),
                "a readable file",
                null));
    }
}
