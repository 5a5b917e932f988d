package dev.premia.testkit;

import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.CustomerStanding;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.DealMeasuring;
import dev.premia.domain.credit.DealMeasuring.CustomerOrder;
import dev.premia.domain.credit.DealOutcome;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.Header;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.plan.ComponentAmount;
import dev.premia.domain.plan.PlanBook;
import dev.premia.domain.plan.PlanEvaluator;
import dev.premia.domain.plan.PlanReads;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of one manager and his team in memory, for tests of plans. Deals close at noon in the plan's zone. */
public final class FakeFigures extends BareFigures {
    public static final Subject MANAGER = Subject.manager("crm/anna");
    public static final Subject TEAM = Subject.team("crm/hunters");

    private final PlanVersion plan;
    private final Map<Subject, TreeMap<Integer, DayCells>> cells = new HashMap<>();
    private final Map<String, BigDecimal> targets = new HashMap<>();
    private final List<DealCredit> deals = new ArrayList<>();

    public FakeFigures(PlanVersion plan) {
        this.plan = plan;
    }

    /** A won deal of the manager. */
    public FakeFigures deal(String day, String amount) {
        return deal(new Deal(day, amount));
    }

    /** A won deal of a subject, with whatever a filter may ask about it. */
    public FakeFigures deal(Deal deal) {
        DealCredit credit = deal.credit("crm/" + (deals.size() + 1), plan);
        if (deal.subject.equals(MANAGER)) {
            deals.add(credit);
        }
        DealMeasuring.addCells(
                credit,
                deal.standing(credit),
                plan.zone(),
                (at, measure, dimension, delta) -> add(deal.subject, at, measure, dimension, delta));
        DealMeasuring.addDefinedCells(
                credit,
                deal.standing(credit),
                plan.zone(),
                PlanReads.of(plan).dealMeasures(),
                (at, measure, dimension, delta) -> add(deal.subject, at, measure, dimension, delta));
        return this;
    }

    /** The same deal several times. */
    public FakeFigures deals(int count, String day, String amount) {
        for (int i = 0; i < count; i++) {
            deal(day, amount);
        }
        return this;
    }

    /** A measure without a dimension, such as a count of leads or calls. */
    public FakeFigures count(long measure, String day, long count) {
        add(MANAGER, (int) LocalDate.parse(day).toEpochDay(), measure, 0, count);
        return this;
    }

    /** A target of a subject, in every window. */
    public FakeFigures target(Subject subject, String kpi, String amount) {
        targets.put(subject.key() + "|" + kpi, new BigDecimal(amount));
        return this;
    }

    public FakeFigures target(String kpi, String amount) {
        return target(MANAGER, kpi, amount);
    }

    private void add(Subject subject, int day, long measure, long dimension, long delta) {
        cells.computeIfAbsent(subject, each -> new TreeMap<>())
                .computeIfAbsent(day, each -> new DayCells())
                .add(measure, dimension, delta);
    }

    /** What each component pays in the window that contains a day, as amounts. */
    public Map<String, BigDecimal> pay(String day) {
        PlanBook book = new PlanBook();
        book.add(plan);
        PlanEvaluator evaluator = new PlanEvaluator(book, anna(), this);
        Map<String, BigDecimal> pay = new TreeMap<>();
        for (ComponentAmount amount :
                evaluator.evaluate(plan.plan(), Window.containing(plan.period(), LocalDate.parse(day)))) {
            pay.put(amount.component(), Currencies.toAmount(amount.minor(), amount.currency()));
        }
        return pay;
    }

    private static ManagerRecord anna() {
        return new ManagerRecord(
                new Header(MANAGER.id(), 1, null, false, "crm"),
                "Anna",
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    @Override
    public CellReader cells(Subject subject, ZoneId zone) {
        TreeMap<Integer, DayCells> days = cells.get(subject);
        return days == null
                ? CellReader.EMPTY
                : (from, to, visitor) -> days.subMap(from, to).forEach(visitor::day);
    }

    @Override
    public BigDecimal target(Subject subject, String kpi, Window window) {
        return targets.get(subject.key() + "|" + kpi);
    }

    @Override
    public String teamOn(LocalDate day) {
        return TEAM.id();
    }

    @Override
    public ManagerRecord manager() {
        return anna();
    }

    @Override
    public List<DealCredit> wonDeals(DayRange days, ZoneId zone) {
        return deals.stream()
                .filter(deal -> days.contains(
                        (int) LocalDate.ofInstant(deal.closedAt(), zone).toEpochDay()))
                .sorted(Comparator.comparing(DealCredit::closedAt).thenComparing(DealCredit::deal))
                .toList();
    }

    /** A won deal. */
    public static final class Deal {
        private final String day;
        private final String amount;
        private Subject subject = MANAGER;
        private CustomerOrder order = CustomerOrder.NONE;
        private long shareNanos = DealCredit.WHOLE_SHARE;
        private List<String> tags = List.of();
        private List<String> products = List.of();
        private String segment;
        private Map<String, String> attributes = Map.of();

        public Deal(String day, String amount) {
            this.day = day;
            this.amount = amount;
        }

        public Deal of(Subject newSubject) {
            subject = newSubject;
            return this;
        }

        public Deal first() {
            order = CustomerOrder.FIRST;
            return this;
        }

        public Deal repeat() {
            order = CustomerOrder.REPEAT;
            return this;
        }

        public Deal tagged(String... newTags) {
            tags = List.of(newTags);
            return this;
        }

        public Deal products(String... newProducts) {
            products = List.of(newProducts);
            return this;
        }

        public Deal segment(String newSegment) {
            segment = newSegment;
            return this;
        }

        public Deal attribute(String name, String value) {
            attributes = Map.of(name, value);
            return this;
        }

        /** The manager's part of the deal, e.g. {@code 0.5}. */
        public Deal share(String share) {
            shareNanos = new BigDecimal(share)
                    .movePointRight(DealCredit.SHARE_DIGITS)
                    .longValueExact();
            return this;
        }

        private CustomerStanding standing(DealCredit credit) {
            Instant firstAt = order == CustomerOrder.NONE ? null : credit.closedAt();
            return new CustomerStanding(order, firstAt, List.of());
        }

        private DealCredit credit(String id, PlanVersion plan) {
            Instant closed = LocalDate.parse(day)
                    .atTime(LocalTime.NOON)
                    .atZone(plan.zone())
                    .toInstant();
            long whole = Currencies.toMinor(new BigDecimal(amount), plan.currency());
            long credited = BigDecimal.valueOf(whole)
                    .multiply(BigDecimal.valueOf(shareNanos, DealCredit.SHARE_DIGITS))
                    .setScale(0, java.math.RoundingMode.HALF_UP)
                    .longValueExact();
            List<DealCredit.Line> lines = products.stream()
                    .map(product ->
                            new DealCredit.Line(product, credited / products.size(), credited / products.size(), 1000))
                    .toList();
            return new DealCredit(
                    id,
                    1,
                    subject,
                    false,
                    DealOutcome.WON,
                    closed,
                    closed,
                    shareNanos,
                    plan.currency(),
                    whole,
                    credited,
                    DealCredit.Cash.unpaid(whole, credited),
                    null,
                    null,
                    null,
                    null,
                    segment,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    tags,
                    lines,
                    attributes);
        }
    }
}
