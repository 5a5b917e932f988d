package dev.premia.replay.verify;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.formula.Value;
import dev.premia.domain.kpi.KpiCatalogue;
import dev.premia.domain.kpi.KpiDefinition;
import dev.premia.domain.kpi.StandardKpis;
import dev.premia.domain.money.MoneyView;
import dev.premia.domain.money.RateDate;
import dev.premia.domain.plan.OwnKpiUse;
import dev.premia.domain.time.Span;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.replay.BatchResult;
import dev.premia.replay.Settings;
import dev.premia.replay.verify.Difference.Kind;
import dev.premia.schemas.Kpi;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Compares the latest published KPIs with those of a batch result. */
final class KpiVerification {
    /** The digits that a published KPI has. */
    private static final int SCALE = 10;

    private final Map<Identity, Kpi> latest = new LinkedHashMap<>();

    /** A KPI as it is measured for everybody. */
    private record Measured(String plan, String kpi, WindowKind kind, String zone, String currency, String rateDate) {
        /** One that a plan defines. */
        static Measured ofPlan(String plan, String kpi, WindowKind kind) {
            return new Measured(plan, kpi, kind, null, null, null);
        }
    }

    private record Identity(Measured measured, Subject subject, Window window) {
        @Override
        public String toString() {
            String money = (measured.currency() == null ? "" : ", " + measured.currency())
                    + (measured.rateDate() == null ? "" : ", " + measured.rateDate());
            return measured.plan() == null
                    ? subject + ", " + measured.kpi() + ", " + window + " " + measured.zone() + money
                    : subject + ", " + measured.plan() + "/" + measured.kpi() + ", " + window;
        }
    }

    void add(Kpi kpi) {
        latest.put(identity(kpi), kpi);
    }

    /** How many KPIs there are of the subjects. */
    int count(Predicate<Subject> scope) {
        return (int) latest.keySet().stream()
                .filter(identity -> scope.test(identity.subject()))
                .count();
    }

    List<Difference> compare(BatchResult result, Collection<String> expectedKpis, Predicate<Subject> scope) {
        List<Difference> differences = new ArrayList<>();
        latest.forEach((identity, kpi) -> {
            if (scope.test(identity.subject())) {
                compare(identity, kpi, result, differences);
            }
        });
        Set<Measured> ofPeople = ofPeople(expectedKpis, result.settings());
        for (Subject subject : result.subjects()) {
            if (scope.test(subject)) {
                Set<Measured> wanted =
                        subject.isThing() ? standard(StandardKpis.of(subject.type()), result.settings()) : ofPeople;
                wanted.forEach(measured -> missing(measured, result, subject, differences));
                missingOfPlans(result, subject, differences);
            }
        }
        return differences;
    }

    /** What people and groups have: what everybody expects, and what was published of any of them. */
    private Set<Measured> ofPeople(Collection<String> expectedKpis, Settings settings) {
        Set<Measured> wanted = standard(expectedKpis, settings);
        latest.keySet().stream()
                .filter(identity ->
                        !identity.subject().isThing() && identity.measured().plan() == null)
                .forEach(identity -> wanted.add(identity.measured()));
        return wanted;
    }

    private static Set<Measured> standard(Collection<String> names, Settings settings) {
        Set<Measured> wanted = new LinkedHashSet<>();
        for (String name : names) {
            boolean money = KpiCatalogue.get(name).readsMoney();
            wanted.add(new Measured(
                    null, name, WindowKind.MONTH, settings.zone().getId(), money ? settings.currency() : null, null));
        }
        return wanted;
    }

    private static void compare(Identity identity, Kpi kpi, BatchResult result, List<Difference> differences) {
        Figure wanted = figure(identity, result).orElse(null);
        if (wanted == null) {
            boolean gone = identity.measured().plan() != null && kpi.getValue() == null && kpi.getTarget() == null;
            if (!gone) {
                differences.add(new Difference(
                        Kind.KPI, identity.toString(), "a KPI of the catalogue or of a plan", "an unknown name"));
            }
            return;
        }
        BigDecimal value = scaled(wanted.value().orElse(null));
        if (!same(value, kpi.getValue())) {
            differences.add(new Difference(Kind.KPI, identity.toString(), shown(value), shown(kpi.getValue())));
        }
        BigDecimal target = scaled(wanted.target());
        if (!same(target, kpi.getTarget())) {
            differences.add(new Difference(
                    Kind.KPI, identity.toString(), "target " + shown(target), "target " + shown(kpi.getTarget())));
        }
    }

    /** What a KPI should be, and its target or null. */
    private record Figure(Value value, BigDecimal target) {}

    private static Optional<Figure> figure(Identity identity, BatchResult result) {
        Measured measured = identity.measured();
        if (measured.plan() != null) {
            return result.planKpi(measured.plan(), measured.kpi(), identity.subject(), Span.of(identity.window()))
                    .map(figure -> new Figure(figure.value(), figure.target()));
        }
        return KpiCatalogue.find(measured.kpi())
                .map(definition -> new Figure(
                        value(definition, identity, result),
                        result.targetInForce(identity.subject(), definition.name(), identity.window())));
    }

    /** A KPI of 0 need not have been published. */
    private void missing(Measured measured, BatchResult result, Subject subject, List<Difference> differences) {
        missing(measured, result, subject, result.windows(subject, measured.kind()), differences);
    }

    private void missing(
            Measured measured, BatchResult result, Subject subject, Set<Window> windows, List<Difference> differences) {
        for (Window window : windows) {
            Identity identity = new Identity(measured, subject, window);
            BigDecimal wanted = figure(identity, result)
                    .map(figure -> scaled(figure.value().orElse(null)))
                    .orElse(null);
            if (wanted != null && wanted.signum() != 0 && !latest.containsKey(identity)) {
                differences.add(new Difference(Kind.KPI, identity.toString(), shown(wanted), "nothing"));
            }
        }
    }

    private void missingOfPlans(BatchResult result, Subject subject, List<Difference> differences) {
        for (String plan : result.plans().plans()) {
            for (OwnKpiUse use : result.plans().ownKpis(plan)) {
                if (use.whose().name().equals(subject.type().name())) {
                    Measured measured = Measured.ofPlan(plan, use.name(), use.kind());
                    missing(measured, result, subject, result.windows(plan, subject, use.kind()), differences);
                }
            }
        }
    }

    private static Value value(KpiDefinition definition, Identity identity, BatchResult result) {
        String currency = identity.measured().currency();
        RateDate rateDate = identity.measured().rateDate() == null ? RateDate.WIN_DATE : RateDate.PAYMENT_DATE;
        MoneyView by = new MoneyView(
                ZoneId.of(identity.measured().zone()),
                currency == null ? result.settings().currency() : currency,
                rateDate);
        return result.kpi(definition, List.of(), identity.subject(), Span.of(identity.window()), by);
    }

    private static Identity identity(Kpi kpi) {
        SubjectType type = SubjectType.valueOf(kpi.getSubjectType().name().toUpperCase(Locale.ROOT));
        Subject subject = new Subject(type, kpi.getSubject());
        Window window = LedgerVerification.window(kpi.getWindow(), kpi.getStartsOn());
        if (kpi.getPlan() != null) {
            return new Identity(Measured.ofPlan(kpi.getPlan(), kpi.getKpi(), window.kind()), subject, window);
        }
        return new Identity(
                new Measured(null, kpi.getKpi(), window.kind(), kpi.getZone(), kpi.getCurrency(), kpi.getRateDate()),
                subject,
                window);
    }

    private static BigDecimal scaled(BigDecimal value) {
        return value == null ? null : value.setScale(SCALE, RoundingMode.HALF_UP);
    }

    private static boolean same(BigDecimal left, BigDecimal right) {
        if (left == null || right == null) {
            return left == null && right == null;
        }
        return left.compareTo(right) == 0;
    }

    private static String shown(BigDecimal value) {
        return value == null ? "undefined" : value.stripTrailingZeros().toPlainString();
    }
}
