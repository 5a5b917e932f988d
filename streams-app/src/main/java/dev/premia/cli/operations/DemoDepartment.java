package dev.premia.cli.operations;

import dev.premia.runtime.RuntimeSettings;
import dev.premia.runtime.TopicAdmin;
import dev.premia.schemas.Control;
import dev.premia.schemas.ControlKind;
import dev.premia.schemas.TopicSpec.Role;
import dev.premia.schemas.Topics;
import dev.premia.simulator.SimulatedRecord;
import dev.premia.simulator.SimulationOptions;
import dev.premia.simulator.Simulator;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;

/**
 * The sales department of the demo: its last month or two at once, then a life in which a working day takes minutes. One
 * thread drives it.
 */
final class DemoDepartment implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final int MONTHS = 24;
    private static final int LATE_IN_MONTH = 15;
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final String SEED = "seed";
    private static final String FROM = "from";
    private static final String MANAGERS = "managers";
    private static final String BEGAN = "began";

    private final EventPublisher publisher;
    private final Iterator<SimulatedRecord> records;
    private final DemoClock clock;
    private final Instant began;
    private final LocalDate from;
    private Instant told;
    private LocalDate announced;
    private SimulatedRecord upcoming;

    /** How the demo began; a directory keeps it. */
    private record Beginning(long seed, LocalDate from, int managers, Instant at) {}

    private DemoDepartment(EventPublisher publisher, Beginning beginning, DemoClock clock) {
        this.publisher = publisher;
        this.clock = clock;
        this.began = beginning.at();
        this.from = beginning.from();
        this.told = began;
        this.records = Simulator.simulate(SimulationOptions.defaults()
                .withSeed(beginning.seed())
                .withManagers(beginning.managers())
                .withZone(ZONE)
                .withPeriod(beginning.from(), MONTHS));
        this.upcoming = records.next();
    }

    /** Opens the department of a directory: a new one, or the one that is there, at the point where it stopped. */
    static DemoDepartment open(Path directory, RuntimeSettings settings, TopicAdmin topics, long seed, int managers) {
        Beginning beginning = beginning(directory.resolve("demo.properties"), seed, managers);
        DemoDepartment department = new DemoDepartment(
                new EventPublisher(settings.clientSettings(), settings.serdeSettings(), 5),
                beginning,
                DemoClock.open(directory.resolve("clock.csv")));
        department.skip(recordsIn(topics));
        return department;
    }

    private static Beginning beginning(Path file, long seed, int managers) {
        Properties properties = new Properties();
        try {
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                return new Beginning(
                        Long.parseLong(properties.getProperty(SEED)),
                        LocalDate.parse(properties.getProperty(FROM)),
                        Integer.parseInt(properties.getProperty(MANAGERS)),
                        Instant.parse(properties.getProperty(BEGAN)));
            }
            Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
            LocalDate today = LocalDate.ofInstant(now, ZONE);
            int monthsBack = today.getDayOfMonth() >= LATE_IN_MONTH ? 1 : 2;
            Beginning beginning = new Beginning(seed, today.withDayOfMonth(1).minusMonths(monthsBack), managers, now);
            properties.setProperty(SEED, String.valueOf(seed));
            properties.setProperty(FROM, beginning.from().toString());
            properties.setProperty(MANAGERS, String.valueOf(managers));
            properties.setProperty(BEGAN, now.toString());
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, "How this demo began");
            }
            return beginning;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only the department writes events, without transactions, so offsets count its records. */
    private static long recordsIn(TopicAdmin topics) {
        List<String> names = new ArrayList<>();
        for (Role role : List.of(Role.SOURCE, Role.REFERENCE)) {
            Topics.of(role).forEach(topic -> names.add(topic.name()));
        }
        return topics.ends(names).values().stream().mapToLong(Long::longValue).sum();
    }

    private void skip(long count) {
        for (long i = 0; i < count; i++) {
            if (upcoming.recordedAt().isAfter(told)) {
                told = upcoming.recordedAt();
            }
            upcoming = records.next();
        }
    }

    /** Publishes the plans and everything up to the moment at which the demo began; returns the number of records. */
    long tellHistory() {
        PlanShelf.examples(from, from.atStartOfDay(ZONE).toInstant())
                .forEach(plan -> publisher.send(Topics.PLANS, plan.getPlan(), plan, plan.getPublishedAt()));
        while (upcoming.recordedAt().isBefore(began)) {
            publisher.send(upcoming.topic(), upcoming.key(), upcoming.value(), upcoming.recordedAt());
            upcoming = records.next();
        }
        announceToday();
        publisher.flush();
        return publisher.sent();
    }

    /** Tells the next {@code count} records within a second from now, and returns when that second is over. */
    void tellSecond(int count, ShutdownSignal signal) throws InterruptedException {
        Instant start = Instant.ofEpochMilli(System.currentTimeMillis());
        announceToday();
        List<SimulatedRecord> batch = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            batch.add(upcoming);
            upcoming = records.next();
        }
        Instant until = batch.isEmpty() ? told : batch.get(batch.size() - 1).recordedAt();
        clock.add(told, until.plusMillis(1), start, start.plus(TICK));
        told = until.plusMillis(1);
        long startNanos = System.nanoTime();
        for (int i = 0; i < batch.size(); i++) {
            long due = startNanos + TICK.toNanos() * (i + 1) / (batch.size() + 1);
            if (signal.await((due - System.nanoTime()) / 1_000_000)) {
                return;
            }
            send(batch.get(i));
        }
        signal.await((startNanos + TICK.toNanos() - System.nanoTime()) / 1_000_000);
    }

    private void send(SimulatedRecord record) {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        publisher.send(record.topic(), record.key(), DemoRecords.moved(record.value(), clock::map), now);
    }

    private void announceToday() {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        if (!today.equals(announced)) {
            announced = today;
            Control day = Control.newBuilder()
                    .setId("demo/day-" + today)
                    .setKind(ControlKind.day)
                    .setAt(now)
                    .setDay(today)
                    .setZone(ZONE.getId())
                    .build();
            publisher.send(Topics.CONTROL, null, day, now);
        }
    }

    /** Events told in this run. */
    long told() {
        return publisher.sent();
    }

    static ZoneId zone() {
        return ZONE;
    }

    @Override
    public void close() {
        publisher.flush();
        publisher.close();
    }
}
