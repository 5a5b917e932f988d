package dev.premia.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFolderTest {
    private static final Batch BATCH = Samples.batch();

    @TempDir
    private Path folder;

    private static BatchFiles files() {
        return new BatchFiles(BATCH, Map.of("csv", "сумма".getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private Handover answer(Acknowledgement reply) throws IOException {
        try (ExportFolder exports = ExportFolder.open(folder)) {
            return exports.answer(reply);
        }
    }

    private void write() throws IOException {
        try (ExportFolder exports = ExportFolder.open(folder)) {
            exports.write(files());
        }
    }

    @Test
    void shouldWriteFilesWithChecksumsAndControlTotals() throws Exception {
        write();

        String name = "premia-2026-03-north-" + BATCH.id();
        assertThat(names())
                .containsExactly(".exports.lock", "exports.jsonl", name + ".csv", name + ".ok", name + ".sha256");
        byte[] csv = Files.readAllBytes(folder.resolve(name + ".csv"));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(csv));
        assertThat(folder.resolve(name + ".sha256")).hasContent(hash + "  " + name + ".csv\n");
        assertThat(folder.resolve(name + ".ok"))
                .content()
                .contains(
                        "\"rows\" : 2", "\"amount\" : \"16199.50\"", BATCH.id().toString());
    }

    @Test
    void shouldKnowWhatWasHandedOverWhenOpenedAgain() throws IOException {
        write();

        Handover read = ExportList.read(folder).batch(BATCH.id());

        assertThat(read).isEqualTo(Handover.of(BATCH));
        assertThat(read.isOpen()).isTrue();
    }

    @Test
    void shouldWriteTheSameFilesWhenCutShortBeforeTheList() throws IOException {
        files().write(folder);
        List<String> before = names();
        write();

        assertThat(names()).containsAll(before).hasSize(before.size() + 2);
        assertThat(ExportList.read(folder).batches()).hasSize(1);
    }

    @Test
    void shouldLetOneProcessWorkAtATime() throws IOException {
        try (ExportFolder first = ExportFolder.open(folder)) {
            assertThat(first.list().batches()).isEmpty();
            assertThatThrownBy(() -> ExportFolder.open(folder))
                    .isInstanceOf(PayrollFileException.class)
                    .hasMessageContaining("another export");
        }
        ExportFolder.open(folder).close();
    }

    @Test
    void shouldNameTheLineWhenTheListCannotBeRead() throws IOException {
        write();
        Files.writeString(folder.resolve("exports.jsonl"), Files.readString(folder.resolve("exports.jsonl")) + "{\"ty");

        assertThatThrownBy(() -> ExportFolder.open(folder))
                .isInstanceOf(PayrollFileException.class)
                .hasMessageContaining("exports.jsonl:2: cannot be read");
    }

    @Test
    void shouldKeepAnAnswerAndTakeItTwice() throws IOException {
        write();
        UUID refused = BATCH.rows().get(1).id();
        Acknowledgement reply = new Acknowledgement(
                BATCH.id(),
                Acknowledgement.Status.ACCEPTED,
                Map.of(refused, "Сотрудник не найден"),
                List.of("Премия 0000-000045"));

        Handover answered = answer(reply);
        Handover again = answer(reply);

        assertThat(answered.standing()).extracting(Handover.Row::employeeNumber).containsExactly("0000-00017");
        assertThat(again).isEqualTo(answered);
        assertThat(ExportList.read(folder).batch(BATCH.id()).standing()).isEqualTo(answered.standing());
        assertThat(Files.readAllLines(folder.resolve("exports.jsonl"))).hasSize(2);
    }

    @Test
    void shouldRefuseAnswersThatDoNotFit() throws IOException {
        write();
        UUID stranger = UUID.fromString("9f0c1b1e-0001-4000-8000-000000000000");

        assertThatThrownBy(() ->
                        answer(new Acknowledgement(stranger, Acknowledgement.Status.ACCEPTED, Map.of(), List.of())))
                .hasMessageContaining("was not handed over")
                .hasMessageContaining(BATCH.id().toString());
        assertThatThrownBy(() -> answer(new Acknowledgement(
                        BATCH.id(), Acknowledgement.Status.ACCEPTED, Map.of(stranger, "?"), List.of())))
                .hasMessageContaining("is none of batch");
    }

    @Test
    void shouldRefuseAnotherAnswerOnceALaterBatchWasMade() throws IOException {
        write();
        answer(new Acknowledgement(BATCH.id(), Acknowledgement.Status.REJECTED, Map.of(), List.of()));
        Batch second = Batch.of(
                2,
                "north",
                Samples.MARCH,
                "RUB",
                List.of(new Batch.Item(BATCH.rows().get(0).payee(), 1_850_000, "again")));
        try (ExportFolder exports = ExportFolder.open(folder)) {
            exports.write(new BatchFiles(second, Map.of()));
        }

        assertThatThrownBy(() ->
                        answer(new Acknowledgement(BATCH.id(), Acknowledgement.Status.ACCEPTED, Map.of(), List.of())))
                .hasMessageContaining("a later batch");
    }
}
