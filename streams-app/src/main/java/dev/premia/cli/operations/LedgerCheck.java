package dev.premia.cli.operations;

import dev.premia.codec.avro.Decoded;
import dev.premia.codec.avro.RecordDecoder;
import dev.premia.codec.plan.PlanFile;
import dev.premia.domain.event.EntityEvent;
import dev.premia.domain.event.EventValidator;
import dev.premia.domain.plan.PlanBook;
import dev.premia.replay.BatchEngine;
import dev.premia.replay.BatchResult;
import dev.premia.replay.FactBase;
import dev.premia.replay.Settings;
import dev.premia.runtime.RuntimeSettings;
import dev.premia.schemas.Accrual;
import dev.premia.schemas.Control;
import dev.premia.schemas.ControlKind;
import dev.premia.schemas.Plan;
import dev.premia.schemas.PlanStatus;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Compares the ledger with the batch engine over the same topics: every sum per manager, plan, component and origin window
 * to the minor unit, and the numbering of each manager's entries.
 */
public final class LedgerCheck {
    private final TopicReader reader;
    private final SchemaRegistryClient registry;
    private final Settings settings;

    /** Looks at the cluster of an application, whose zone and currency it takes over. */
    public LedgerCheck(RuntimeSettings runtime, SchemaRegistryClient registry) {
        this.reader = new TopicReader(runtime.clientSettings());
        this.registry = registry;
        this.settings = new Settings(
                runtime.topologySettings().zone(), runtime.topologySettings().currency());
    }

    /** What a sum is of. */
    public record Line(String manager, String plan, String component, String window, LocalDate start, String currency)
            implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return manager + " " + plan + "/" + component + " " + window + " " + start + " " + currency;
        }
    }

    /**
     * What the comparison found.
     *
     * @param lines sums compared
     * @param entries entries of the ledger
     * @param invalid input records that are no valid event, each a dead letter
     * @param differences what does not agree; empty when everything does
     */
    public record Report(int lines, long entries, long invalid, List<String> differences) {
        public Report {
            differences = List.copyOf(differences);
        }

        public boolean isEqual() {
            return differences.isEmpty();
        }
    }

    /** Reads everything and compares. */
    public Report run() {
        List<String> differences = new ArrayList<>();
        Ledger ledger = readLedger(differences);
        Inputs inputs = readInputs();
        Map<Line, Long> expected = new HashMap<>();
        for (BatchResult.Line line : BatchEngine.compute(inputs.facts, inputs.plans, settings, inputs.asOf)
                .lines()) {
            expected.put(
                    new Line(
                            line.manager(),
                            line.plan(),
                            line.component(),
                            line.window().kind().label(),
                            line.window().start(),
                            line.currency()),
                    line.minor());
        }
        TreeSet<Line> all = new TreeSet<>(expected.keySet());
        all.addAll(ledger.sums.keySet());
        for (Line line : all) {
            long batch = expected.getOrDefault(line, 0L);
            long booked = ledger.sums.getOrDefault(line, 0L);
            if (batch != booked) {
                differences.add("%s: ledger %d, batch %d minor units, difference %d"
                        .formatted(line, booked, batch, booked - batch));
            }
        }
        return new Report(all.size(), ledger.entries, inputs.invalid, differences);
    }

    private static final class Ledger {
        private final Map<Line, Long> sums = new HashMap<>();
        private final Map<String, Long> lastSequence = new TreeMap<>();
        private long entries;
    }

    private Ledger readLedger(List<String> differences) {
        Ledger ledger = new Ledger();
        RecordDecoder<?, Accrual> decoder = RecordDecoder.of(Topics.ACCRUALS, Function.identity(), registry);
        reader.forEach(Topics.ACCRUALS, entry -> {
            Decoded<Accrual> decoded = decoder.decode(entry.value());
            if (decoded.isFailure()) {
                differences.add("accrual at " + entry.partition() + "@" + entry.offset() + ": "
                        + decoded.failure().message());
                return;
            }
            Accrual accrual = decoded.event();
            ledger.entries++;
            long expected = ledger.lastSequence.getOrDefault(accrual.getManager(), 0L) + 1;
            if (accrual.getSequence() != expected) {
                differences.add("%s: entry number %d at %d@%d, expected %d"
                        .formatted(
                                accrual.getManager(),
                                accrual.getSequence(),
                                entry.partition(),
                                entry.offset(),
                                expected));
            }
            ledger.lastSequence.put(accrual.getManager(), accrual.getSequence());
            long sum = ledger.sums.merge(lineOf(accrual), accrual.getAmountMinor(), Math::addExact);
            if (sum != accrual.getBalanceMinor()) {
                differences.add("%s: entry number %d says a balance of %d, its entries sum to %d"
                        .formatted(accrual.getManager(), accrual.getSequence(), accrual.getBalanceMinor(), sum));
            }
        });
        return ledger;
    }

    private static Line lineOf(Accrual accrual) {
        return new Line(
                accrual.getManager(),
                accrual.getPlan(),
                accrual.getComponent(),
                accrual.getWindowKind().name(),
                accrual.getWindowStart(),
                accrual.getCurrency());
    }

    private static final class Inputs {
        private final FactBase facts = new FactBase();
        private final PlanBook plans = new PlanBook();
        private LocalDate asOf;
        private long invalid;
    }

    private Inputs readInputs() {
        Inputs inputs = new Inputs();
        events(inputs, Topics.MANAGERS, RecordDecoder.managers(registry));
        events(inputs, Topics.TEAMS, RecordDecoder.teams(registry));
        events(inputs, Topics.CUSTOMERS, RecordDecoder.customers(registry));
        events(inputs, Topics.TARGETS, RecordDecoder.targets(registry));
        events(inputs, Topics.DEALS, RecordDecoder.deals(registry));
        events(inputs, Topics.PAYMENTS, RecordDecoder.payments(registry));
        events(inputs, Topics.LEADS, RecordDecoder.leads(registry));
        events(inputs, Topics.CALLS, RecordDecoder.calls(registry));
        plans(inputs);
        days(inputs);
        return inputs;
    }

    private void events(Inputs inputs, TopicSpec<?> topic, RecordDecoder<?, ? extends EntityEvent> decoder) {
        reader.forEach(topic, each -> {
            Decoded<? extends EntityEvent> decoded = decoder.decode(each.value());
            if (decoded.isFailure() || !EventValidator.validate(decoded.event()).isEmpty()) {
                inputs.invalid++;
            } else {
                inputs.facts.add(decoded.event());
            }
        });
    }

    private void plans(Inputs inputs) {
        RecordDecoder<?, Plan> decoder = RecordDecoder.of(Topics.PLANS, Function.identity(), registry);
        reader.forEach(Topics.PLANS, each -> {
            Decoded<Plan> decoded = decoder.decode(each.value());
            PlanFile.Result result = decoded.isFailure()
                    ? null
                    : PlanFile.read(decoded.event().getPlan(), decoded.event().getDocument());
            if (result == null || !result.isValid()) {
                inputs.invalid++;
            } else if (decoded.event().getStatus() != PlanStatus.shadow && !result.shadow()) {
                inputs.plans.add(result.plan());
            }
        });
    }

    private void days(Inputs inputs) {
        RecordDecoder<?, Control> decoder = RecordDecoder.of(Topics.CONTROL, Function.identity(), registry);
        reader.forEach(Topics.CONTROL, each -> {
            Decoded<Control> decoded = decoder.decode(each.value());
            boolean day = !decoded.isFailure()
                    && decoded.event().getKind() == ControlKind.day
                    && decoded.event().getDay() != null;
            if (!day) {
                inputs.invalid++;
            } else if (inputs.asOf == null || decoded.event().getDay().isAfter(inputs.asOf)) {
                inputs.asOf = decoded.event().getDay();
            }
        });
    }
}
