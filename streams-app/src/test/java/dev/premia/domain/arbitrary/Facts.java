package dev.premia.domain.arbitrary;

import dev.premia.domain.credit.Conversion;
import dev.premia.domain.credit.CustomerPurchases.Party;
import dev.premia.domain.credit.CustomerPurchases.Purchase;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.DealOutcome;
import dev.premia.domain.credit.LineMoney;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ContentDigest;
import dev.premia.domain.event.EntityEvent;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.fact.DealFact;
import dev.premia.domain.fact.ExchangeRates;
import dev.premia.domain.fact.LatestFact;
import dev.premia.domain.fact.RevisionMark;
import dev.premia.domain.money.MoneyView;
import dev.premia.domain.money.RateDate;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary facts, credits and day cells. */
public final class Facts {
    private static final double NULL_SHARE = 0.2;

    private Facts() {}

    public static Arbitrary<RevisionMark> mark() {
        Arbitrary<Long> changedAt = Arbitraries.longs().injectNull(NULL_SHARE);
        return Combinators.combine(
                        Arbitraries.longs(), changedAt, Arbitraries.longs(), Arbitraries.longs(), Values.coin())
                .as((revision, changed, high, low, dated) -> new RevisionMark(
                        dated && changed != null ? changed : revision,
                        changed == null ? Long.MIN_VALUE : changed,
                        new ContentDigest(high, low)));
    }

    /** Facts whose mark mostly is that of their event. */
    public static <E extends EntityEvent> Arbitrary<LatestFact<E>> latest(Arbitrary<E> event) {
        return Combinators.combine(event, mark(), Arbitraries.integers().between(0, 3))
                .as((content, mark, choice) ->
                        new LatestFact<>(choice == 0 ? mark : RevisionMark.of(content), content));
    }

    /** Facts made by folding deals and payments, so that they are such as arise. */
    public static Arbitrary<DealFact> dealFact() {
        return Combinators.combine(
                        Events.deal().list().ofMaxSize(3),
                        Events.payment().list().ofMaxSize(3))
                .as((deals, payments) -> {
                    DealFact fact = DealFact.UNKNOWN;
                    for (var deal : deals) {
                        fact = fact.fold(deal).fact();
                    }
                    for (var payment : payments) {
                        fact = fact.withPayment(payment);
                    }
                    return fact;
                });
    }

    public static Arbitrary<Subject> subject() {
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(SubjectType.MANAGER, SubjectType.TEAM), Values.id())
                        .as(Subject::new),
                Arbitraries.just(Subject.COMPANY));
    }

    private static Arbitrary<LineMoney> lineMoney() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs(), Arbitraries.longs(), Arbitraries.longs())
                .as(LineMoney::new);
    }

    public static Arbitrary<DealCredit> credit() {
        var line = Combinators.combine(
                        Values.reference(),
                        Values.optionalText(),
                        Events.datedTag().list().ofMaxSize(2),
                        lineMoney(),
                        Arbitraries.longs(),
                        Arbitraries.longs())
                .as(DealCredit.Line::new);
        var payment = Combinators.combine(Values.instant(), Arbitraries.longs(), Arbitraries.longs())
                .as(DealCredit.Payment::new);
        var cash = Combinators.combine(
                        Arbitraries.longs(), Arbitraries.longs(), payment.list().ofMaxSize(3))
                .as(DealCredit.Cash::new);
        return Combinators.combine(
                        Combinators.combine(
                                        Values.id(), subject(), Values.coin(), Arbitraries.of(DealOutcome.class), cash)
                                .as(Head::new),
                        Arbitraries.longs().list().ofSize(4),
                        Values.optionalInstant().list().ofSize(2),
                        Values.optionalText().list().ofSize(9),
                        Values.text().list().ofMaxSize(3),
                        line.list().ofMaxSize(3),
                        Combinators.combine(
                                        Values.attributes(), conversion().list().ofMaxSize(2))
                                .as(Tail::new))
                .as((head, numbers, instants, texts, tags, lines, tail) -> new DealCredit(
                        head.deal(),
                        numbers.get(0),
                        head.subject(),
                        head.overlay(),
                        head.outcome(),
                        instants.get(0),
                        instants.get(1),
                        numbers.get(1),
                        texts.get(0),
                        numbers.get(2),
                        numbers.get(3),
                        head.cash(),
                        head.overlay()
                                ? null
                                : new DealCredit.Costs(numbers.get(3), numbers.get(0), numbers.get(1), numbers.get(2)),
                        texts.get(1),
                        texts.get(2),
                        texts.get(3),
                        texts.get(4),
                        texts.get(5),
                        texts.get(6),
                        numbers,
                        texts.get(7),
                        texts.get(8),
                        tags,
                        lines,
                        tail.attributes(),
                        List.of(),
                        tail.conversions()));
    }

    private record Tail(Map<String, String> attributes, List<Conversion> conversions) {}

    private static Arbitrary<Conversion> conversion() {
        var view = Combinators.combine(
                        Arbitraries.of("Europe/Moscow", "UTC").map(ZoneId::of),
                        Arbitraries.of("RUB", "USD"),
                        Arbitraries.of(RateDate.class))
                .as(MoneyView::new);
        var rate = Combinators.combine(
                        Values.day(),
                        Values.decimal(10).map(each -> each == null ? BigDecimal.ONE : each),
                        Arbitraries.integers().between(1, 100),
                        Values.coin())
                .as(ExchangeRates.Applied::new)
                .injectNull(0.3);
        var use = Combinators.combine(Values.day(), rate).as(Conversion.RateUse::new);
        var line = lineMoney();
        return Combinators.combine(
                        view,
                        Values.text(),
                        Arbitraries.longs(),
                        Arbitraries.longs(),
                        line.list().ofMaxSize(2),
                        use.list().ofMaxSize(3))
                .as((reader, from, whole, credited, lines, uses) -> new Conversion(
                        reader,
                        from,
                        whole,
                        credited,
                        DealCredit.Cash.unpaid(whole, credited),
                        whole % 2 == 0 ? null : new DealCredit.Costs(whole, credited, whole, credited),
                        lines,
                        uses));
    }

    private record Head(String deal, Subject subject, boolean overlay, DealOutcome outcome, DealCredit.Cash cash) {}

    public static Arbitrary<Purchase> purchase() {
        var party = Combinators.combine(subject(), Values.coin()).as(Party::new);
        return Combinators.combine(
                        Values.instant(),
                        Values.id(),
                        Values.coin(),
                        party.list().ofMaxSize(4),
                        Values.id().list().ofMaxSize(3))
                .as(Purchase::new);
    }

    /** Day cells of usual measures and of the outermost numbers. */
    public static Arbitrary<DayCells> cells() {
        Arbitrary<Long> measure = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 46),
                Arbitraries.longs().between(1, 46).map(number -> number | Measures.OVERLAY),
                Arbitraries.longs().map(number -> Measures.filtered(1, "tag = " + number)),
                Arbitraries.of(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE));
        Arbitrary<Long> dimension = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 3), Arbitraries.longs(), Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE));
        // Far from the ends of the range, so that all the additions to one cell do not overflow it.
        Arbitrary<Long> value = Arbitraries.longs().between(Long.MIN_VALUE / 64, Long.MAX_VALUE / 64);
        return Combinators.combine(measure, dimension, value)
                .as(Cell::new)
                .list()
                .ofMaxSize(30)
                .map(list -> {
                    DayCells cells = new DayCells();
                    list.forEach(cell -> cells.add(cell.measure(), cell.dimension(), cell.value()));
                    return cells;
                });
    }

    private record Cell(long measure, long dimension, long value) {}
}
