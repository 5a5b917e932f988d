package dev.premia.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premia.schemas.Plan;
import dev.premia.schemas.Topics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileInputTest {

    private static final String DEAL = "{\"type\":\"deal\",\"id\":\"%s\"}\n";
    private static final String MAPPING =
            "files: [{file: \"*.csv\", records: [{type: deal, fields: {id: \"%s-{id}\"}}]}]";

    @TempDir
    private Path folder;

    @Test
    void shouldReadFilesByNameAndLinesInOrder() throws IOException {
        Files.createDirectories(folder.resolve("sub/.hidden"));
        Inputs inputs = new Inputs(folder)
                .with("b.jsonl", DEAL.formatted(3) + "\n" + DEAL.formatted(4))
                .with("a.jsonl", DEAL.formatted(1) + DEAL.formatted(2).strip())
                .with("sub/c.ndjson", DEAL.formatted(5))
                .with("sub/.hidden/d.jsonl", DEAL.formatted(6))
                .with(".e.jsonl", DEAL.formatted(7))
                .read();

        assertThat(inputs.records())
                .extracting(record -> record.key() + "@" + record.line())
                .containsExactly("file/1@1", "file/2@2", "file/3@1", "file/4@3", "file/5@1");
        assertThat(inputs.summary().files()).isEqualTo(3);
        assertThat(inputs.summary().records()).isEqualTo(5);
        assertThat(inputs.summary().problems()).isZero();
    }

    @Test
    void shouldGoOnWhenALineIsMalformed() {
        Inputs inputs = new Inputs(folder)
                .with("a.jsonl", DEAL.formatted(1) + "{broken\n" + "{\"type\":\"accrual\"}\n" + DEAL.formatted(2))
                .read();

        assertThat(inputs.records()).extracting(InputRecord::key).containsExactly("file/1", "file/2");
        assertThat(inputs.problems()).extracting(InputProblem::line).contains(2L, 3L);
        assertThat(inputs.summary().problems()).isEqualTo(inputs.problems().size());
    }

    @Test
    void shouldRefuseRecordsThatPremiaComputesItself() {
        Inputs inputs = new Inputs(folder)
                .with(
                        "a.jsonl",
                        "{\"type\":\"dead_letter\",\"topic\":\"t\",\"partition\":0,\"offset\":1,"
                                + "\"reason_code\":\"x\",\"reason\":\"y\"}\n")
                .read();

        assertThat(inputs.records()).isEmpty();
        assertThat(inputs.places()).containsExactly("unknown_type 1:0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF", "   \n"})
    void shouldNoteEmptyFiles(String text) {
        Inputs inputs = new Inputs(folder).with("a.jsonl", text).read();

        assertThat(inputs.problems()).isEmpty();
        assertThat(inputs.records()).isEmpty();
        assertThat(inputs.summary().notes()).containsExactly(folder.resolve("a.jsonl") + ": empty, 0 records");
    }

    @Test
    void shouldNoteEmptyCsvAndPlanFiles() {
        Inputs inputs = new Inputs(folder)
                .with("m.mapping.yaml", MAPPING.formatted("x"))
                .with("a.csv", "")
                .with("p.yaml", "# nothing\n")
                .read();

        assertThat(inputs.messages()).isEmpty();
        assertThat(inputs.summary().notes()).hasSize(2).allSatisfy(note -> assertThat(note)
                .endsWith(": empty, 0 records"));
    }

    @Test
    void shouldReadBomAndCrlf() {
        Inputs inputs = new Inputs(folder)
                .with("a.jsonl", "\uFEFF" + DEAL.formatted(1).replace("\n", "\r\n") + DEAL.formatted(2))
                .read();

        assertThat(inputs.messages()).isEmpty();
        assertThat(inputs.records()).hasSize(2);
    }

    @Test
    void shouldReportOtherEncodings() {
        Inputs inputs = new Inputs(folder)
                .with("a.jsonl", DEAL.formatted("Ы"), Charset.forName("windows-1251"))
                .with("b.jsonl", DEAL.formatted("x"), StandardCharsets.UTF_16)
                .read();

        assertThat(inputs.records()).isEmpty();
        assertThat(inputs.places()).contains("wrong_encoding 1:0");
        assertThat(inputs.problems()).extracting(InputProblem::file).contains(folder.resolve("b.jsonl"));
    }

    @Test
    void shouldKeepMemoryBoundedWhenALineIsTooLong() throws IOException {
        byte[] text = ("x".repeat(100) + "\nshort\n").getBytes(StandardCharsets.UTF_8);
        try (PhysicalLines lines = new PhysicalLines(new ByteArrayInputStream(text), StandardCharsets.UTF_8, 50)) {
            assertThat(lines.next().damage().code()).isEqualTo(ProblemCode.LINE_TOO_LONG);
            assertThat(lines.next().text()).isEqualTo("short");
            assertThat(lines.next()).isNull();
        }
    }

    @Test
    void shouldAskForAMappingWhenACsvFileHasNone() {
        Inputs inputs = new Inputs(folder)
                .with("a.csv", "id\n1\n")
                .with("readme.md", "text")
                .read();

        assertThat(inputs.places()).containsExactly("no_mapping 0:0");
        assertThat(inputs.summary().notes()).singleElement().asString().contains("readme.md: left out");
    }

    @Test
    void shouldPreferTheNamedMapping(@TempDir Path elsewhere) throws IOException {
        Path named = Files.writeString(elsewhere.resolve("my.yaml"), MAPPING.formatted("named"));
        Inputs inputs = new Inputs(folder)
                .with("beside.mapping.yaml", MAPPING.formatted("beside"))
                .with("a.csv", "id\n1\n");

        assertThat(inputs.read().records()).extracting(InputRecord::key).containsExactly("file/beside-1");
        assertThat(inputs.read(named).records()).extracting(InputRecord::key).contains("file/named-1");
    }

    @Test
    void shouldReportFilesThatTwoRulesDescribe() {
        Inputs inputs = new Inputs(folder)
                .with("a.mapping.yaml", MAPPING.formatted("a"))
                .with("b.mapping.yaml", MAPPING.formatted("b"))
                .with("a.csv", "id\n1\n")
                .read();

        assertThat(inputs.records()).isEmpty();
        assertThat(inputs.places()).containsExactly("ambiguous_mapping 0:0");
    }

    @Test
    void shouldReadAFileOnceWhenItIsNamedTwice() {
        new Inputs(folder).with("a.jsonl", DEAL.formatted(1));
        Path again = folder.resolve("..").resolve(folder.getFileName()).resolve("a.jsonl");
        List<InputRecord> records = new ArrayList<>();
        FileInput.read(List.of(folder, again), List.of(), FileInput.Options.DEFAULT, records::add, problem -> {});

        assertThat(records).hasSize(1);
    }

    @Test
    void shouldReportMissingInputs() {
        List<InputProblem> problems = new ArrayList<>();
        FileInput.read(
                List.of(folder.resolve("none.jsonl")), List.of(), FileInput.Options.DEFAULT, r -> {}, problems::add);

        assertThat(problems).extracting(InputProblem::code).containsExactly(ProblemCode.FILE_NOT_FOUND);
    }

    @Test
    void shouldPassPlansOnAsTheyAre() {
        String text = "# Hunters\nplan: b2b-hunters\nversion: 3\nvalid_from: 2026-10-01\nshadow: true\nrules: [x]\n";
        Inputs inputs = new Inputs(folder).with("plan.yml", text).read();

        assertThat(inputs.messages()).isEmpty();
        InputRecord record = inputs.records().get(0);
        Plan plan = (Plan) record.value();
        assertThat(record.topic()).isEqualTo(Topics.PLANS);
        assertThat(record.key()).isEqualTo("b2b-hunters");
        assertThat(record.recordedAt()).isNull();
        assertThat(plan.getVersion()).isEqualTo(3);
        assertThat(plan.getValidFrom()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(plan.getStatus()).hasToString("shadow");
        assertThat(plan.getDocument()).isEqualTo(text);
        assertThat(plan.getSha256()).isEqualTo(Sha256.hex(text)).hasSize(64);
    }

    @Test
    void shouldPayByAPlanThatDoesNotSayThatItIsOnTrial() {
        String text = "plan: b2b-hunters\nversion: 3\nvalid_from: 2026-10-01\nshadow: false\n";
        Plan plan = (Plan) new Inputs(folder)
                .with("plan.yml", text)
                .read()
                .records()
                .get(0)
                .value();

        assertThat(plan.getStatus()).hasToString("active");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plan: x#version: 1|wrong_plan 1:1",
                "plan: x#version: one#valid_from: 2026-10-01|wrong_number 2:10",
                "plan: x#version: 1#valid_from: 01.10.2026|wrong_date 3:13",
                "plan: {a: b}#version: 1#valid_from: 2026-10-01|wrong_plan 1:7",
                "plan: #version: 1#valid_from: 2026-10-01|wrong_plan 1:6",
                "plan: x#version: 1#valid_from: 2026-10-01#plan: y|duplicate_field 4:1",
                "plan: [|broken_yaml 1:8",
            })
    void shouldReportPlansThatCannotBeFiled(String text, String expected) {
        Inputs inputs =
                new Inputs(folder).with("plan.yaml", text.replace('#', '\n')).read();

        assertThat(inputs.records()).isEmpty();
        assertThat(inputs.places()).containsExactly(expected);
    }

    @Test
    void shouldLeaveOtherYamlOut() {
        Inputs inputs =
                new Inputs(folder).with("compose.yaml", "services: {}\n").read();

        assertThat(inputs.problems()).isEmpty();
        assertThat(inputs.summary().notes()).singleElement().asString().contains("no key 'plan'");
    }

    @Test
    void shouldRefuseSourcesThatCannotQualify() {
        assertThatThrownBy(() -> new FileInput.Options("a/b", ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without '/'");
    }
}
