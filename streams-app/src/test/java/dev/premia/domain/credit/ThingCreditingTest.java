package dev.premia.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.codec.avro.DealCodec;
import dev.premia.codec.avro.PaymentCodec;
import dev.premia.domain.credit.DealMeasuring.CustomerOrder;
import dev.premia.domain.event.DatedTag;
import dev.premia.domain.event.FxRateRecord;
import dev.premia.domain.event.Header;
import dev.premia.domain.fact.DealFact;
import dev.premia.domain.fact.ExchangeRates;
import dev.premia.domain.kpi.StandardKpis;
import dev.premia.domain.money.MoneyView;
import dev.premia.schemas.Deal;
import dev.premia.schemas.Payment;
import dev.premia.simulator.SimulatedRecord;
import dev.premia.simulator.SimulationOptions;
import dev.premia.simulator.Simulator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is left of the credits of things measures the same as all of it, as far as their published KPIs read it. */
class ThingCreditingTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final int EVENTS = 6_000;
    private static final List<CustomerStanding> STANDINGS = List.of(
            CustomerStanding.NONE,
            new CustomerStanding(
                    CustomerOrder.FIRST,
                    Instant.parse("2026-01-05T10:00:00Z"),
                    List.of(new DatedTag(CustomerStanding.VIP, null, null))),
            new CustomerStanding(CustomerOrder.REPEAT, Instant.parse("2025-11-05T10:00:00Z"), List.of()));

    private final DealTerms terms = terms();

    @Test
    void shouldMeasureWhatPublishedKpisOfThingsReadWhenTheirCreditsAreOutlined() {
        int measured = 0;
        for (DealFact fact : deals()) {
            List<DealCredit> whole = ThingCrediting.withThings(fact, terms);
            List<DealCredit> outlined = ThingCrediting.withOutlinedThings(fact, terms);

            assertThat(people(outlined)).isEqualTo(people(whole));
            for (CustomerStanding standing : STANDINGS) {
                Map<String, Long> cells = cells(whole, standing);
                assertThat(cells(outlined, standing)).isEqualTo(cells);
                measured += cells.size();
            }
        }
        assertThat(measured).isGreaterThan(EVENTS / 10);
    }

    private static List<DealCredit> people(List<DealCredit> credits) {
        return credits.stream().filter(credit -> !credit.subject().isThing()).toList();
    }

    private static Map<String, Long> cells(List<DealCredit> credits, CustomerStanding standing) {
        Map<String, Long> cells = new TreeMap<>();
        for (DealCredit credit : credits) {
            Subject thing = credit.subject();
            if (thing.isThing()) {
                DealMeasuring.addCells(credit, standing, ZONE, (day, measure, dimension, delta) -> {
                    if (delta != 0 && StandardKpis.read(thing.type(), measure)) {
                        cells.merge(thing.key() + ' ' + day + ' ' + measure + ' ' + dimension, delta, Math::addExact);
                    }
                });
            }
        }
        return cells;
    }

    private static Collection<DealFact> deals() {
        Map<String, DealFact> facts = new TreeMap<>();
        Iterator<SimulatedRecord> records = Simulator.simulate(SimulationOptions.defaults()
                .withSeed(7)
                .withProfile(SimulationOptions.Profile.DEPARTMENT)
                .withEvents(EVENTS)
                .withPeriod(FROM, 3));
        while (records.hasNext()) {
            Object value = records.next().value();
            if (value instanceof Deal deal) {
                facts.compute(deal.getId(), (id, known) -> known(known)
                        .fold(DealCodec.fromAvro(deal))
                        .fact());
            } else if (value instanceof Payment payment && !payment.getDeleted()) {
                facts.compute(
                        payment.getDeal(), (id, known) -> known(known).withPayment(PaymentCodec.fromAvro(payment)));
            }
        }
        return facts.values();
    }

    private static DealFact known(DealFact fact) {
        return fact == null ? DealFact.UNKNOWN : fact;
    }

    /** The deals are in roubles; somebody reads them in dollars, too. */
    private static DealTerms terms() {
        ExchangeRates rates = new ExchangeRates();
        for (int month = 0; month < 5; month++) {
            for (int day = 0; day < 5; day++) {
                LocalDate date = FROM.plusMonths(month).plusDays(day);
                Header header = new Header("bank/" + date, 1, null, false, "bank");
                rates.add(new FxRateRecord(header, "USD", "RUB", date, new BigDecimal("91.4"), 1));
            }
        }
        return new DealTerms(
                List.of(MoneyView.atWin(ZONE, "RUB"), MoneyView.atWin(ZONE, "USD")), rates, product -> null);
    }
}
