package dev.premia.cli.operations;

import dev.premia.codec.avro.Decoded;
import dev.premia.codec.avro.RecordDecoder;
import dev.premia.runtime.RuntimeSettings;
import dev.premia.runtime.StreamsApplication;
import dev.premia.schemas.Accrual;
import dev.premia.schemas.Cause;
import dev.premia.schemas.Deal;
import dev.premia.schemas.Topics;
import dev.premia.simulator.SimulatedRecord;
import dev.premia.simulator.SimulationOptions;
import dev.premia.simulator.Simulator;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Events at a steady rate, and when the entries that they cause can be read. */
final class LatencyBench {
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final int MONTHS = 3;
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(10);

    private final BenchCluster cluster;
    private final Map<String, String> given;

    LatencyBench(BenchCluster cluster, Map<String, String> given) {
        this.cluster = cluster;
        this.given = given;
    }

    /**
     * What was measured.
     *
     * @param micros microseconds from the moment an event was due until its first entry could be read
     * @param sent events sent while measuring
     * @param lateMicros the most that the sender itself was behind; part of the latencies
     */
    record Result(Histogram micros, long sent, long lateMicros) {}

    /** A deal at a revision, as causes name it. */
    private record DealRevision(String id, long revision) {}

    private static final class Seen {
        private final Map<DealRevision, Long> due = new ConcurrentHashMap<>();
        private final Histogram micros = new Histogram(HIGHEST_MICROS, 3);
        private final AtomicReference<Throwable> broken = new AtomicReference<>();
        private final AtomicBoolean ended = new AtomicBoolean();
    }

    Result measure(int rate, Duration warmUp, Duration time, long seed) throws InterruptedException {
        RuntimeSettings settings = cluster.settings("premia-bench-latency", given);
        long total = rate * (warmUp.toSeconds() + time.toSeconds());
        Iterator<SimulatedRecord> records = Simulator.simulate(
                SimulationOptions.defaults().withSeed(seed).withEvents(total).withPeriod(FROM, MONTHS));
        Seen seen = new Seen();
        try (SchemaRegistryClient registry = StreamsApplication.registryClient(settings);
                EventPublisher publisher = new EventPublisher(settings.clientSettings(), settings.serdeSettings(), 2);
                StreamsApplication application = StreamsApplication.create(settings)) {
            PlanShelf.examples(FROM, FROM.atStartOfDay().toInstant(ZoneOffset.UTC))
                    .forEach(plan -> publisher.send(Topics.PLANS, plan.getPlan(), plan, plan.getPublishedAt()));
            publisher.flush();
            application.checkSurroundings();
            application.start();
            application.awaitRunning(START_LIMIT);
            Thread reader = new Thread(() -> read(settings, registry, seen), "latency-reader");
            reader.start();
            long[] sentAndLate = send(records, publisher, rate, warmUp, application, seen);
            reader.join(DRAIN.toMillis());
            seen.ended.set(true);
            reader.join();
            if (seen.broken.get() != null) {
                throw new IllegalStateException("The reader failed: " + seen.broken.get(), seen.broken.get());
            }
            return new Result(seen.micros, sentAndLate[0], sentAndLate[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends each event when it is due, or at once when it is overdue; its latency counts from when it was due. */
    private static long[] send(
            Iterator<SimulatedRecord> records,
            EventPublisher publisher,
            int rate,
            Duration warmUp,
            StreamsApplication application,
            Seen seen) {
        long start = System.nanoTime();
        long measured = 0;
        long late = 0;
        for (long i = 0; records.hasNext() && application.failure().isEmpty(); i++) {
            SimulatedRecord record = records.next();
            long due = start + i * TimeUnit.SECONDS.toNanos(1) / rate;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            if (due - start >= warmUp.toNanos()) {
                measured++;
                late = Math.max(late, System.nanoTime() - due);
                if (record.value() instanceof Deal deal) {
                    // A repetition changes nothing: the first one is what the entry answers.
                    seen.due.putIfAbsent(new DealRevision(deal.getId(), deal.getRevision()), due);
                }
            }
            publisher.send(record.topic(), record.key(), record.value(), record.recordedAt());
        }
        publisher.flush();
        application.failure().ifPresent(thrown -> {
            throw new IllegalStateException("The application failed: " + thrown, thrown);
        });
        return new long[] {measured, TimeUnit.NANOSECONDS.toMicros(late)};
    }

    private static void read(RuntimeSettings settings, SchemaRegistryClient registry, Seen seen) {
        Map<String, Object> client = new HashMap<>(settings.clientSettings());
        client.put("isolation.level", "read_committed");
        client.put("enable.auto.commit", "false");
        client.put("fetch.max.wait.ms", "50");
        RecordDecoder<?, Accrual> decoder = RecordDecoder.of(Topics.ACCRUALS, Function.identity(), registry);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.ACCRUALS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!seen.ended.get()) {
                for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(Duration.ofMillis(50))) {
                    record(decoder.decode(entry.value()), System.nanoTime(), seen);
                }
            }
        } catch (RuntimeException e) {
            seen.broken.set(e);
        }
    }

    private static void record(Decoded<Accrual> entry, long now, Seen seen) {
        if (entry.isFailure()) {
            throw new IllegalStateException(entry.failure().message());
        }
        for (Cause cause : entry.event().getCauses()) {
            if (cause.getType().equals("deal")) {
                Long due = seen.due.remove(new DealRevision(cause.getId(), cause.getRevision()));
                if (due != null) {
                    seen.micros.recordValue(Math.min(HIGHEST_MICROS, TimeUnit.NANOSECONDS.toMicros(now - due)));
                }
            }
        }
    }
}
