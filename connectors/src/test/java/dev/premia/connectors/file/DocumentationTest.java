package dev.premia.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples of the reference: each chapter is a folder, with what comes out of it. */
class DocumentationTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "file-formats.md");
    private static final Pattern PART = Pattern.compile(
            "^#{1,3} (?<title>[^\\n]+)$|^```\\w+ (?<name>\\S+)\\n(?<text>.*?)^```$",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final String RESULT = "result.jsonl";
    private static final String PROBLEMS = "problems.txt";

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> shouldGiveWhatTheReferenceShows() throws IOException {
        return chapters().entrySet().stream()
                .filter(chapter -> !chapter.getValue().isEmpty())
                .map(chapter -> DynamicTest.dynamicTest(chapter.getKey(), () -> run(chapter.getValue())));
    }

    @Test
    void shouldFindTheExamples() throws IOException {
        assertThat(chapters().values().stream().filter(files -> !files.isEmpty()))
                .hasSize(5);
    }

    @Test
    void shouldNameEveryTypeOfRecord() throws IOException {
        String text = Files.readString(DOCUMENT);

        assertThat(RecordType.inputNames()).allSatisfy(name -> assertThat(text).contains("`" + name + "`"));
    }

    private void run(Map<String, String> files) throws IOException {
        Path chapter = Files.createTempDirectory(folder, "chapter");
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (!file.getKey().equals(RESULT) && !file.getKey().equals(PROBLEMS)) {
                Files.writeString(chapter.resolve(file.getKey()), file.getValue());
            }
        }
        List<String> lines = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        JsonLineWriter writer = new JsonLineWriter();
        FileInput.read(
                List.of(chapter),
                List.of(),
                new FileInput.Options("crm", ZoneOffset.UTC),
                record -> lines.add(writer.write(record.value(), record.recordedAt())),
                problem -> problems.add(problem.message().replace(chapter + "/", "")));

        assertThat(lines).isEqualTo(lines(files.get(RESULT)));
        assertThat(problems).isEqualTo(lines(files.get(PROBLEMS)));
    }

    private static List<String> lines(String text) {
        return text == null ? List.of() : text.lines().toList();
    }

    private static Map<String, Map<String, String>> chapters() throws IOException {
        Map<String, Map<String, String>> chapters = new LinkedHashMap<>();
        Map<String, String> files = new LinkedHashMap<>();
        Matcher matcher = PART.matcher(Files.readString(DOCUMENT));
        while (matcher.find()) {
            if (matcher.group("title") != null) {
                files = new LinkedHashMap<>();
                chapters.put(matcher.group("title"), files);
            } else {
                files.put(matcher.group("name"), matcher.group("text"));
            }
        }
        return chapters;
    }
}
