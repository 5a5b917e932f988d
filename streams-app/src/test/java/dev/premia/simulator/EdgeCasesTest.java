package dev.premia.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.schemas.Call;
import dev.premia.schemas.CreditKind;
import dev.premia.schemas.Deal;
import dev.premia.schemas.DealStatus;
import dev.premia.schemas.Manager;
import dev.premia.schemas.Payment;
import dev.premia.schemas.PaymentKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Counts in 100,000 records what a real department does to a bonus system. */
class EdgeCasesTest {
    private static final SimulationOptions OPTIONS =
            SimulationOptions.defaults().withEvents(100_000);
    private static final int SOME = 3;

    private static List<SimulatedRecord> records;
    /** Revisions of every deal in revision order, each revision once. */
    private static List<List<Deal>> histories;

    @BeforeAll
    static void simulate() {
        records = Simulator.stream(OPTIONS).toList();
        Map<String, TreeMap<Long, Deal>> byId = new HashMap<>();
        for (Deal deal : all(Deal.class)) {
            byId.computeIfAbsent(deal.getId(), id -> new TreeMap<>()).putIfAbsent(deal.getRevision(), deal);
        }
        histories = byId.values().stream()
                .map(revisions -> List.copyOf(revisions.values()))
                .toList();
    }

    @Test
    void shouldReassignDealsWhenOpenAndWhenWon() {
        assertThat(steps((a, b) -> open(a) && !gone(b) && !a.getOwner().equals(b.getOwner())))
                .isGreaterThan(SOME);
        assertThat(steps((a, b) -> won(a) && won(b) && !a.getOwner().equals(b.getOwner())))
                .isGreaterThan(SOME);
    }

    @Test
    void shouldAmendAmountsWhenOpenAndWhenWon() {
        assertThat(steps((a, b) -> open(a) && open(b) && amended(a, b))).isGreaterThan(SOME);
        assertThat(steps((a, b) -> won(a) && won(b) && amended(a, b))).isGreaterThan(SOME);
    }

    @Test
    void shouldMoveCloseDatesToOtherMonthsWhenWon() {
        assertThat(steps((a, b) -> won(a) && won(b) && !month(a.getClosedAt()).equals(month(b.getClosedAt()))))
                .isGreaterThan(SOME);
    }

    @Test
    void shouldReopenAndWinAgainWhenADealWasWon() {
        assertThat(histories.stream().filter(history -> {
                    List<DealStatus> path =
                            history.stream().map(Deal::getStatus).toList();
                    int first = path.indexOf(DealStatus.won);
                    int last = path.lastIndexOf(DealStatus.won);
                    return first >= 0 && path.subList(first, last + 1).contains(DealStatus.open);
                }))
                .hasSizeGreaterThan(SOME);
    }

    @Test
    void shouldDeleteRestoreAndMergeWhenDataIsCleaned() {
        assertThat(steps((a, b) -> won(a) && gone(b))).isGreaterThan(SOME);
        assertThat(steps((a, b) -> gone(a) && won(b))).isGreaterThan(SOME);
        List<String> targets = all(Deal.class).stream()
                .map(deal -> deal.getAttributes().get("merged_into"))
                .filter(target -> target != null)
                .distinct()
                .toList();
        Set<String> known = new HashSet<>();
        histories.forEach(history -> known.add(history.get(0).getId()));
        assertThat(targets).hasSizeGreaterThan(SOME).allMatch(known::contains);
    }

    @Test
    void shouldShareDealsInEveryWayWhenSeveralSell() {
        assertThat(deals(deal -> deal.getCredits().size() == 2)).isGreaterThan(SOME);
        assertThat(deals(deal -> deal.getCredits().size() == 3)).isGreaterThan(SOME);
        assertThat(deals(deal -> deal.getCredits().stream().anyMatch(each -> each.getWeight() != null)))
                .isGreaterThan(SOME);
        assertThat(deals(deal -> deal.getCredits().stream().anyMatch(each -> each.getKind() == CreditKind.overlay)))
                .isGreaterThan(SOME);
        assertThat(all(Deal.class))
                .allSatisfy(deal -> assertThat(mainShares(deal)).isIn(0, 1));
    }

    @Test
    void shouldLoseRenewAndTagDealsWhenBusinessGoesOn() {
        assertThat(all(Deal.class).stream().map(Deal::getLostReason).distinct()).hasSizeGreaterThan(5);
        assertThat(deals(deal -> deal.getContractRenewal() != null)).isGreaterThan(SOME);
        assertThat(deals(deal -> deal.getLines().size() > 1)).isGreaterThan(SOME);
        assertThat(deals(deal -> deal.getLines().stream()
                        .anyMatch(line -> !line.getTags().isEmpty())))
                .isGreaterThan(SOME);
        Map<String, Set<String>> buyers = new HashMap<>();
        all(Deal.class).stream().filter(EdgeCasesTest::won).forEach(deal -> buyers.computeIfAbsent(
                        deal.getCustomer(), id -> new HashSet<>())
                .add(deal.getId()));
        assertThat(buyers.values().stream().filter(deals -> deals.size() > 1)).hasSizeGreaterThan(SOME);
    }

    @Test
    void shouldRefundWhollyAndPartlyWhenCustomersReturnGoods() {
        Map<String, BigDecimal> amounts = new HashMap<>();
        histories.forEach(history -> history.stream()
                .filter(deal -> !gone(deal))
                .forEach(deal -> amounts.put(deal.getId(), deal.getAmount())));
        int whole = 0;
        int part = 0;
        for (Payment payment : payments(PaymentKind.refund)) {
            if (payment.getAmount().compareTo(amounts.get(payment.getDeal())) == 0) {
                whole++;
            } else {
                part++;
            }
        }
        assertThat(whole).isGreaterThan(SOME);
        assertThat(part).isGreaterThan(SOME);
        assertThat(payments(PaymentKind.bounce)).hasSizeGreaterThan(SOME);
        Set<String> paid = new HashSet<>();
        assertThat(payments(PaymentKind.payment).stream().filter(each -> !paid.add(each.getDeal())))
                .hasSizeGreaterThan(SOME);
    }

    @Test
    void shouldRingInGroupsTransferAndTalkInternallyWhenCallsComeIn() {
        Map<String, List<Call>> conversations = new HashMap<>();
        for (Call call : once(all(Call.class))) {
            if (call.getLinkedCall() != null) {
                conversations
                        .computeIfAbsent(call.getLinkedCall(), id -> new ArrayList<>())
                        .add(call);
            }
        }
        assertThat(conversations.values().stream().filter(legs -> legs.size() > 2))
                .hasSizeGreaterThan(SOME);
        assertThat(conversations.values().stream()
                        .filter(legs -> legs.stream()
                                        .filter(leg -> leg.getTalkSeconds() > 0)
                                        .count()
                                == 2))
                .hasSizeGreaterThan(SOME);
        assertThat(conversations.keySet())
                .anyMatch(id -> id.startsWith("pbx/C-"))
                .anyMatch(id -> id.startsWith("pbx/V-"));
        assertThat(all(Call.class)).anyMatch(Call::getInternal).anyMatch(call -> call.getManager() == null);
    }

    @Test
    void shouldHireMoveAndDismissWhenTimeGoesBy() {
        List<Manager> managers = all(Manager.class);
        assertThat(managers).anyMatch(each -> each.getHiredOn().isAfter(OPTIONS.from()));
        assertThat(managers).anyMatch(each -> each.getAssignments().size() == 2);
        assertThat(managers).anyMatch(each -> each.getLeftOn() != null);
    }

    @Test
    void shouldRepeatDelayAndOvertakeWhenSourcesAreNoisy() {
        Map<String, Long> newest = new HashMap<>();
        Map<String, Object> said = new HashMap<>();
        int twice = 0;
        int overtaken = 0;
        int contradicted = 0;
        for (SimulatedRecord each : records) {
            long revision = (Long) each.value().get(1);
            Object before = said.put(each.key() + "@" + revision, each.value());
            if (before != null && before.equals(each.value())) {
                twice++;
            } else if (before != null) {
                contradicted++;
            } else if (newest.getOrDefault(each.key(), 0L) > revision) {
                overtaken++;
            }
            newest.merge(each.key(), revision, Math::max);
        }
        assertThat(twice / 100_000.0).isBetween(0.015, 0.025);
        assertThat(overtaken / 100_000.0).isBetween(0.005, 0.015);
        assertThat(contradicted).isBetween(SOME, 200);
        long late = records.stream().filter(EdgeCasesTest::late).count();
        assertThat(late / 100_000.0).isBetween(0.003, 0.02);
    }

    @Test
    void shouldNameManagersAndCustomersBeforeTheirRecordsComeWhenReferencesAreLate() {
        Set<String> later = new HashSet<>();
        Set<String> seen = new HashSet<>();
        for (SimulatedRecord each : records) {
            boolean reference = each.key().startsWith("crm/m-") || each.key().startsWith("crm/K-");
            if (reference && seen.contains(each.key())) {
                later.add(each.key());
            }
            if (each.value() instanceof Deal deal && !gone(deal)) {
                seen.add(deal.getOwner());
                seen.add(deal.getCustomer());
            }
        }
        assertThat(later).anyMatch(key -> key.startsWith("crm/m-")).anyMatch(key -> key.startsWith("crm/K-"));
    }

    private static boolean late(SimulatedRecord each) {
        Instant said = (Instant) each.value().get(4);
        return said != null && Duration.between(said, each.recordedAt()).compareTo(Duration.ofHours(23)) > 0;
    }

    private static <T> List<T> all(Class<T> type) {
        return records.stream()
                .map(SimulatedRecord::value)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static List<Call> once(List<Call> calls) {
        Map<String, Call> latest = new TreeMap<>(Comparator.naturalOrder());
        calls.forEach(call -> latest.put(call.getId(), call));
        return List.copyOf(latest.values());
    }

    private static List<Payment> payments(PaymentKind kind) {
        Map<String, Payment> once = new TreeMap<>();
        all(Payment.class).stream()
                .filter(payment -> payment.getKind() == kind)
                .forEach(payment -> once.put(payment.getId(), payment));
        return List.copyOf(once.values());
    }

    /** Neighbouring revisions of one deal for which something holds. */
    private static long steps(BiPredicate<Deal, Deal> change) {
        long count = 0;
        for (List<Deal> history : histories) {
            for (int i = 1; i < history.size(); i++) {
                if (change.test(history.get(i - 1), history.get(i))) {
                    count++;
                }
            }
        }
        return count;
    }

    private static long deals(Predicate<Deal> holds) {
        return histories.stream()
                .filter(history -> history.stream().anyMatch(holds))
                .count();
    }

    private static int mainShares(Deal deal) {
        BigDecimal sum = deal.getCredits().stream()
                .filter(credit -> credit.getKind() == CreditKind.main && credit.getShare() != null)
                .map(credit -> credit.getShare())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.stripTrailingZeros().intValueExact();
    }

    private static boolean won(Deal deal) {
        return deal.getStatus() == DealStatus.won;
    }

    private static boolean open(Deal deal) {
        return deal.getStatus() == DealStatus.open;
    }

    private static boolean gone(Deal deal) {
        return deal.getDeleted();
    }

    private static boolean amended(Deal before, Deal after) {
        return before.getAmount().compareTo(after.getAmount()) != 0;
    }

    private static YearMonth month(Instant instant) {
        return YearMonth.from(instant.atZone(OPTIONS.zone()));
    }
}
