package dev.premia.connectors.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds the files of an input: folders with all that is in them, by name; what begins with a dot is left out. */
final class InputFiles {

    private static final int DEEPEST = 16;

    private final Consumer<InputProblem> problems;
    private final Set<Path> known = new HashSet<>();
    private final Set<Path> data = new LinkedHashSet<>();
    private final Set<Path> mappings = new LinkedHashSet<>();

    InputFiles(Consumer<InputProblem> problems) {
        this.problems = problems;
    }

    /** Adds inputs: files, or folders of data and mapping files. */
    void addInputs(List<Path> inputs) {
        for (Path file : expand(inputs)) {
            if (known.add(file.toAbsolutePath().normalize())) {
                (isMapping(file) ? mappings : data).add(file);
            }
        }
    }

    /** The mapping files among the inputs, in order. */
    List<Path> mappings() {
        return List.copyOf(mappings);
    }

    /** The other files, in order. */
    List<Path> data() {
        return List.copyOf(data);
    }

    /** The mapping files that were named as such: any file, or the {@code *.mapping.yaml} files of a folder. */
    List<Path> mappingsOf(List<Path> named) {
        return expand(named).stream()
                .filter(file -> isMapping(file) || named.contains(file))
                .toList();
    }

    static boolean isJsonLines(Path file) {
        return endsWith(file, ".jsonl", ".ndjson");
    }

    static boolean isYaml(Path file) {
        return endsWith(file, ".yaml", ".yml");
    }

    static boolean isCsv(Path file) {
        return endsWith(file, ".csv", ".tsv");
    }

    private static boolean isMapping(Path file) {
        return endsWith(file, ".mapping.yaml", ".mapping.yml");
    }

    private static boolean endsWith(Path file, String... endings) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Stream.of(endings).anyMatch(name::endsWith);
    }

    private List<Path> expand(List<Path> paths) {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                files.addAll(filesIn(path));
            } else if (Files.isRegularFile(path)) {
                files.add(path);
            } else {
                report(path, ProblemCode.FILE_NOT_FOUND, "nothing", "a file or a folder");
            }
        }
        return files;
    }

    private List<Path> filesIn(Path folder) {
        try (Stream<Path> tree = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            report(folder, ProblemCode.UNREADABLE, e.toString(), "a readable folder");
            return List.of();
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private void report(Path path, ProblemCode code, String found, String expected) {
        problems.accept(new InputProblem(path, 0, 0, null, null, code, found, expected, null));
    }
}
