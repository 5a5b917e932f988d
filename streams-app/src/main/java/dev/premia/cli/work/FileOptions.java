package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.connectors.file.FileInput;
import dev.premia.replay.bundle.Bundle;
import dev.premia.replay.bundle.BundleException;
import dev.premia.replay.input.Bound;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which files are read, and how. */
final class FileOptions {
    @Parameters(
            arity = "0..*",
            paramLabel = "INPUT",
            description =
                    "Files and folders of events, reference data, plans: .jsonl, .csv with a mapping, .yaml; or a bundle.")
    private List<Path> inputs = new ArrayList<>();

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            order = 1,
            description = "Mapping for CSV files, or a folder of mappings. Those beside the data are found without it.")
    private List<Path> mappings = new ArrayList<>();

    /** Each is opened, and its hashes compared, once. */
    private final Map<Path, Bundle> bundles = new HashMap<>();

    /** Whether a file or folder is named as input; mappings alone are none. */
    boolean given() {
        return !inputs.isEmpty();
    }

    /** Whether any of these options was used. */
    boolean touched() {
        return given() || !mappings.isEmpty();
    }

    /**
     * Inputs and further files, each once.
     *
     * @param further such as plan files
     */
    List<Path> with(List<Path> further) {
        List<Path> all = new ArrayList<>();
        for (Path input : inputs) {
            if (Bundle.isBundle(input)) {
                all.addAll(open(input).inputs());
            } else {
                all.add(input);
            }
        }
        further.stream().filter(file -> !all.contains(file)).forEach(all::add);
        return all;
    }

    /** The bundle that is the only input; null where there is none. */
    Bundle bundle() {
        return inputs.size() == 1 && Bundle.isBundle(inputs.get(0)) ? open(inputs.get(0)) : null;
    }

    /** How much counts: a bundle, which may lie beside other files, holds the results of one manager alone. */
    Bound counting(Bound bound) {
        return inputs.stream().anyMatch(Bundle::isBundle) ? bound.ofSome() : bound;
    }

    private Bundle open(Path input) {
        try {
            return bundles.computeIfAbsent(input, Bundle::open);
        } catch (BundleException e) {
            throw CommandException.badInput(e.getMessage(), e);
        }
    }

    List<Path> mappings() {
        return mappings;
    }

    /**
     * How files are read.
     *
     * @param zone of dates without one, null for the default
     */
    static FileInput.Options reading(ZoneId zone) {
        return zone == null
                ? FileInput.Options.DEFAULT
                : new FileInput.Options(FileInput.Options.DEFAULT.source(), zone);
    }
}
