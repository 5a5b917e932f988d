package dev.premia.cli.operations;

import dev.premia.cli.Output;
import dev.premia.replay.verify.Difference;
import dev.premia.replay.verify.VerificationReport;
import dev.premia.runtime.GroupProgress;
import dev.premia.runtime.RuntimeSettings;
import dev.premia.runtime.StreamsApplication;
import dev.premia.schemas.Topics;
import dev.premia.simulator.SimulatedRecord;
import dev.premia.simulator.SimulationOptions;
import dev.premia.simulator.Simulator;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Rounds over one set of events that is in the topics before the clock starts; every round's ledger is checked. */
final class ThroughputBench {
    private static final Duration POLL = Duration.ofMillis(100);
    /** Longer than any flush can be put off, so nothing that still waits in a store is taken for the end. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STALL_LIMIT = Duration.ofSeconds(120);
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final int MONTHS = 3;
    private static final int DIFFERENCES_SHOWN = 20;

    private final BenchCluster cluster;
    private final Map<String, String> given;
    private final Output output;

    ThroughputBench(BenchCluster cluster, Map<String, String> given, Output output) {
        this.cluster = cluster;
        this.given = given;
        this.output = output;
    }

    /**
     * What one round took.
     *
     * @param events input records of the application
     * @param startup from the start of the application to the first record
     * @param elapsed from the first record read to the last committed output
     * @param cpu processor time of the application's process in that time
     */
    record Round(
            long events,
            Duration startup,
            Duration elapsed,
            ProcessUsage application,
            Duration cpu,
            ProcessUsage broker,
            Duration brokerCpu,
            VerificationReport check) {
        long eventsPerSecond() {
            return Math.round(events / (elapsed.toNanos() / 1e9));
        }
    }

    /** Writes plans and events; returns how many records the application has to read. */
    long load(SimulationOptions.Profile profile, long events, long seed) {
        RuntimeSettings settings = cluster.settings("premia-bench-load", given);
        SimulationOptions options = SimulationOptions.defaults()
                .withSeed(seed)
                .withProfile(profile)
                .withEvents(events)
                .withPeriod(FROM, MONTHS);
        try (EventPublisher publisher = new EventPublisher(settings.clientSettings(), settings.serdeSettings(), 50)) {
            PlanShelf.examples(FROM, FROM.atStartOfDay().toInstant(ZoneOffset.UTC))
                    .forEach(plan -> publisher.send(Topics.PLANS, plan.getPlan(), plan, plan.getPublishedAt()));
            Iterator<SimulatedRecord> records = Simulator.simulate(options);
            while (records.hasNext()) {
                SimulatedRecord record = records.next();
                publisher.send(record.topic(), record.key(), record.value(), record.recordedAt());
            }
            publisher.flush();
            return publisher.sent();
        }
    }

    List<Round> rounds(int count) {
        List<Round> rounds = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            String applicationId = "premia-bench-" + number;
            rounds.add(round(applicationId));
            show(number, rounds.get(number - 1));
            if (number < count) {
                cluster.forgetResults(applicationId);
            }
        }
        return rounds;
    }

    private Round round(String applicationId) {
        RuntimeSettings settings = cluster.settings(applicationId, given);
        long self = ProcessHandle.current().pid();
        long brokerPid = cluster.brokerPid().orElse(self);
        GroupProgress progress = new GroupProgress(cluster.topics().admin(), applicationId);
        // What the load left on the heap is not the application's.
        System.gc();
        ProcessUsage.resetPeak(self);
        ProcessUsage.resetPeak(brokerPid);
        try (StreamsApplication application = StreamsApplication.create(settings)) {
            application.checkSurroundings();
            long started = System.nanoTime();
            application.start();
            while (application.recordsConsumed() == 0 && application.failure().isEmpty()) {
                pause(Duration.ofMillis(10));
                if (System.nanoTime() - started > START_LIMIT.toNanos()) {
                    throw new IllegalStateException(
                            "The application read nothing within " + START_LIMIT.toSeconds() + " s");
                }
            }
            long first = System.nanoTime();
            Duration cpuBefore = ProcessUsage.of(self).cpu();
            Duration brokerCpuBefore = ProcessUsage.of(brokerPid).cpu();
            Finish finish = awaitFinish(application, progress, self, brokerPid);
            VerificationReport check =
                    StreamVerification.run(settings, STALL_LIMIT).report();
            return new Round(
                    finish.inputs,
                    Duration.ofNanos(first - started),
                    Duration.ofNanos(finish.at - first),
                    finish.self,
                    finish.self.cpu().minus(cpuBefore),
                    finish.broker,
                    finish.broker.cpu().minus(brokerCpuBefore),
                    check);
        }
    }

    private record Finish(long at, long inputs, ProcessUsage self, ProcessUsage broker) {}

    /** The last moment at which anything moved, once nothing moved for a while and everything is read. */
    private static Finish awaitFinish(
            StreamsApplication application, GroupProgress progress, long self, long brokerPid) {
        GroupProgress.Snapshot last = null;
        GroupProgress.Snapshot settled = null;
        Finish finish = null;
        long lastChange = System.nanoTime();
        while (true) {
            application.failure().ifPresent(thrown -> {
                throw new IllegalStateException("The application failed: " + thrown, thrown);
            });
            GroupProgress.Snapshot now = progress.now();
            if (!now.equals(last)) {
                lastChange = System.nanoTime();
                last = now;
            }
            // While offsets are being committed the cluster may leave them out of an answer: what looks unread then was
            // read before, and the same end as before is no later one.
            if (now.isCaughtUp() && !now.equals(settled)) {
                settled = now;
                finish = new Finish(System.nanoTime(), now.inputs(), ProcessUsage.of(self), ProcessUsage.of(brokerPid));
            }
            if (now.isCaughtUp() && System.nanoTime() - finish.at > QUIET.toNanos()) {
                return finish;
            }
            long still = System.nanoTime() - lastChange;
            if (still > STALL_LIMIT.toNanos()) {
                throw new IllegalStateException("Nothing moved for %d s; unread: %d of the inputs, %d between stages"
                        .formatted(STALL_LIMIT.toSeconds(), now.inputLag(), now.innerLag()));
            }
            pause(POLL);
        }
    }

    private void show(int number, Round round) {
        output.message("Round %d: %s events in %.1f s, %s events/s (start %.1f s); ledger %s"
                .formatted(
                        number,
                        output.numbers().whole(round.events()),
                        round.elapsed().toMillis() / 1e3,
                        output.numbers().whole(round.eventsPerSecond()),
                        round.startup().toMillis() / 1e3,
                        round.check().isEqual()
                                ? "equal in " + round.check().sums() + " sums of "
                                        + round.check().accruals() + " entries"
                                : "DIFFERS in " + round.check().differences().size() + " places"));
        round.check().differences().stream()
                .limit(DIFFERENCES_SHOWN)
                .map(Difference::toString)
                .forEach(output::message);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
