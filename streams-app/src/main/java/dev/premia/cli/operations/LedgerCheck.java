package dev.premia.cli.operations;

import dev.premia.codec.avro.Decoded;
import dev.premia.codec.avro.RecordDecoder;
import dev.premia.replay.BatchResult;
import dev.premia.replay.Settings;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.RejectedRecord;
import dev.premia.replay.input.TopicLoader;
import dev.premia.replay.input.TopicReader;
import dev.premia.runtime.RuntimeSettings;
import dev.premia.schemas.Accrual;
import dev.premia.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Compares the ledger with the batch engine over the same topics: every sum per manager, plan, component and origin window
 * to the minor unit, and the numbering of each manager's entries.
 */
public final class LedgerCheck {
    private final Map<String, Object> client;
    private final SchemaRegistryClient registry;
    private final Settings settings;

    /** Looks at the cluster of an application, whose zone and currency it takes over. */
    public LedgerCheck(RuntimeSettings runtime, SchemaRegistryClient registry) {
        this.client = runtime.clientSettings();
        this.registry = registry;
        this.settings = new Settings(
                runtime.topologySettings().zone(), runtime.topologySettings().currency());
    }

    /** What a sum is of. */
    record Line(String manager, String plan, String component, String window, LocalDate start, String currency)
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
     * @param lines sums compared, those that are 0 on both sides left out
     * @param entries entries of the ledger
     * @param totalMinor sum of all entries in minor units, whatever their currency
     * @param rejected input records that are no valid event, each a dead letter of the stream
     * @param differences what does not agree; empty when everything does
     */
    public record Report(int lines, long entries, long totalMinor, long rejected, List<String> differences) {
        public Report {
            differences = List.copyOf(differences);
        }

        public boolean isEqual() {
            return differences.isEmpty();
        }
    }

    /** Reads the topics as they are now and compares. */
    public Report run() {
        LoadedInput input = TopicLoader.load(client, registry, LoadedInput.Listener.NONE);
        Map<Line, Long> expected = new HashMap<>();
        for (BatchResult.Line line : input.compute(settings, null).lines()) {
            expected.put(lineOf(line), line.minor());
        }
        Ledger ledger = new Ledger(registry);
        new TopicReader(client).read(List.of(Topics.ACCRUALS.name()), LoadedInput.Listener.NONE, ledger::add);
        long rejected =
                input.rejected().stream().map(RejectedRecord::place).distinct().count();
        return compare(expected, ledger, rejected);
    }

    private static Report compare(Map<Line, Long> expected, Ledger ledger, long rejected) {
        ledger.sums.values().removeIf(sum -> sum == 0);
        TreeSet<Line> all = new TreeSet<>(expected.keySet());
        all.addAll(ledger.sums.keySet());
        List<String> differences = new ArrayList<>(ledger.problems);
        long total = 0;
        for (Line line : all) {
            long batch = expected.getOrDefault(line, 0L);
            long booked = ledger.sums.getOrDefault(line, 0L);
            total += booked;
            if (batch != booked) {
                differences.add("%s: ledger %d, batch %d, difference %d minor units"
                        .formatted(line, booked, batch, booked - batch));
            }
        }
        return new Report(all.size(), ledger.entries, total, rejected, differences);
    }

    private static Line lineOf(BatchResult.Line line) {
        return new Line(
                line.manager(),
                line.plan(),
                line.component(),
                line.window().kind().label(),
                line.window().start(),
                line.currency());
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

    /** Adds up entries in the order of the log and notes what does not follow. */
    private static final class Ledger {
        private final RecordDecoder<?, Accrual> decoder;
        private final Map<Line, Long> sums = new HashMap<>();
        private final Map<String, Long> lastSequence = new HashMap<>();
        private final List<String> problems = new ArrayList<>();
        private long entries;

        Ledger(SchemaRegistryClient registry) {
            decoder = RecordDecoder.of(Topics.ACCRUALS, Function.identity(), registry);
        }

        void add(ConsumerRecord<byte[], byte[]> entry) {
            Decoded<Accrual> decoded = decoder.decode(entry.value());
            if (decoded.isFailure()) {
                problems.add("entry at %d@%d: %s"
                        .formatted(
                                entry.partition(),
                                entry.offset(),
                                decoded.failure().message()));
                return;
            }
            entries++;
            Accrual accrual = decoded.event();
            long expected = lastSequence.getOrDefault(accrual.getManager(), 0L) + 1;
            if (accrual.getSequence() != expected) {
                problems.add("%s: entry number %d at %d@%d, expected %d"
                        .formatted(
                                accrual.getManager(),
                                accrual.getSequence(),
                                entry.partition(),
                                entry.offset(),
                                expected));
            }
            lastSequence.put(accrual.getManager(), accrual.getSequence());
            long sum = sums.merge(lineOf(accrual), accrual.getAmountMinor(), Math::addExact);
            if (sum != accrual.getBalanceMinor()) {
                problems.add("%s: entry number %d says a balance of %d, the entries sum to %d"
                        .formatted(accrual.getManager(), accrual.getSequence(), accrual.getBalanceMinor(), sum));
            }
        }
    }
}
