package dev.premia.domain.contest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Pools and prizes lose no kopeck, and no order of arrival makes a difference. */
class SharesPropertyTest {
    private static final PeerKey KEY = new PeerKey(
            "plan", "pool", Window.containing(WindowKind.MONTH, LocalDate.of(2026, 10, 1)), Subject.COMPANY);

    @Provide
    Arbitrary<PeerEntry> entry() {
        Arbitrary<BigDecimal> values = Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-5), BigDecimal.valueOf(5))
                .ofScale(1);
        Arbitrary<Long> instants = Arbitraries.longs().between(0, 3).injectNull(0.2);
        return Combinators.combine(values, values.injectNull(0.2), instants, Arbitraries.of(true, false))
                .as(PeerEntry::new);
    }

    @Provide
    Arbitrary<Map<String, PeerEntry>> entries() {
        return Arbitraries.maps(
                        Arbitraries.strings()
                                .withCharRange('a', 'e')
                                .ofMinLength(1)
                                .ofMaxLength(2),
                        entry())
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property
    void shouldShareAPoolToTheLastUnit(
            @ForAll("entries") Map<String, PeerEntry> entries,
            @ForAll @LongRange(min = 0, max = 100_000_000L) long pool) {
        PeerBook book = book(entries, 1);
        Map<String, Long> shares = book.shares(KEY, pool);

        boolean anybody =
                entries.values().stream().anyMatch(entry -> entry.value().signum() > 0);
        assertThat(shares.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(anybody ? pool : 0);
        assertThat(shares.values()).allMatch(share -> share >= 0);
        shares.keySet()
                .forEach(manager ->
                        assertThat(entries.get(manager).value().signum()).isPositive());
    }

    @Property
    void shouldAwardThePrizesOfTheOccupiedPlacesAndNoMore(
            @ForAll("entries") Map<String, PeerEntry> entries, @ForAll TiePolicy ties, @ForAll long seed) {
        Random random = new Random(seed);
        long[] prizes = random.longs(1 + random.nextInt(6), 0, 1_000).toArray();
        TreeMap<String, PeerEntry> all = new TreeMap<>();
        entries.forEach((manager, entry) ->
                all.put(manager, new PeerEntry(entry.value(), entry.second(), entry.reachedAt(), true)));
        long awarded = Standing.of(all, ties).awards(prizes).values().stream()
                .mapToLong(Long::longValue)
                .sum();

        assertThat(awarded).isEqualTo(Standing.together(prizes, 0, entries.size()));
        // Who is below the minimum only gives up: nobody gets more for it.
        Map<String, Long> full = Standing.of(all, ties).awards(prizes);
        Standing.of(new TreeMap<>(entries), ties).awards(prizes).forEach((manager, prize) -> assertThat(prize)
                .isEqualTo(full.get(manager)));
    }

    @Property
    void shouldNotDependOnTheOrderOfArrival(
            @ForAll("entries") Map<String, PeerEntry> entries, @ForAll TiePolicy ties, @ForAll long seed) {
        PeerBook first = book(entries, 1);
        PeerBook second = book(entries, seed);

        assertThat(second.standing(KEY, ties).places())
                .isEqualTo(first.standing(KEY, ties).places());
        assertThat(second.shares(KEY, 12_345)).isEqualTo(first.shares(KEY, 12_345));
    }

    @Property
    void shouldGiveEverybodyAPlaceAndLeaveNoneOut(
            @ForAll("entries") Map<String, PeerEntry> entries, @ForAll TiePolicy ties) {
        List<Place> places = Standing.of(new TreeMap<>(entries), ties).places();

        assertThat(places).hasSize(entries.size());
        int next = 1;
        for (Place place : places) {
            assertThat(place.place()).isLessThanOrEqualTo(next);
            assertThat(place.lastPlace()).isGreaterThanOrEqualTo(next);
            next++;
        }
    }

    private static PeerBook book(Map<String, PeerEntry> entries, long seed) {
        List<String> managers = new ArrayList<>(entries.keySet());
        Collections.shuffle(managers, new Random(seed));
        PeerBook book = new PeerBook();
        managers.forEach(manager -> book.set(KEY, manager, PeerEntry.weight(BigDecimal.ONE)));
        managers.forEach(manager -> book.set(KEY, manager, entries.get(manager)));
        return book;
    }
}
