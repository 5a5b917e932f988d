package dev.premia.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.schemas.Call;
import dev.premia.schemas.Deal;
import dev.premia.schemas.Topics;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvInputTest {

    @TempDir
    private Path folder;

    private Inputs csv(String mappingFields, String rows) {
        return csv("", mappingFields, rows);
    }

    private Inputs csv(String fileOptions, String mappingFields, String rows) {
        return new Inputs(folder)
                .with("m.mapping.yaml", mapping(fileOptions, mappingFields))
                .with("deals.csv", rows)
                .read();
    }

    private static String mapping(String fileOptions, String fields) {
        return """
                source: crm
                files:
                  - file: deals*.csv
                %s    records:
                      - type: deal
                        fields:
                          id: "{id}"
                %s
                """.formatted(fileOptions.indent(4), fields.indent(10));
    }

    private static Deal deal(Inputs inputs) {
        assertThat(inputs.messages()).isEmpty();
        SpecificRecord value = inputs.records().get(0).value();
        return (Deal) value;
    }

    @Test
    void shouldReadRowsInFileOrder() {
        Inputs inputs = csv("owner: \"{who}\"", "id,who\n1,Ann\n2,\n");

        assertThat(inputs.lines())
                .containsExactly(
                        "{\"type\":\"deal\",\"id\":\"crm/1\",\"revision\":1,\"source\":\"crm\",\"owner\":\"crm/Ann\"}",
                        "{\"type\":\"deal\",\"id\":\"crm/2\",\"revision\":1,\"source\":\"crm\"}");
        assertThat(inputs.records()).extracting(InputRecord::line).containsExactly(2L, 3L);
        assertThat(inputs.records()).extracting(InputRecord::key).containsExactly("crm/1", "crm/2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format: yyyy-MM-dd|2026-04-01|2026-04-01T00:00:00Z",
                "format: yyyy-MM-dd, zone: Europe/Moscow|2026-04-01|2026-03-31T21:00:00Z",
                "format: dd.MM.yyyy, zone: Europe/Moscow, at: '12:00'|01.04.2026|2026-04-01T09:00:00Z",
                "format: dd.MM.yyyy, zone: Europe/Moscow, at: end-of-day|01.04.2026|2026-04-01T20:59:59.999Z",
                "format: 'dd.MM.yyyy HH:mm', zone: Asia/Yekaterinburg|01.04.2026 00:30|2026-03-31T19:30:00Z",
                "format: \"yyyy-MM-dd'T'HH:mm:ssXXX\", zone: Europe/Moscow|2026-04-01T00:30:00+05:00|2026-03-31T19:30:00Z",
                "format: 'M/d/yyyy h:mm a'|4/1/2026 1:05 PM|2026-04-01T13:05:00Z",
                "format: dd.MM.yy|01.04.26|2026-04-01T00:00:00Z",
                "format: epoch-seconds|1775000000|2026-03-31T23:33:20Z",
                "format: epoch-millis|1775000000250|2026-03-31T23:33:20.250Z",
                "trim: true|2026-04-01T00:30:00+03:00|2026-03-31T21:30:00Z",
            })
    void shouldReadInstantsInTheWayOfTheExport(String options, String cell, String expected) {
        Inputs inputs = csv("closed_at: {column: at, " + options + "}", "id,at\n1," + cell + "\n");

        assertThat(deal(inputs).getClosedAt()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decimal: ','|1234,5|1234.5000",
                "decimal: ',', thousands: ' '|1 234 567,89|1234567.8900",
                "decimal: ',', thousands: ' '|1\u00A0234,5|1234.5000",
                "decimal: ',', thousands: '.'|-1.234,50|-1234.5000",
                "thousands: ','|1,234.5|1234.5000",
                "round: 2|10.005|10.0100",
                "trim: true|1054|1054.0000",
            })
    void shouldReadNumbersInTheWayOfTheExport(String options, String cell, String expected) {
        Inputs inputs = csv("separator: ;", "amount: {column: sum, " + options + "}", "id;sum\n1;" + cell + "\n");

        assertThat(deal(inputs).getAmount()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount: {column: x, decimal: ','}|1.5|wrong_number",
                "amount: {column: x, thousands: ','}|12,5|wrong_number",
                "amount: {column: x, round: 2}|abc|wrong_number",
                "amount: \"{x}\"|1 000|wrong_number",
                "closed_at: {column: x, format: dd.MM.yyyy}|31.02.2026|wrong_instant",
                "closed_at: {column: x, format: dd.MM.yyyy}|2026-02-01|wrong_instant",
                "closed_at: {column: x, format: epoch-seconds}|soon|wrong_instant",
                "closed_at: \"{x}\"|2026-02-01|wrong_instant",
                "status: {column: x, values: {Won: won}}|Wonn|unknown_value",
                "status: \"{x}\"|Won|unknown_value",
            })
    void shouldReportCellsThatDoNotFitAndGoOn(String field, String cell, String code) {
        Inputs inputs = csv("separator: ;", field, "id;x\n1;" + cell + "\n2;\n");

        assertThat(inputs.records()).extracting(InputRecord::key).containsExactly("crm/2");
        assertThat(inputs.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code().code()).isEqualTo(code);
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo(2);
            assertThat(problem.columnName()).isEqualTo("x");
            assertThat(problem.found()).contains(cell);
        });
    }

    @Test
    void shouldSayWhichValueIsNotInTheList() {
        Inputs inputs = csv("status: {column: x, values: {Won: won, Lost: lost}}", "id,x\n1,Wonn\n");

        assertThat(inputs.messages())
                .containsExactly("deals.csv:2: column 'x' -> status: found \"Wonn\", expected one of Lost, Won;"
                        + " did you mean 'Won'? [unknown_value]");
    }

    @Test
    void shouldUseDefaultForEmptyAndUnlistedCells() {
        Inputs inputs = csv(
                "status: {column: x, values: {Won: won, Gone: null}, default: open}\nstage: {column: x, values: {Won: W},"
                        + " otherwise: keep}",
                "id,x\n1,Won\n2,Other\n3,\n4,Gone\n");

        assertThat(inputs.messages()).isEmpty();
        assertThat(inputs.records())
                .extracting(record -> String.valueOf(((Deal) record.value()).getStatus()))
                .containsExactly("won", "open", "open", "null");
        assertThat(inputs.records())
                .extracting(record -> String.valueOf(((Deal) record.value()).getStage()))
                .containsExactly("W", "Other", "null", "Gone");
    }

    @Test
    void shouldFillListsTemplatesConstantsAndAttributes() {
        Inputs inputs = csv("""
                currency: {constant: RUB}
                campaign: "{region}-{id}"
                lost_reason: {template: "{{{x}}}"}
                credits:
                  - {manager: "{who}", share: {constant: "0.7"}}
                  - {skip_when: {column: second, empty: true}, manager: "{second}", share: {constant: "0.3"}}
                tags: ["{region}", "{x}"]
                attributes: {Источник: "{x}"}
                """, "id,region,who,second,x\n1,West,Ann,Bob,site\n2,,Ann,,\n");

        assertThat(inputs.lines())
                .containsExactly(
                        "{\"type\":\"deal\",\"id\":\"crm/1\",\"revision\":1,\"source\":\"crm\",\"currency\":\"RUB\","
                                + "\"credits\":[{\"manager\":\"crm/Ann\",\"share\":\"0.7\"},"
                                + "{\"manager\":\"crm/Bob\",\"share\":\"0.3\"}],"
                                + "\"campaign\":\"crm/West-1\",\"lost_reason\":\"{site}\",\"tags\":[\"West\",\"site\"],"
                                + "\"attributes\":{\"Источник\":\"site\"}}",
                        "{\"type\":\"deal\",\"id\":\"crm/2\",\"revision\":1,\"source\":\"crm\",\"currency\":\"RUB\","
                                + "\"credits\":[{\"manager\":\"crm/Ann\",\"share\":\"0.7\"}]}");
    }

    @Test
    void shouldEmitDistinctRecordsOnceAndReportContradictions() {
        Inputs inputs = new Inputs(folder)
                .with("m.mapping.yaml", """
                        source: crm
                        files:
                          - file: people.csv
                            records:
                              - type: team
                                distinct: true
                                skip_when: [{column: team, empty: true}, {column: team, in: [none, n/a]}]
                                fields: {id: "{team}", head: "{head}"}
                              - type: manager
                                fields: {id: "{name}", assignments: [{team: "{team}"}]}
                        """)
                .with("people.csv", "name,team,head\nAnn,A,Zoe\nBob,A,Zoe\nCid,A,Yan\nDan,none,\n")
                .read();

        assertThat(inputs.records())
                .extracting(InputRecord::key)
                .containsExactly("crm/A", "crm/Ann", "crm/Bob", "crm/Cid", "crm/Dan");
        assertThat(inputs.places()).containsExactly("conflicting_record 4:0");
    }

    @Test
    void shouldReportWrongQuotingAndRaggedRowsAndGoOn() {
        Inputs inputs = csv(
                "stage: \"{x}\"",
                "id,x\n1,\"two\nlines\"\n2,\"a\"b\n3\n4,a,b\n5,5\" pipe\n6,\"open\n7,\"\"\"q\"\"\"\n\n8,last\"\n");

        assertThat(inputs.records())
                .extracting(record -> record.key() + "=" + ((Deal) record.value()).getStage())
                .containsExactly("crm/1=two\nlines", "crm/5=5\" pipe", "crm/7=\"q\"", "crm/8=last\"");
        assertThat(inputs.places())
                .containsExactly("wrong_quoting 4:0", "ragged_row 5:0", "ragged_row 6:0", "wrong_quoting 8:0");
    }

    @Test
    void shouldReadBomCrlfAndOtherSeparators() {
        byte[] bytes = ("\uFEFFid;Этап\r\n1;Выиграна\r\n").getBytes(StandardCharsets.UTF_8);
        Inputs inputs = new Inputs(folder)
                .with("m.mapping.yaml", mapping("separator: ;\nencoding: UTF-8", "stage: \"{Этап}\""))
                .with("deals.csv", bytes)
                .read();

        assertThat(deal(inputs).getStage()).isEqualTo("Выиграна");
    }

    @Test
    void shouldReadWindows1251() {
        Inputs inputs = new Inputs(folder)
                .with("m.mapping.yaml", mapping("encoding: windows-1251\nseparator: tab", "stage: \"{Этап}\""))
                .with("deals.csv", "id\tЭтап\n1\tВыиграна\n", Charset.forName("windows-1251"))
                .read();

        assertThat(deal(inputs).getStage()).isEqualTo("Выиграна");
    }

    @Test
    void shouldReportRowsInAnotherEncodingAndGoOn() {
        byte[] rows = "id,x\n1,ok\n2,Выиграна\n3,ok\n".getBytes(Charset.forName("windows-1251"));
        Inputs inputs = new Inputs(folder)
                .with("m.mapping.yaml", mapping("", "stage: \"{x}\""))
                .with("deals.csv", rows)
                .read();

        assertThat(inputs.records()).extracting(InputRecord::key).containsExactly("crm/1", "crm/3");
        assertThat(inputs.places()).containsExactly("wrong_encoding 3:0");
    }

    @Test
    void shouldReadColumnsByNumberWhenThereIsNoHeader() {
        Inputs inputs = new Inputs(folder)
                .with("pbx.mapping.yaml", """
                        files:
                          - file: history.csv
                            header: false
                            source: pbx
                            records:
                              - type: call
                                fields:
                                  id: "{1}"
                                  direction: {column: 2, values: {in: inbound, out: outbound}}
                                  result: {constant: answered}
                                  started_at: {column: 3, format: epoch-seconds}
                                  talk_seconds: "{4}"
                        """)
                .with("history.csv", "77,in,1775000000,65\n78,out\n")
                .read();

        assertThat(((Call) inputs.records().get(0).value()).getTalkSeconds()).isEqualTo(65);
        assertThat(inputs.records().get(0).topic()).isEqualTo(Topics.CALLS);
        assertThat(inputs.places()).containsExactly("ragged_row 2:0");
    }

    @Test
    void shouldReadManyRowsWithoutKeepingThem() {
        StringBuilder rows = new StringBuilder("id,x\n");
        for (int i = 0; i < 50_000; i++) {
            rows.append(i).append(",value\n");
        }
        Inputs inputs = csv("stage: \"{x}\"", rows.toString());

        assertThat(inputs.summary().records()).isEqualTo(50_000);
        assertThat(inputs.records().get(49_999).line()).isEqualTo(50_001);
    }
}
