package dev.premia.codec.state;

import dev.premia.codec.state.GoldenSamples.Sample;
import dev.premia.domain.event.ContractEvent;
import dev.premia.domain.event.Header;
import dev.premia.domain.event.MarketEvent;
import dev.premia.domain.event.SpendEvent;
import dev.premia.domain.event.SurveyEvent;
import dev.premia.domain.event.SurveyKind;
import dev.premia.domain.event.WorktimeEvent;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiConsumer;

/** Samples of spending, hours, sizes of markets, contracts, and of what employees say. */
final class RecordedFigureSamples {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    private static final Instant AT = Instant.parse("2026-10-05T09:30:00Z");

    private RecordedFigureSamples() {}

    static void addTo(BiConsumer<String, Sample<?>> samples) {
        samples.accept("spend", new Sample<>(ManagerEventCodec.FORMAT, spend()));
        samples.accept("worktime", new Sample<>(ManagerEventCodec.FORMAT, worktime()));
        samples.accept("market", new Sample<>(ManagerEventCodec.FORMAT, market()));
        samples.accept("market-whole", new Sample<>(ManagerEventCodec.FORMAT, wholeMarket()));
        samples.accept("contract", new Sample<>(ManagerEventCodec.FORMAT, contract()));
        samples.accept("survey-staff", new Sample<>(ManagerEventCodec.FORMAT, staffSurvey()));
    }

    private static Header header(String id) {
        return new Header("crm/" + id, 3, AT, false, "crm");
    }

    private static SpendEvent spend() {
        return new SpendEvent(
                header("51"), "crm/summer", new BigDecimal("1500.50"), "RUB", DAY, "radio", Map.of("city", "Kazan"));
    }

    private static WorktimeEvent worktime() {
        return new WorktimeEvent(header("52"), "crm/17", DAY, new BigDecimal("7.5"), Map.of());
    }

    private static MarketEvent market() {
        Window quarter = Window.containing(WindowKind.QUARTER, DAY);
        return new MarketEvent(header("53"), quarter, "retail", new BigDecimal("9000000"), "RUB", Map.of());
    }

    private static MarketEvent wholeMarket() {
        return new MarketEvent(header("54"), null, null, null, null, Map.of());
    }

    private static ContractEvent contract() {
        return new ContractEvent(
                header("55"), "crm/501", "crm/17", new BigDecimal("120000.00"), "RUB", DAY, DAY.plusYears(1), Map.of());
    }

    private static SurveyEvent staffSurvey() {
        return new SurveyEvent(
                header("56"), SurveyKind.STAFF, new BigDecimal("4"), AT, "crm/17", null, null, null, Map.of());
    }
}
