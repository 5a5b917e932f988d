package dev.premia.cli.operations;

import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.NumberText;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.local.DataDirectoryInUseException;
import dev.premia.local.LocalBrokerException;
import dev.premia.local.LocalCluster;
import dev.premia.runtime.RuntimeSettings;
import dev.premia.runtime.SettingLayers;
import dev.premia.runtime.StreamsApplication;
import dev.premia.runtime.TopicAdmin;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code premia demo}: a broker, a registry, a simulated department, the stream and a live table, on one machine. */
@Command(
        name = "demo",
        description = {
            "Starts everything on this machine: broker, schema registry, a simulated sales department, the streams"
                    + " application, and a live table of the month.",
            "",
            "The department's last month or two is told at once; then it lives on at --rate events a second. A later start"
                    + " on the same directory goes on where the last one ended."
        },
        footer = {"  premia demo", "  premia demo --fresh --rate 50 --duration 120"})
public final class DemoCommand extends PremiaCommand {
    private static final String APPLICATION = "premia-demo";
    private static final int PLAIN_WIDTH = 160;
    /** How long a demo with an end waits for its first accrual. */
    private static final long FIRST_SECONDS = 120;

    private static final Duration REDRAW = Duration.ofSeconds(1);
    private static final Duration PLAIN_REDRAW = Duration.ofSeconds(15);
    private static final String CLEAR = "\u001B[H\u001B[2J";

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where everything is kept. Default: ${DEFAULT-VALUE}",
            defaultValue = ".premia/demo")
    private Path directory;

    @Option(names = "--fresh", description = "Forget what is in the directory and begin anew.")
    private boolean fresh;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Events a second. Default: ${DEFAULT-VALUE}",
            defaultValue = "10")
    private int rate;

    @Option(
            names = "--managers",
            paramLabel = "N",
            description = "People in the department, when it begins. Default: ${DEFAULT-VALUE}",
            defaultValue = "24")
    private int managers;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the department, when it begins. Default: ${DEFAULT-VALUE}",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--duration",
            paramLabel = "SECONDS",
            description = "End that many seconds after the first accrual. Default: on Ctrl-C.")
    private long duration;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of the broker on 127.0.0.1; 0 (default) for any.",
            defaultValue = "0")
    private int port;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            description = "Port of the registry on 127.0.0.1; 0 (default) for any.",
            defaultValue = "0")
    private int registryPort;

    @Override
    public Integer call() throws InterruptedException {
        if (rate < 1 || rate > 10_000 || managers < 1) {
            throw CommandException.badInput("--rate " + rate + " --managers " + managers
                    + ": expected a rate of 1 to 10000 and one manager or more.");
        }
        long start = System.nanoTime();
        Output output = output();
        try (ShutdownSignal signal = ShutdownSignal.install()) {
            if (fresh) {
                forget();
            }
            Path data = directory.toAbsolutePath().normalize();
            output.message(output.text("Запуск в ", "Starting in ") + data + " ...");
            LocalCluster.Options options = LocalCluster.Options.at(data.resolve("broker"))
                    .withPorts(port, registryPort)
                    .withPlacement(LocalCluster.Placement.OWN_PROCESS);
            try (LocalCluster cluster = LocalCluster.start(options)) {
                run(cluster, data, signal, output, start);
            }
            output.message(output.text(
                    "Остановлено. Та же команда продолжит с этого места.",
                    "Stopped. The same command goes on from here."));
            return ExitCodes.DONE;
        } catch (DataDirectoryInUseException e) {
            throw CommandException.badInput(e.getMessage(), e);
        } catch (LocalBrokerException e) {
            throw CommandException.failure(e.getMessage(), e);
        }
    }

    private void run(LocalCluster cluster, Path data, ShutdownSignal signal, Output output, long start)
            throws InterruptedException {
        RuntimeSettings settings = settings(cluster, data);
        try (TopicAdmin topics = TopicAdmin.connect(settings.adminSettings());
                SchemaRegistryClient registry = StreamsApplication.registryClient(settings)) {
            topics.ensure(settings.topicLayout());
            output.message(output.text("Брокер %s, реестр схем %s", "Broker %s, schema registry %s")
                    .formatted(cluster.bootstrapServers(), cluster.registryUrl()));
            try (StreamsApplication application = StreamsApplication.create(settings);
                    DemoDepartment department = DemoDepartment.open(data, settings, topics, seed, managers);
                    DemoBoard board = new DemoBoard(settings.clientSettings(), registry, DemoDepartment.zone())) {
                application.checkSurroundings();
                application.start();
                long history = department.tellHistory();
                output.message(output.text("История: записей ", "Records of the past: ")
                        + output.numbers().whole(history)
                        + output.text("; ждём первых начислений ...", "; waiting for the first accruals ..."));
                live(application, department, board, signal, output, start);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeSettings settings(LocalCluster cluster, Path data) {
        return SettingLayers.begin()
                .environment(System.getenv())
                .option(RuntimeSettings.BOOTSTRAP_SERVERS, cluster.bootstrapServers())
                .option(RuntimeSettings.SCHEMA_REGISTRY, cluster.registryUrl())
                .option(RuntimeSettings.APPLICATION_ID, APPLICATION)
                .option(RuntimeSettings.PARTITIONS, "2")
                .option(RuntimeSettings.REPLICATION_FACTOR, "1")
                .option(RuntimeSettings.INPUT_TIMESTAMPS, "producer")
                .option(RuntimeSettings.STATE_DIRECTORY, data.resolve("state").toString())
                .build()
                .check();
    }

    private void live(
            StreamsApplication application,
            DemoDepartment department,
            DemoBoard board,
            ShutdownSignal signal,
            Output output,
            long start)
            throws InterruptedException {
        AtomicReference<Throwable> broken = new AtomicReference<>();
        Thread life = new Thread(() -> live(department, application, signal, broken), "department");
        life.start();
        boolean terminal = Boolean.getBoolean("premia.terminal") && output.forPeople();
        // Before the first accrual there is nothing to look at.
        long end = duration > 0 ? start + TimeUnit.SECONDS.toNanos(duration + FIRST_SECONDS) : Long.MAX_VALUE;
        long redraw = 0;
        boolean first = false;
        while (!signal.isRequested()
                && System.nanoTime() < end
                && broken.get() == null
                && application.failure().isEmpty()) {
            board.poll(Duration.ofMillis(200));
            if (!first && board.entries() > 0) {
                first = true;
                end = duration > 0 ? System.nanoTime() + TimeUnit.SECONDS.toNanos(duration) : end;
                output.message(output.text("Первое начисление через ", "First accrual after ")
                        + NumberText.duration(Duration.ofNanos(System.nanoTime() - start)));
            }
            if (first && System.nanoTime() - redraw > (terminal ? REDRAW : PLAIN_REDRAW).toNanos()) {
                redraw = System.nanoTime();
                show(board.draw(output, PLAIN_WIDTH), terminal, output);
            }
        }
        life.interrupt();
        life.join();
        if (!first) {
            output.message(output.text("Начислений за это время не было.", "No accrual came in this time."));
        }
        show(board.draw(output, PLAIN_WIDTH), false, output);
        application.failure().ifPresent(thrown -> {
            throw CommandException.failure("the application failed: " + thrown, thrown);
        });
        if (broken.get() != null) {
            throw CommandException.failure("the department failed: " + broken.get(), broken.get());
        }
    }

    private void live(
            DemoDepartment department,
            StreamsApplication application,
            ShutdownSignal signal,
            AtomicReference<Throwable> broken) {
        try {
            while (!signal.isRequested() && application.failure().isEmpty()) {
                department.tellSecond(rate, signal);
            }
        } catch (InterruptedException e) {
            // The demo ends.
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            broken.set(e);
        }
    }

    private static void show(List<String> lines, boolean terminal, Output output) {
        if (terminal) {
            output.out().print(CLEAR);
        }
        lines.forEach(output.out()::println);
        output.out().println();
        output.out().flush();
    }

    private void forget() {
        if (!Files.exists(directory)) {
            return;
        }
        boolean ours = Files.exists(directory.resolve("demo.properties")) || Files.exists(directory.resolve("broker"));
        if (!ours) {
            throw CommandException.badInput(
                    directory + " is not the directory of a demo, and --fresh would delete it. Choose another --dir.");
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw CommandException.badInput(directory + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
