package dev.premia.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.credit.CallMeasuring;
import dev.premia.domain.credit.Callbacks;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.LeadMeasuring;
import dev.premia.domain.credit.Organisation;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.CallDirection;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.CallResult;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.EntityEvent;
import dev.premia.domain.event.Header;
import dev.premia.domain.event.LeadEvent;
import dev.premia.domain.fact.DealFact;
import dev.premia.domain.fact.LatestFact;
import dev.premia.domain.plan.own.OwnMeasure;
import dev.premia.domain.plan.own.OwnMeasuring;
import dev.premia.replay.compact.CallStore;
import dev.premia.replay.compact.Conversations;
import dev.premia.replay.compact.DealStore;
import dev.premia.replay.compact.LeadStore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Packed facts are folded and measured as facts that are kept whole. */
class CompactFactsPropertyTest {
    private static final List<ZoneId> ZONES = List.of(ZoneId.of("Europe/Moscow"), ZoneId.of("America/New_York"));
    private static final List<OwnMeasure> OF_CALLS = List.of(
            OwnMeasure.parse("calls\tVALUES\tcustomer\t"),
            OwnMeasure.parse("calls\tVALUES\tphone\t"),
            OwnMeasure.parse("calls\tSUM\ttalk_seconds\t"));
    private static final List<OwnMeasure> OF_LEADS = List.of(
            OwnMeasure.parse("leads\tVALUES\tstatus\t"),
            OwnMeasure.parse("leads_closed\tVALUES\tdeal\t"),
            OwnMeasure.parse("leads_processed\tSUM\tresponse_seconds\t"));

    @Property(tries = 300)
    void shouldMeasureCallsAsIfTheyWereKeptWhole(@ForAll long seed) {
        Random random = new Random(seed);
        CallStore store = new CallStore(true);
        List<CallStore.Writer> writers = List.of(store.writer(), store.writer());
        Map<String, LatestFact<CallEvent>> plain = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            CallEvent call = call(random);
            writers.get(random.nextInt(2)).add(call);
            fold(plain, call);
        }
        Collection<List<CallEvent>> conversations = conversations(plain);
        assertThat(measured(bulk -> BulkMeasuring.calls(store, List.of(bulk), () -> {}, true), OF_CALLS))
                .isEqualTo(plainly(conversations));
        assertThat(store.size()).isEqualTo(plain.size());
        for (int workers : List.of(1, 2, 3)) {
            assertThat(places(store, workers)).isEqualTo(places(conversations));
        }
    }

    @Property(tries = 300)
    void shouldMeasureLeadsAsIfTheyWereKeptWhole(@ForAll long seed) {
        Random random = new Random(seed);
        LeadStore store = new LeadStore();
        LeadStore.Writer writer = store.writer();
        Map<String, LatestFact<LeadEvent>> plain = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            LeadEvent lead = lead(random);
            writer.add(lead);
            fold(plain, lead);
        }
        Set<String> won = Set.of("crm/1", "crm/3");
        assertThat(measured(bulk -> bulk.leads(store, won, true), OF_LEADS)).isEqualTo(plainly(plain.values(), won));
    }

    @Property(tries = 100)
    void shouldFoldDealsAsIfTheyWereKeptWhole(@ForAll long seed) {
        Random random = new Random(seed);
        DealStore store = new DealStore();
        Map<String, DealFact> plain = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            DealEvent deal = RandomDeals.deal(header(random), random);
            store.add(deal);
            plain.put(
                    deal.id(),
                    plain.getOrDefault(deal.id(), DealFact.UNKNOWN).fold(deal).fact());
        }
        Set<DealFact> kept = new HashSet<>();
        store.forEach(kept::add);
        assertThat(kept).isEqualTo(new HashSet<>(plain.values()));
    }

    /** Enough for tables to grow, entries to move and everything that was left behind to be cleared away. */
    @Example
    void shouldKeepTheLatestRevisionOfManyThatGrow() {
        LeadStore store = new LeadStore();
        LeadStore.Writer writer = store.writer();
        int leads = 20_000;
        for (int revision = 1; revision <= 6; revision++) {
            for (int i = 0; i < leads; i++) {
                writer.add(growing(i, revision));
            }
        }
        List<LeadEvent> kept = new ArrayList<>();
        IntStream.range(0, store.parts()).forEach(part -> store.forEach(part, kept::add));
        assertThat(kept).hasSize(leads).allSatisfy(lead -> {
            assertThat(lead.revision()).isEqualTo(6);
            assertThat(lead.deal()).isEqualTo(lead.id() + "-" + "d".repeat(60));
        });
    }

    private static LeadEvent growing(int number, int revision) {
        Instant at = Instant.ofEpochSecond(1_790_000_000L + number);
        String id = "crm/" + number;
        return new LeadEvent(
                new Header(id, revision, null, false, "crm"),
                null,
                null,
                at,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                id + "-" + "d".repeat(10 * revision),
                Map.of());
    }

    private static <E extends EntityEvent> void fold(Map<String, LatestFact<E>> facts, E event) {
        facts.put(event.id(), LatestFact.fold(facts.get(event.id()), event).fact());
    }

    private static Collection<List<CallEvent>> conversations(Map<String, LatestFact<CallEvent>> calls) {
        Map<String, List<CallEvent>> conversations = new HashMap<>();
        for (LatestFact<CallEvent> call : calls.values()) {
            if (call.alive() != null) {
                conversations
                        .computeIfAbsent(call.event().conversation(), id -> new ArrayList<>())
                        .add(call.event());
            }
        }
        return conversations.values();
    }

    /** What identifies the legs of each conversation. */
    private static Set<Set<List<Object>>> places(Collection<List<CallEvent>> conversations) {
        Set<Set<List<Object>>> places = new HashSet<>();
        for (List<CallEvent> legs : conversations) {
            Set<List<Object>> conversation = new HashSet<>();
            legs.forEach(leg -> conversation.add(List.of(
                    leg.revision(), leg.startedAt(), leg.direction(), leg.result(), leg.leg(), leg.talkSeconds())));
            places.add(conversation);
        }
        return places;
    }

    private static Set<Set<List<Object>>> places(CallStore store, int workers) {
        List<List<CallEvent>> found = new ArrayList<>();
        List<Consumer<List<CallEvent>>> receivers = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            receivers.add(legs -> {
                synchronized (found) {
                    found.add(legs);
                }
            });
        }
        Conversations.forEach(store, receivers);
        return places(found);
    }

    private static Map<String, Long> measured(Consumer<BulkMeasuring> work, List<OwnMeasure> own) {
        Figures figures = new Figures();
        work.accept(new BulkMeasuring(figures, new Organisation(), ZONES, ZONES.get(0), own));
        Map<String, Long> cells = new TreeMap<>();
        for (ZoneId zone : ZONES) {
            for (Subject subject : figures.subjects(zone)) {
                figures.reader(subject, zone)
                        .forEachDay(
                                Integer.MIN_VALUE,
                                Integer.MAX_VALUE,
                                (day, added) -> put(cells, zone, subject, day, added));
            }
        }
        return cells;
    }

    private static void put(Map<String, Long> cells, ZoneId zone, Subject subject, int day, DayCells added) {
        added.forEach((measure, dimension, value) -> add(cells, zone, subject, day, measure, dimension, value));
    }

    private static void add(
            Map<String, Long> cells, ZoneId zone, Subject subject, int day, long measure, long dimension, long value) {
        String key = zone + " " + subject + " " + day + " " + measure + " " + dimension;
        if (cells.merge(key, value, Long::sum) == 0) {
            cells.remove(key);
        }
    }

    /** A team without a record counts in its own total and in the company's. */
    private static void addWithGroups(
            Map<String, Long> cells, ZoneId zone, Subject subject, int day, long measure, long dimension, long value) {
        add(cells, zone, subject, day, measure, dimension, value);
        if (subject.type() == dev.premia.domain.event.SubjectType.TEAM) {
            add(cells, zone, Subject.COMPANY, day, measure, dimension, value);
        }
    }

    private static Map<String, Long> plainly(Collection<List<CallEvent>> conversations) {
        Map<String, Long> cells = new TreeMap<>();
        Callbacks.MissedCallers callers = new Callbacks.MissedCallers();
        conversations.forEach(callers::note);
        conversations.forEach(callers::gather);
        for (ZoneId zone : ZONES) {
            for (List<CallEvent> legs : conversations) {
                CallMeasuring.addCells(legs, zone, (s, d, m, n, v) -> addWithGroups(cells, zone, s, d, m, n, v));
                OwnMeasuring.addCalls(
                        OF_CALLS, legs, zone, (s, d, m, n, v) -> addWithGroups(cells, zone, s, d, m, n, v));
            }
            for (List<Callbacks.Contact> contacts : callers.contacts()) {
                Callbacks.addCells(contacts, zone, (s, d, m, n, v) -> addWithGroups(cells, zone, s, d, m, n, v));
            }
        }
        return cells;
    }

    private static Map<String, Long> plainly(Collection<LatestFact<LeadEvent>> leads, Set<String> won) {
        Map<String, Long> cells = new TreeMap<>();
        for (LatestFact<LeadEvent> fact : leads) {
            LeadEvent lead = fact.alive();
            for (ZoneId zone : lead == null ? List.<ZoneId>of() : ZONES) {
                Subject subject = LeadMeasuring.subjectOf(lead);
                LeadMeasuring.addCells(
                        lead, won.contains(lead.id()), zone, (d, m, n, v) -> add(cells, zone, subject, d, m, n, v));
                OwnMeasuring.addLead(OF_LEADS, lead, zone, (d, m, n, v) -> add(cells, zone, subject, d, m, n, v));
            }
            for (Subject thing : lead == null ? List.<Subject>of() : LeadMeasuring.thingsOf(lead)) {
                LeadMeasuring.addCells(
                        lead,
                        won.contains(lead.id()),
                        ZONES.get(0),
                        (d, m, n, v) -> add(cells, ZONES.get(0), thing, d, m, n, v));
            }
        }
        return cells;
    }

    private static Header header(Random random) {
        Instant changedAt =
                random.nextInt(3) == 0 ? null : Instant.ofEpochMilli(1_790_000_000_000L + random.nextInt(2));
        return new Header("crm/" + random.nextInt(8), 1 + random.nextInt(3), changedAt, random.nextInt(8) == 0, "crm");
    }

    private static CallEvent call(Random random) {
        Instant startedAt = Instant.ofEpochMilli(1_789_990_000_000L + random.nextInt(3) * 40_000_000L);
        return new CallEvent(
                header(random),
                startedAt,
                pick(random, CallDirection.values()),
                pick(random, CallResult.values()),
                pick(random, "crm/1", "crm/2", null),
                pick(random, "crm/t", null),
                pick(random, "crm/c1", "crm/c2", null),
                pick(random, "a1", "a2", "", null),
                random.nextInt(3) * 70,
                random.nextInt(3) * 1_000,
                random.nextInt(3) - 1,
                pick(random, "crm/1", "crm/2", "crm/other", null, null),
                random.nextInt(6) == 0,
                pick(random, "r", null));
    }

    private static LeadEvent lead(Random random) {
        return new LeadEvent(
                header(random),
                pick(random, "new", "в работе", null),
                pick(random, "crm/1", "crm/2", null),
                Instant.ofEpochMilli(1_789_000_000_000L + random.nextInt(5) * 30_000_000L),
                instant(random),
                instant(random),
                instant(random),
                instant(random),
                pick(random, "site", null),
                pick(random, "crm/camp", "", null),
                pick(random, "smb", "", null),
                pick(random, "crm/c1", null),
                pick(random, "crm/d1", "crm/d2", null),
                random.nextBoolean() ? Map.of() : Map.of("город", "Пермь", "k", String.valueOf(random.nextInt(2))));
    }

    private static Instant instant(Random random) {
        return random.nextInt(3) == 0
                ? null
                : Instant.ofEpochMilli(1_788_900_000_000L + random.nextInt(9) * 30_000_001L);
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
