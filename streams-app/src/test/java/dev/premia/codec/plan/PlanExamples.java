package dev.premia.codec.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The plans that the repository shows to people. */
final class PlanExamples {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path FOLDER = ROOT.resolve("deploy/examples/plans");
    private static final Path GUIDE = ROOT.resolve("docs/plans.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\\n(.*?)^```");

    private PlanExamples() {}

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.toString().endsWith(".scenario.yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** The YAML blocks of the guide; a block without a head gets the usual one. */
    static List<String> blocksOfGuide() throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(GUIDE));
        while (block.find()) {
            blocks.add(complete(block.group(1)));
        }
        return blocks;
    }

    private static String complete(String block) {
        String head = block.contains("plan:") ? "" : PlanText.HEAD;
        String components = block.contains("components:") ? "" : "components: [{ id: any, pay: 1 }]\n";
        return head + block + components;
    }
}
