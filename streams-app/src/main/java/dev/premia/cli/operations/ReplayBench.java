package dev.premia.cli.operations;

import dev.premia.connectors.file.FileInput;
import dev.premia.connectors.file.JsonLineWriter;
import dev.premia.replay.BatchResult;
import dev.premia.replay.input.Bound;
import dev.premia.replay.input.Detail;
import dev.premia.replay.input.FileLoader;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.Reading;
import dev.premia.replay.input.TopicLoader;
import dev.premia.runtime.RuntimeSettings;
import dev.premia.runtime.StreamsApplication;
import dev.premia.schemas.Plan;
import dev.premia.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** One set of events in topics and in files, read by the tight loop and by the batch engine. */
final class ReplayBench {
    private static final Detail STATEMENTS = Detail.ofStatements(List.of());

    private final BenchCluster cluster;
    private final RuntimeSettings settings;
    private final Path folder;

    /** @param folder where the files go */
    ReplayBench(BenchCluster cluster, Map<String, String> given, Path folder) {
        this.cluster = cluster;
        this.settings = cluster.settings("premia-bench-replay", given);
        this.folder = folder;
    }

    /**
     * What one way of reading took.
     *
     * @param records all that were read
     * @param reading until everything was folded
     * @param total until every statement was computed
     * @param cpu processor time of this process until then
     * @param peakHeap the most that the memory pools of the heap held at any time, added up, in bytes
     * @param lines the statements; null where none are computed
     */
    record Figure(
            long records,
            Duration reading,
            Duration total,
            Duration cpu,
            Duration brokerCpu,
            long peakHeap,
            List<BatchResult.Line> lines) {

        long perSecond() {
            return Math.round(records / (total.toNanos() / 1e9));
        }
    }

    /**
     * Writes plans and events into topics.
     *
     * @param files whether they are written into files, too
     */
    void load(BulkMix mix, boolean files) {
        try (EventPublisher publisher = new EventPublisher(settings.clientSettings(), settings.serdeSettings(), 50);
                BufferedWriter file =
                        Files.newBufferedWriter(Files.createDirectories(folder).resolve("events.jsonl"))) {
            JsonLineWriter lines = new JsonLineWriter();
            for (Plan plan : PlanShelf.examples(
                    BulkMix.from(), BulkMix.from().atStartOfDay().toInstant(ZoneOffset.UTC))) {
                publisher.send(Topics.PLANS, plan.getPlan(), plan, plan.getPublishedAt());
                Files.writeString(folder.resolve(plan.getPlan() + ".yaml"), plan.getDocument());
            }
            mix.forEach(record -> {
                publisher.send(record.topic(), record.key(), record.value(), record.recordedAt());
                if (files) {
                    write(file, lines.write(record.value(), record.recordedAt()));
                }
            });
            publisher.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(BufferedWriter file, String line) {
        try {
            file.write(line);
            file.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Figure tightLoop() {
        return measure(clock -> {
            long records = TightLoop.run(settings.clientSettings());
            clock.read();
            return records;
        });
    }

    Figure topics() {
        return measure(clock -> {
            try (SchemaRegistryClient registry = StreamsApplication.registryClient(settings)) {
                return clock.compute(TopicLoader.load(
                        settings.clientSettings(),
                        registry,
                        Reading.EVERYTHING.keeping(STATEMENTS),
                        LoadedInput.Listener.NONE));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    Figure files() {
        return measure(clock -> clock.compute(FileLoader.loadBelow(
                List.of(folder),
                List.of(),
                FileInput.Options.DEFAULT,
                Bound.NONE,
                STATEMENTS,
                LoadedInput.Listener.NONE)));
    }

    /** Where a measurement stands. */
    private static final class Clock {
        private final long start = System.nanoTime();
        private long read;
        private List<BatchResult.Line> lines;

        void read() {
            read = System.nanoTime() - start;
        }

        long compute(LoadedInput loaded) {
            read();
            if (!loaded.rejected().isEmpty()) {
                throw new IllegalStateException(loaded.rejected().get(0).message());
            }
            lines = loaded.compute(loaded.settings(null, null), null).lines();
            return loaded.records();
        }
    }

    private Figure measure(ToLongFunction<Clock> work) {
        long self = ProcessHandle.current().pid();
        long broker = cluster.brokerPid().orElse(self);
        // What was on the heap before is not this measurement's.
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        Duration cpu = ProcessUsage.of(self).cpu();
        Duration brokerCpu = ProcessUsage.of(broker).cpu();
        Clock clock = new Clock();
        long records = work.applyAsLong(clock);
        Duration total = Duration.ofNanos(System.nanoTime() - clock.start);
        return new Figure(
                records,
                Duration.ofNanos(clock.read),
                total,
                ProcessUsage.of(self).cpu().minus(cpu),
                ProcessUsage.of(broker).cpu().minus(brokerCpu),
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum(),
                clock.lines);
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
