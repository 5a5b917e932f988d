package dev.premia.connectors.file;

import dev.premia.connectors.file.Mapping.FileRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The mappings of a run, and which of them describes a file. */
final class MappingCatalogue {

    /** What is known of a file that is no JSON or YAML. */
    enum Decision {
        /** One rule describes it. */
        DESCRIBED,
        /** It is left out: on purpose, or after a problem. */
        LEFT_OUT,
        /** No mapping names it and its name does not end in .csv. */
        UNKNOWN
    }

    private final FileInput.Options options;
    private final Consumer<InputProblem> problems;
    private final List<Mapping.Document> named = new ArrayList<>();
    private final List<Mapping.Document> found = new ArrayList<>();
    private final Set<FileRule> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Path> read = new HashSet<>();
    private boolean broken;

    MappingCatalogue(FileInput.Options options, Consumer<InputProblem> problems) {
        this.options = options;
        this.problems = problems;
    }

    /** Adds mappings that the caller chose; they come first. */
    void addNamed(List<Path> files) {
        add(files, named);
    }

    /** Adds mappings that lie beside the data. */
    void addFound(List<Path> files) {
        add(files, found);
    }

    private void add(List<Path> files, List<Mapping.Document> target) {
        for (Path file : files) {
            if (!read.add(file.toAbsolutePath().normalize())) {
                continue;
            }
            Mapping.Document mapping = MappingReader.read(file, options, problems);
            if (mapping == null) {
                broken = true;
            } else {
                target.add(mapping);
            }
        }
    }

    /** Says what to do with a file, and reports where that is not clear. */
    Decision decide(Path file) {
        List<FileRule> rules = rulesOf(file);
        if (rules.size() == 1) {
            used.add(rules.get(0));
            return Decision.DESCRIBED;
        }
        if (rules.size() > 1) {
            String expected = "one; its file names must tell the files apart";
            report(file, ProblemCode.AMBIGUOUS_MAPPING, rules.size() + " rules that describe the file", expected);
            return Decision.LEFT_OUT;
        }
        boolean ignored = named.stream().anyMatch(mapping -> mapping.ignores(file))
                || found.stream().anyMatch(mapping -> mapping.ignores(file));
        if (ignored || (broken && InputFiles.isCsv(file))) {
            // A broken mapping has been reported; that it describes nothing now is no second problem.
            return Decision.LEFT_OUT;
        }
        if (InputFiles.isCsv(file)) {
            String expected = "a mapping whose 'file' names it, beside it (*.mapping.yaml) or given separately; or its"
                    + " name under 'ignore'";
            report(file, ProblemCode.NO_MAPPING, "no mapping for the file", expected);
            return Decision.LEFT_OUT;
        }
        return Decision.UNKNOWN;
    }

    /** The rule of a file that is {@link Decision#DESCRIBED}. */
    FileRule ruleOf(Path file) {
        return rulesOf(file).get(0);
    }

    /** Notes on rules that described no file. */
    List<String> unused() {
        List<String> notes = new ArrayList<>();
        named.forEach(mapping -> mapping.files().stream()
                .filter(rule -> !used.contains(rule))
                .forEach(rule ->
                        notes.add(mapping.path() + ": no file is named " + String.join(" or ", rule.patterns()))));
        return notes;
    }

    private List<FileRule> rulesOf(Path file) {
        List<FileRule> chosen = rulesOf(named, file);
        return chosen.isEmpty() ? rulesOf(found, file) : chosen;
    }

    private static List<FileRule> rulesOf(List<Mapping.Document> mappings, Path file) {
        return mappings.stream()
                .flatMap(mapping -> mapping.files().stream())
                .filter(rule -> rule.describes(file))
                .toList();
    }

    private void report(Path file, ProblemCode code, String seen, String expected) {
        problems.accept(new InputProblem(file, 0, 0, null, null, code, seen, expected, null));
    }
}
