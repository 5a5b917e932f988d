package dev.premia.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.schemas.Control;
import dev.premia.schemas.Deal;
import dev.premia.schemas.Lead;
import dev.premia.schemas.Payment;
import dev.premia.schemas.Topics;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLineReaderTest {

    private final List<InputProblem> problems = new ArrayList<>();
    private final JsonLineReader reader = new JsonLineReader("file", ZoneId.of("Europe/Moscow"));

    private InputRecord read(String line) {
        return reader.read(line, Path.of("in.jsonl"), 3, problems::add).orElse(null);
    }

    private Deal deal(String fields) {
        InputRecord record = read("{\"type\":\"deal\",\"id\":\"1\"" + fields + "}");
        assertThat(problems).isEmpty();
        return (Deal) record.value();
    }

    @Test
    void shouldFillDefaultsWhenFieldsAreMissing() {
        Deal deal = deal("");

        assertThat(deal.getId()).isEqualTo("file/1");
        assertThat(deal.getSource()).isEqualTo("file");
        assertThat(deal.getRevision()).isEqualTo(1);
        assertThat(deal.getDeleted()).isFalse();
        assertThat(deal.getCredits()).isEmpty();
        assertThat(deal.getAttributes()).isEmpty();
    }

    @Test
    void shouldQualifyReferencesBySourceOfTheRecord() {
        Deal deal = deal(",\"source\":\"crm\",\"owner\":7,\"customer\":\"other/9\",\"credits\":[{\"manager\":\"8\"}],"
                + "\"lines\":[{\"product\":\"p\"}]");

        assertThat(deal.getId()).isEqualTo("crm/1");
        assertThat(deal.getOwner()).isEqualTo("crm/7");
        assertThat(deal.getCustomer()).isEqualTo("other/9");
        assertThat(deal.getCredits().get(0).getManager()).isEqualTo("crm/8");
        assertThat(deal.getLines().get(0).getProduct()).isEqualTo("crm/p");
    }

    @Test
    void shouldTakeSourceFromTheIdWhenItIsQualified() {
        InputRecord record = read("{\"type\":\"payment\",\"id\":\"bank/5\",\"deal\":\"1\"}");

        Payment payment = (Payment) record.value();
        assertThat(payment.getSource()).isEqualTo("bank");
        assertThat(payment.getDeal()).isEqualTo("bank/1");
        assertThat(record.key()).isEqualTo("bank/5");
        assertThat(record.topic()).isEqualTo(Topics.PAYMENTS);
    }

    @Test
    void shouldTakeEmptyReferencesForNone() {
        Deal deal = deal(",\"source\":\"\",\"owner\":\"\",\"stage\":\"\"");

        assertThat(deal.getOwner()).isNull();
        assertThat(deal.getSource()).isEqualTo("file");
        assertThat(deal.getStage()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"1250.5\"', 1250.5000",
        "1250.5, 1250.5000",
        "0.1, 0.1000",
        "'\"-3\"', -3.0000",
        "1e3, 1000.0000",
        "1.50000000, 1.5000",
        "9999999999999999.9999, 9999999999999999.9999"
    })
    void shouldReadDecimalsExactly(String json, BigDecimal expected) {
        assertThat(deal(",\"amount\":" + json).getAmount()).isEqualTo(expected);
    }

    @Test
    void shouldNumberRevisionsByChangeWhenTheyAreNotGiven() {
        Deal deal = deal(",\"changed_at\":\"2026-04-01T00:30:00+03:00\"");

        assertThat(deal.getChangedAt()).isEqualTo(Instant.parse("2026-03-31T21:30:00Z"));
        assertThat(deal.getRevision()).isEqualTo(deal.getChangedAt().toEpochMilli());
        assertThat(deal(",\"revision\":42,\"changed_at\":\"2026-04-01T00:30:00Z\"")
                        .getRevision())
                .isEqualTo(42);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"recorded_at\":\"2026-05-01T00:00:00Z\",\"changed_at\":\"2026-04-01T00:00:00Z\"', 2026-05-01T00:00:00Z",
        "'\"changed_at\":\"2026-04-01T00:00:00Z\",\"closed_at\":\"2026-03-01T00:00:00Z\"', 2026-04-01T00:00:00Z",
        "'\"closed_at\":\"2026-03-01T00:00:00Z\",\"created_at\":\"2026-02-01T00:00:00Z\"', 2026-03-01T00:00:00Z",
        "'\"created_at\":\"2026-02-01T00:00:00.123456Z\"', 2026-02-01T00:00:00.123Z",
        "'\"stage\":\"x\"', "
    })
    void shouldDeriveWhenTheLogAcceptedTheRecord(String fields, Instant expected) {
        assertThat(read("{\"type\":\"deal\",\"id\":\"1\"," + fields + "}").recordedAt())
                .isEqualTo(expected);
    }

    @Test
    void shouldBeginDaysInTheZoneWhenARecordHasADateAlone() {
        assertThat(read("{\"type\":\"spend\",\"id\":\"1\",\"spent_on\":\"2026-04-01\"}")
                        .recordedAt())
                .isEqualTo("2026-03-31T21:00:00Z");
    }

    @Test
    void shouldKeepUnknownFieldsAsAttributes() {
        InputRecord record = read("{\"type\":\"lead\",\"id\":\"1\",\"utm_source\":\"ads\",\"score\":7.50,\"hot\":true,"
                + "\"nothing\":null,\"tree\":{\"a\":[1,\"x\"]},\"attributes\":{\"own\":\"yes\"}}");

        assertThat(((Lead) record.value()).getAttributes())
                .containsEntry("utm_source", "ads")
                .containsEntry("score", "7.50")
                .containsEntry("hot", "true")
                .containsEntry("tree", "{\"a\":[1,\"x\"]}")
                .containsEntry("own", "yes")
                .hasSize(5);
    }

    @Test
    void shouldGiveControlRecordsNoKeyAndNoQualifiedId() {
        InputRecord record = read("{\"type\":\"control\",\"id\":\"d-1\",\"kind\":\"day\",\"day\":\"2026-04-01\","
                + "\"zone\":\"Europe/Moscow\",\"at\":\"2026-04-01T00:00:00+03:00\",\"manager\":\"crm/1\"}");

        assertThat(record.key()).isNull();
        assertThat(((Control) record.value()).getId()).isEqualTo("d-1");
        assertThat(record.recordedAt()).isEqualTo("2026-03-31T21:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"deal\",\"id\":\"1\",\"amount\":\"12,5\"}|wrong_number|34|amount",
                "{\"type\":\"deal\",\"id\":\"1\",\"amount\":\"1.00001\"}|wrong_number|34|amount",
                "{\"type\":\"deal\",\"id\":\"1\",\"amount\":true}|wrong_number|34|amount",
                "{\"type\":\"deal\",\"id\":\"1\",\"amount\":1e300}|wrong_number|34|amount",
                "{\"type\":\"deal\",\"id\":\"1\",\"amount\":[1]}|wrong_type|34|amount",
                "{\"type\":\"deal\",\"id\":\"1\",\"revision\":1.5}|wrong_number|36|revision",
                "{\"type\":\"deal\",\"id\":\"1\",\"revision\":9223372036854775808}|wrong_number|36|revision",
                "{\"type\":\"deal\",\"id\":\"1\",\"status\":\"wun\"}|unknown_value|34|status",
                "{\"type\":\"deal\",\"id\":\"1\",\"status\":\"unknown\"}|unknown_value|34|status",
                "{\"type\":\"deal\",\"id\":\"1\",\"deleted\":\"yes\"}|wrong_flag|35|deleted",
                "{\"type\":\"deal\",\"id\":\"1\",\"closed_at\":\"2026-04-01\"}|wrong_instant|37|closed_at",
                "{\"type\":\"deal\",\"id\":\"1\",\"closed_at\":\"2026-04-01T10:00:00\"}|wrong_instant|37|closed_at",
                "{\"type\":\"deal\",\"id\":\"1\",\"closed_at\":\"2026-02-30T10:00:00Z\"}|wrong_instant|37|closed_at",
                "{\"type\":\"deal\",\"id\":\"1\",\"closed_at\":1775000000}|wrong_instant|37|closed_at",
                "{\"type\":\"deal\",\"id\":\"1\",\"stage\":false}|wrong_type|33|stage",
                "{\"type\":\"deal\",\"id\":\"1\",\"lines\":{}}|wrong_type|33|lines",
                "{\"type\":\"deal\",\"id\":\"1\",\"lines\":[{\"produkt\":\"x\",\"product\":\"y\"}]}|unknown_field|45|"
                        + "lines[0].produkt",
                "{\"type\":\"deal\",\"id\":\"1\",\"credits\":[{\"share\":\"0.5\"}]}|missing_field|36|credits[0].manager",
                "{\"type\":\"spend\",\"id\":\"1\",\"spent_on\":\"2026-02-29\"}|wrong_date|37|spent_on",
                "{\"type\":\"deal\",\"revision\":1}|missing_field|1|id",
                "{\"type\":\"deal\",\"id\":null}|missing_field|1|id",
                "{\"type\":\"deal\",\"id\":\"\"}|missing_field|1|id",
                "{\"type\":\"deal\",\"id\":\"1\",\"id\":\"2\"}|duplicate_field|25|id",
                "{\"type\":\"deal\",\"id\":\"1\",\"x\":\"a\",\"attributes\":{\"x\":\"b\"}}|duplicate_field|29|x",
                "{\"type\":\"deal\",\"id\":\"1\",\"recorded_at\":\"today\"}|wrong_instant|39|recorded_at",
                "{\"id\":\"1\"}|missing_type|1|type",
                "{\"type\":\"dael\",\"id\":\"1\"}|unknown_type|9|type",
            })
    void shouldNameThePlaceWhenAValueIsWrong(String line, String code, int column, String field) {
        assertThat(read(line)).isNull();

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code().code()).isEqualTo(code);
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.field()).isEqualTo(field);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"deal\",\"id\":",
                "{\"type\":\"deal\" \"id\":\"1\"}",
                "{\"type\":\"deal\",\"id\":\"1\"} {}",
                "{\"type\":\"deal\",\"id\":'1'}",
                "{\"type\":\"deal\",\"id\":\"1\",\"amount\":NaN}",
                "[1,2]",
                "deal;1;2",
                "\"text\""
            })
    void shouldReportBrokenJson(String line) {
        assertThat(read(line)).isNull();

        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.code())
                .isEqualTo(ProblemCode.BROKEN_JSON));
        assertThat(problems.get(0).column()).isPositive();
    }

    @Test
    void shouldReportEveryWrongValueOfALine() {
        read("{\"type\":\"deal\",\"id\":\"1\",\"amount\":\"x\",\"status\":\"y\"}");

        assertThat(problems).extracting(InputProblem::field).containsExactlyInAnyOrder("amount", "status");
    }

    @Test
    void shouldTellPeopleWhatToDo() {
        read("{\"type\":\"deal\",\"id\":\"1\",\"status\":\"wun\"}");

        assertThat(problems.get(0).message())
                .isEqualTo("in.jsonl:3:34: status: found \"wun\", expected one of open, won, lost; did you mean 'won'?"
                        + " [unknown_value]");
    }
}
