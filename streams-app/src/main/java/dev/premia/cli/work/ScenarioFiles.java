package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds scenario files: those that were named, and in folders every YAML file that is meant to be one. */
final class ScenarioFiles {
    private ScenarioFiles() {}

    /** A file and what is in it. */
    record Text(Path path, String text) {}

    /** All files in the order in which they were named; those of a folder by their names. */
    static List<Text> in(List<Path> inputs) throws IOException {
        List<Text> files = new ArrayList<>();
        for (Path input : inputs) {
            if (Files.isDirectory(input)) {
                for (Path file : yamlFiles(input)) {
                    String text = read(file);
                    if (ScenarioFile.isScenario(text)) {
                        files.add(new Text(file, text));
                    }
                }
            } else if (Files.isRegularFile(input)) {
                files.add(new Text(input, read(input)));
            } else {
                throw CommandException.badInput(input + ": not found; expected a scenario file or a folder of them.");
            }
        }
        return files;
    }

    private static List<Path> yamlFiles(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> isYaml(file.getFileName().toString().toLowerCase(Locale.ROOT)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isYaml(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw CommandException.badInput(file + ": not UTF-8 text; expected a scenario file in UTF-8.", e);
        }
    }
}
