package dev.premia.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class BatchFormatsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/payroll");
    private static final LocalDateTime CLOSED_AT = LocalDateTime.of(2026, 4, 1, 2, 0, 0);

    private static void check(String name, byte[] content) throws IOException {
        if (Boolean.getBoolean("payroll.write")) {
            Files.write(GOLDEN.resolve(name), content);
        }
        assertThat(new String(content, StandardCharsets.UTF_8))
                .as(name + "; write it anew with -Dpayroll.write=true")
                .isEqualTo(Files.readString(GOLDEN.resolve(name)));
    }

    @Test
    void shouldWriteCsvAsExpected() throws IOException {
        check("batch.csv", BatchCsv.write(Samples.batch(), Samples.TERMS));
    }

    @Test
    void shouldWriteXmlAsExpected() throws IOException {
        check("batch.xml", BatchXml.write(Samples.batch(), Samples.TERMS, CLOSED_AT));
    }

    @Test
    void shouldWriteXmlThatReadsBack() throws Exception {
        byte[] xml = BatchXml.write(Samples.batch(), Samples.TERMS, CLOSED_AT);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        Element first = (Element) document.getElementsByTagName("Строка").item(0);
        Element total = (Element) document.getElementsByTagName("Итого").item(0);

        assertThat(first.getAttribute("ФИО")).isEqualTo("Орлова Мария \"М;Ш\" <Ко> & Игоревна");
        assertThat(first.getAttribute("Сумма")).isEqualTo("18500.00");
        assertThat(total.getAttribute("Сумма")).isEqualTo("16199.50");
        assertThat(total.getAttribute("Строк")).isEqualTo("2");
    }

    @Test
    void shouldWriteWorkbookThatReadsBack() throws IOException {
        Batch batch = Samples.batch();
        PayrollMonth month = Samples.month(Samples.due(batch.rows().get(0).payee(), 1_850_000));
        byte[] workbook = BatchSheet.write(batch, month, Samples.TERMS, (ru, en) -> en);

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(book.getSheets().map(sheet -> sheet.getName())).containsExactly("Payout", "Statements");
            List<Row> payouts = book.getFirstSheet().read();
            assertThat(payouts.get(0).getCellText(0))
                    .contains("ООО «Пример»", "2026-03", batch.id().toString());
            Row anna = payouts.get(payouts.size() - 3);
            assertThat(anna.getCellText(0)).isEqualTo("0000-00017");
            assertThat(anna.getCellText(1)).contains("Орлова");
            assertThat(number(anna, 7)).isEqualByComparingTo("18500.00");
            assertThat(number(anna, 10)).isEqualByComparingTo("18500.00");
            Row boris = payouts.get(payouts.size() - 2);
            assertThat(boris.getCellText(1)).isEqualTo("=1+1 Сомов");
            assertThat(number(boris, 10)).isEqualByComparingTo("-2300.50");
            assertThat(number(payouts.get(payouts.size() - 1), 10)).isEqualByComparingTo("16199.50");
            List<Row> lines = book.getSheet(1).orElseThrow().read();
            Row line = lines.get(lines.size() - 1);
            assertThat(line.getCellText(2)).isEqualTo("bonus v4");
            assertThat(number(line, 5)).isEqualByComparingTo("18500.00");
        }
    }

    @Test
    void shouldWriteTheSameWorkbookWheneverAndWhereverItIsWritten() throws IOException {
        Batch batch = Samples.batch();
        PayrollMonth month = Samples.month(Samples.due(batch.rows().get(0).payee(), 1_850_000));
        byte[] workbook = BatchSheet.write(batch, month, Samples.TERMS, (ru, en) -> ru);
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kamchatka"));
            assertThat(BatchSheet.write(batch, month, Samples.TERMS, (ru, en) -> ru))
                    .isEqualTo(workbook);
        } finally {
            TimeZone.setDefault(here);
        }

        LocalDateTime end = LocalDateTime.of(2026, 3, 31, 0, 0);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            boolean dated = false;
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                assertThat(each.getTimeLocal()).as(each.getName()).isEqualTo(end);
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                dated |= text.contains(">2026-03-31T00:00:00Z</dcterms:created>");
            }
            assertThat(dated).isTrue();
        }
    }

    private static BigDecimal number(Row row, int column) {
        return row.getCellAsNumber(column).orElseThrow();
    }
}
