package dev.premia.domain.plan.own;

import dev.premia.domain.credit.Measures;
import dev.premia.domain.event.LeadEvent;
import dev.premia.domain.formula.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The fields of a lead. */
final class LeadFields {
    static final String RESPONSE_STRETCH = "response_stretch";
    static final String HANDLING_STRETCH = "handling_stretch";

    private LeadFields() {}

    /** What only KPIs of the catalogue look at: from when to when, as {@link Measures#stretch}. */
    static List<FactField> hidden() {
        return List.of(
                FactField.number(
                        RESPONSE_STRETCH,
                        Unit.NONE,
                        0,
                        row -> stretch(row.lead(), row.lead().firstTouchAt())),
                FactField.number(
                        HANDLING_STRETCH,
                        Unit.NONE,
                        0,
                        row -> stretch(row.lead(), row.lead().closedAt())));
    }

    private static BigDecimal stretch(LeadEvent lead, Instant until) {
        BigDecimal seconds = seconds(lead, until);
        return seconds == null
                ? null
                : BigDecimal.valueOf(Measures.stretch(lead.createdAt().getEpochSecond(), seconds.longValueExact()));
    }

    static List<FactField> all() {
        return List.of(
                FactField.text("status", row -> row.lead().status()),
                FactField.text("channel", row -> row.lead().channel()),
                FactField.text("campaign", row -> row.lead().campaign()),
                FactField.text("segment", row -> row.lead().segment()),
                FactField.text("customer", row -> row.lead().customer()),
                FactField.text("deal", row -> row.lead().deal()),
                FactField.flag("processed", row -> row.lead().firstTouchAt() != null),
                FactField.flag("qualified", row -> row.lead().qualifiedAt() != null),
                FactField.flag("converted", row -> row.lead().convertedAt() != null),
                FactField.flag("closed", row -> row.lead().closedAt() != null),
                FactField.number(
                        "response_seconds",
                        Unit.SECONDS,
                        0,
                        row -> seconds(row.lead(), row.lead().firstTouchAt())),
                FactField.number(
                        "handling_seconds",
                        Unit.SECONDS,
                        0,
                        row -> seconds(row.lead(), row.lead().closedAt())));
    }

    private static BigDecimal seconds(LeadEvent lead, Instant until) {
        return until == null
                ? null
                : BigDecimal.valueOf(
                        Math.max(0, Duration.between(lead.createdAt(), until).toSeconds()));
    }
}
