package dev.premia.cli.operations;

import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.runtime.GroupProgress;
import dev.premia.runtime.InvalidSettingException;
import dev.premia.runtime.NotReadyException;
import dev.premia.runtime.RuntimeSettings;
import dev.premia.runtime.StreamsApplication;
import dev.premia.runtime.TopicAdmin;
import dev.premia.schemas.Topics;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code premia run}: one instance of the streams application, until it is told to stop. */
@Command(
        name = "run",
        description = {
            "Runs the streams application against a Kafka cluster until SIGTERM or Ctrl-C.",
            "",
            "Settings, each layer before the next: defaults, the file of --config, PREMIA_* environment variables, options."
                    + " Exit code 0 after an orderly end, 3 when the application failed."
        },
        footer = {
            "  premia run --bootstrap-server kafka:9092 --schema-registry http://registry:8081",
            "  premia run --config premia.properties --state-dir /var/lib/premia"
        })
public final class RunCommand extends PremiaCommand {
    @Mixin
    private ClusterOptions cluster;

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description =
                    "Where state is kept between restarts, .premia/state if not given; each instance needs its own.")
    private String stateDirectory;

    @Option(
            names = "--status-seconds",
            paramLabel = "N",
            description = "Seconds between status lines, 0 for none. Default: ${DEFAULT-VALUE}",
            defaultValue = "10")
    private int statusSeconds;

    @Override
    public Integer call() throws InterruptedException {
        Output output = output();
        RuntimeSettings settings = settings();
        Surroundings.requireBroker(settings);
        Surroundings.requireRegistry(settings);
        try (ShutdownSignal signal = ShutdownSignal.install();
                StreamsApplication application = StreamsApplication.create(settings);
                TopicAdmin topics = TopicAdmin.connect(settings.adminSettings())) {
            application.checkSurroundings();
            application.onStateChange((now, before) -> output.message("State: " + before + " -> " + now));
            output.message(
                    "Application %s, state in %s".formatted(settings.applicationId(), settings.stateDirectory()));
            application.start();
            watch(application, new GroupProgress(topics.admin(), settings.applicationId()), signal, output);
            application.failure().ifPresent(thrown -> {
                String message = thrown instanceof NotReadyException ? thrown.getMessage() : thrown.toString();
                throw CommandException.failure("the application failed: " + message, thrown);
            });
            output.message("Stopping ...");
            return ExitCodes.DONE;
        } catch (NotReadyException e) {
            throw CommandException.failure(e.getMessage(), e);
        } catch (InvalidSettingException e) {
            throw CommandException.badInput(e.getMessage(), e);
        }
    }

    private RuntimeSettings settings() {
        try {
            return cluster.settings(RuntimeSettings.STATE_DIRECTORY, stateDirectory)
                    .check();
        } catch (InvalidSettingException e) {
            throw CommandException.badInput(e.getMessage(), e);
        }
    }

    private void watch(StreamsApplication application, GroupProgress progress, ShutdownSignal signal, Output output)
            throws InterruptedException {
        long pause = statusSeconds == 0 ? Long.MAX_VALUE : TimeUnit.SECONDS.toNanos(statusSeconds);
        long next = System.nanoTime() + pause;
        long before = 0;
        long since = System.nanoTime();
        while (!signal.await(200) && !application.awaitStopped(Duration.ZERO)) {
            long now = System.nanoTime();
            if (statusSeconds > 0 && now - next >= 0 && application.isReady()) {
                long consumed = application.recordsConsumed();
                status(progress, Math.round((consumed - before) * 1e9 / (now - since)), output);
                before = consumed;
                since = now;
                next = now + pause;
            }
        }
    }

    private static void status(GroupProgress progress, long rate, Output output) {
        try {
            GroupProgress.Snapshot now = progress.now();
            output.message("%s records/s; to read: %s from sources, %s between stages; entries %s, dead letters %s"
                    .formatted(
                            output.numbers().whole(rate),
                            output.numbers().whole(now.inputLag()),
                            output.numbers().whole(now.innerLag()),
                            output.numbers().whole(now.writtenTo(Topics.ACCRUALS)),
                            output.numbers().whole(now.writtenTo(Topics.DEAD_LETTERS))));
        } catch (NotReadyException e) {
            // A status line must not end what it reports on.
            output.message("No status: " + e.getMessage());
        }
    }
}
