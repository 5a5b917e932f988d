package dev.premia.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingProblemsTest {

    @TempDir
    private Path folder;

    private Inputs read(String mapping) {
        return new Inputs(folder)
                .with("m.mapping.yaml", mapping)
                .with("deals.csv", "id,x,y,y\n1,2,3,4\n")
                .read();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amout: \"{x}\"|unknown_field 7:11",
                "amount: \"{z}\"|unknown_column 7:19",
                "amount: {column: z}|unknown_column 7:28",
                "amount: {column: 5}|unknown_column 7:28",
                "amount: \"{y}\"|ambiguous_column 7:19",
                "amount: {column: 3}|",
                "amount: x|wrong_mapping 7:19",
                "amount: {x}|wrong_mapping 7:19",
                "amount: \"{x\"|wrong_mapping 7:19",
                "amount: \"{}\"|wrong_mapping 7:19",
                "amount: {colum: x}|wrong_mapping 7:20 wrong_mapping 7:19",
                "amount: {column: x, constant: 1}|wrong_mapping 7:19",
                "amount: {constant: abc}|wrong_number 7:30",
                "amount: {column: x, default: 1.2.3}|wrong_number 7:40",
                "amount: {column: x, format: dd.MM}|wrong_mapping 7:31",
                "amount: {column: x, decimal: ',,'}|wrong_mapping 7:40",
                "amount: {column: x, decimal: ',', thousands: ','}|wrong_mapping 7:56",
                "amount: {column: x, round: many}|wrong_mapping 7:38",
                "amount: {column: x, trim: maybe}|wrong_mapping 7:37",
                "amount: {column: x, otherwise: keep}|wrong_mapping 7:42",
                "status: {column: x, values: {Won: wonn}}|unknown_value 7:45",
                "status: {constant: unknown}|unknown_value 7:30",
                "stage: {column: x, decimal: ','}|wrong_mapping 7:30",
                "closed_at: {column: x, at: '12:00'}|wrong_mapping 7:34",
                "closed_at: {column: x, format: dd.MM}|wrong_mapping 7:42",
                "closed_at: {column: x, format: jjjj-MM}|wrong_mapping 7:42",
                "closed_at: {column: x, format: 'dd.MM.yyyy hh:mm'}|wrong_mapping 7:42",
                "closed_at: {column: x, format: dd.MM.yyyy, zone: Moscow}|wrong_mapping 7:60",
                "closed_at: {column: x, format: dd.MM.yyyy, at: noon}|wrong_mapping 7:58",
                "closed_at: {column: x, format: 'dd.MM.yyyy HH:mm', at: '12:00'}|wrong_mapping 7:62",
                "lines: \"{x}\"|wrong_mapping 7:18",
                "lines: [{price: \"{x}\"}]|missing_field 7:19",
                "lines: [{product: \"{x}\", prise: \"{x}\"}]|unknown_field 7:36",
            })
    void shouldNameThePlaceInTheMappingBeforeAnyRowIsRead(String field, String expected) {
        Inputs inputs = read("""
                source: crm
                files:
                  - file: deals.csv
                    records:
                      - type: deal
                        fields:
                          %s
                          id: "{id}"
                """.formatted(field));

        assertThat(String.join(" ", inputs.places())).isEqualTo(expected == null ? "" : expected);
        assertThat(inputs.problems())
                .allSatisfy(problem -> assertThat(problem.file().getFileName()).hasToString("m.mapping.yaml"));
        assertThat(inputs.records()).hasSize(expected == null ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|wrong_mapping 0:0",
                "'files: []'|wrong_mapping 1:8",
                "'fils: []'|wrong_mapping 1:1 wrong_mapping 1:1",
                "'files: [{file: a.csv'|broken_yaml 1:21",
                "'files: [{records: [{type: deal, fields: {id: \"{id}\"}}]}]'|wrong_mapping 1:9",
                "'files: [{file: deals.csv, records: [{type: dael, fields: {id: \"{id}\"}}]}]'|unknown_type 1:44",
                "'files: [{file: deals.csv, records: [{type: accrual, fields: {id: \"{id}\"}}]}]'|unknown_type 1:44",
                "'files: [{file: deals.csv, records: [{fields: {id: \"{id}\"}}]}]'|missing_type 1:37",
                "'files: [{file: deals.csv, records: [{type: deal}]}]'|wrong_mapping 1:37",
                "'files: [{file: deals.csv, records: [{type: deal, fields: {stage: \"{x}\"}}]}]'|missing_field 1:58",
                "'files: [{file: deals.csv, encoding: utf-7, records: [{type: deal, fields: {id: \"{id}\"}}]}]'|"
                        + "wrong_mapping 1:37",
                "'files: [{file: deals.csv, separator: \";;\", records: [{type: deal, fields: {id: \"{id}\"}}]}]'|"
                        + "wrong_mapping 1:38",
                "'files: [{file: \"[\", records: [{type: deal, fields: {id: \"{id}\"}}]}]'|wrong_mapping 1:16",
                "'files: [{file: deals.csv, header: maybe, records: [{type: deal, fields: {id: \"{id}\"}}]}]'|"
                        + "wrong_mapping 1:35",
                "'files: [{file: deals.csv, records: [{type: deal, skip_when: {column: x}, fields: {id: \"{id}\"}}]}]'|"
                        + "wrong_mapping 1:61",
                "'files: [{file: deals.csv, records: [{type: deal, skip_when: {column: q, empty: true}, fields:"
                        + " {id: \"{id}\"}}]}]'|unknown_column 1:70",
            })
    void shouldReportMistakesInTheFrameOfTheMapping(String mapping, String expected) {
        Inputs inputs = read(mapping);

        assertThat(String.join(" ", inputs.places())).isEqualTo(expected);
        assertThat(inputs.records()).isEmpty();
    }

    @Test
    void shouldSuggestTheColumnThatWasMeant() {
        Inputs inputs = new Inputs(folder)
                .with("m.mapping.yaml", "files: [{file: d.csv, records: [{type: deal, fields: {id: \"{deal_Id}\"}}]}]")
                .with("d.csv", "deal_id,x\n1,2\n")
                .read();

        assertThat(inputs.messages())
                .containsExactly("m.mapping.yaml:1:59: found 'deal_Id', not in d.csv, expected one of deal_id, x;"
                        + " did you mean 'deal_id'? [unknown_column]");
    }

    @Test
    void shouldGoOnWithOtherFilesWhenAMappingIsBroken() {
        Inputs inputs = new Inputs(folder)
                .with("a.csv", "id\n1\n")
                .with("b.jsonl", "{\"type\":\"deal\",\"id\":\"2\"}\n")
                .with("m.mapping.yaml", "files: [{file: a.csv, records: [{type: deal, fields: {ib: \"{id}\"}}]}]")
                .read();

        assertThat(inputs.records()).extracting(InputRecord::key).containsExactly("file/2");
        assertThat(inputs.places()).containsExactlyInAnyOrder("unknown_field 1:55", "missing_field 1:54");
    }
}
