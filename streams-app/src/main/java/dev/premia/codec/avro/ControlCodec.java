package dev.premia.codec.avro;

import dev.premia.domain.control.Decision;
import dev.premia.schemas.ContestPlace;
import dev.premia.schemas.Control;
import dev.premia.schemas.ControlKind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decisions. The record's days, which move the as-of, are no decisions and are read by those who need them. */
public final class ControlCodec {
    private static final Set<ControlKind> DECISIONS = Set.of(
            ControlKind.adjustment,
            ControlKind.hold,
            ControlKind.release,
            ControlKind.credit_transfer,
            ControlKind.dispute,
            ControlKind.contest_result,
            ControlKind.restate_rate,
            ControlKind.close,
            ControlKind.close_result,
            ControlKind.close_completed);

    private ControlCodec() {}

    /** Whether this release acts on decisions of a kind. */
    public static boolean isDecision(ControlKind kind) {
        return DECISIONS.contains(kind);
    }

    /** Whether a kind is a close, one of its results, or its completion. */
    public static boolean isAboutClose(ControlKind kind) {
        return kind == ControlKind.close || kind == ControlKind.close_result || kind == ControlKind.close_completed;
    }

    /**
     * The decision that a record is.
     *
     * @throws ContractValueException when a field holds what has no form in the domain
     */
    public static Decision fromAvro(Control control) {
        Decision.Heading heading = new Decision.Heading(
                control.getId(),
                control.getAt(),
                control.getAuthor(),
                control.getApprover(),
                control.getReason(),
                control.getDocument());
        return switch (control.getKind()) {
            case adjustment -> adjustment(heading, control);
            case hold ->
                new Decision.Hold(
                        heading, control.getDeal(), control.getPlan(), control.getComponent(), control.getDay());
            case release ->
                new Decision.Release(
                        heading,
                        control.getDeal(),
                        control.getPlan(),
                        control.getComponent(),
                        control.getDay(),
                        control.getShare() == null ? BigDecimal.ONE : control.getShare());
            case credit_transfer ->
                new Decision.CreditTransfer(
                        heading,
                        control.getDeal(),
                        control.getManager(),
                        control.getToManager(),
                        control.getShare() == null ? BigDecimal.ONE : control.getShare(),
                        control.getDay());
            case dispute ->
                new Decision.Dispute(
                        heading,
                        control.getManager(),
                        control.getSequence() == null ? 0 : control.getSequence(),
                        control.getResolution());
            case contest_result -> contestResult(heading, control);
            case restate_rate ->
                new Decision.RestateRate(
                        heading,
                        control.getBase(),
                        control.getQuote(),
                        control.getDay(),
                        control.getRateRevision() == null ? 0 : control.getRateRevision());
            case close, close_result, close_completed -> CloseCodec.fromAvro(heading, control);
            default ->
                throw new ContractValueException(
                        "kind", control.getKind().name(), "a kind of decision that this release acts on");
        };
    }

    private static Decision.Adjustment adjustment(Decision.Heading heading, Control control) {
        return new Decision.Adjustment(
                heading,
                control.getManager(),
                control.getToManager(),
                control.getAdjustmentType(),
                month(control.getPostingPeriod()),
                control.getAmountMinor() == null ? 0 : control.getAmountMinor(),
                control.getCurrency());
    }

    static YearMonth month(String text) {
        try {
            return text == null ? null : YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new ContractValueException("posting_period", "'" + text + "'", "a month such as 2026-10");
        }
    }

    private static Decision.ContestResult contestResult(Decision.Heading heading, Control control) {
        List<Decision.Place> places = new ArrayList<>(control.getPlaces().size());
        for (ContestPlace place : control.getPlaces()) {
            places.add(new Decision.Place(
                    place.getManager(),
                    place.getPlace(),
                    place.getValue(),
                    place.getPrizeMinor() == null ? 0 : place.getPrizeMinor()));
        }
        return new Decision.ContestResult(
                heading,
                control.getPlan(),
                control.getPlanVersion() == null ? 0 : control.getPlanVersion(),
                control.getComponent(),
                Fields.window(control.getWindowKind(), control.getWindowStart()),
                places);
    }

    /** A contest's result as a record; other decisions are written by hand. */
    public static Control toAvro(Decision.ContestResult result) {
        Control control = DecisionRecords.heading(result.heading());
        control.setKind(ControlKind.contest_result);
        control.setPlan(result.plan());
        control.setPlanVersion(result.version());
        control.setComponent(result.component());
        control.setWindowKind(
                dev.premia.schemas.WindowKind.valueOf(result.window().kind().label()));
        control.setWindowStart(result.window().start());
        List<ContestPlace> places = new ArrayList<>(result.places().size());
        for (Decision.Place place : result.places()) {
            places.add(new ContestPlace(
                    place.manager(),
                    place.place(),
                    place.value() == null ? null : Fields.factor("places.value", place.value()),
                    place.prizeMinor()));
        }
        control.setPlaces(places);
        return control;
    }
}
