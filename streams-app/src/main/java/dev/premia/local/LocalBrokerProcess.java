package dev.premia.local;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link LocalBroker} in its own Java process: its memory is bounded apart from ours, and tests can kill it. The child ends by
 * itself when this process dies, and not before it: Ctrl-C, which a terminal sends to both, is left to this process. What it logs is in {@code broker.log} in the data directory.
 */
public final class LocalBrokerProcess implements RunningBroker {
    private static final Logger LOG = LoggerFactory.getLogger(LocalBrokerProcess.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final String LOG_FILE = "broker.log";

    private final Process process;
    private final BrokerOptions options;
    private final String bootstrapServers;

    private LocalBrokerProcess(Process process, BrokerOptions options, String bootstrapServers) {
        this.process = process;
        this.options = options;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts the child and returns when its broker accepts clients.
     *
     * @throws DataDirectoryInUseException when another run works on the directory
     * @throws LocalBrokerException when the child does not start; the message carries its reason
     */
    public static LocalBrokerProcess start(BrokerOptions options) {
        Process process = launch(options);
        try {
            String answer = firstLine(process);
            if (answer.startsWith(LocalBrokerMain.READY)) {
                String address = answer.substring(LocalBrokerMain.READY.length());
                LOG.info("Local broker {} runs as process {}", address, process.pid());
                return new LocalBrokerProcess(process, options, address);
            }
            throw failure(answer, options);
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static LocalBrokerException failure(String answer, BrokerOptions options) {
        if (answer.startsWith(LocalBrokerMain.IN_USE)) {
            return new DataDirectoryInUseException(answer.substring(LocalBrokerMain.IN_USE.length()));
        }
        if (answer.startsWith(LocalBrokerMain.FAILED)) {
            return new LocalBrokerException(answer.substring(LocalBrokerMain.FAILED.length()));
        }
        return new LocalBrokerException("The broker process ended or stayed silent before it was ready. Its log is "
                + options.dataDirectory().resolve(LOG_FILE) + ".");
    }

    private static Process launch(BrokerOptions options) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseGet(LocalBrokerProcess::javaOfThisRuntime));
        command.add("-Xmx" + options.heapMegabytes() + "m");
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"));
        String logging = System.getProperty("log4j2.configurationFile");
        if (logging != null) {
            command.add("-Dlog4j2.configurationFile=" + logging);
        }
        command.add(LocalBrokerMain.class.getName());
        command.add(options.dataDirectory().toString());
        command.add(String.valueOf(options.port()));
        new TreeMap<>(options.settings()).forEach((name, value) -> command.add(name + "=" + value));
        try {
            Files.createDirectories(options.dataDirectory());
            File log = options.dataDirectory().resolve(LOG_FILE).toFile();
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log));
            // In the environment, as a class path can be longer than an argument may be.
            builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            return builder.start();
        } catch (IOException e) {
            throw new LocalBrokerException(
                    "Cannot start a broker process on " + options.dataDirectory() + ": " + e.getMessage(), e);
        }
    }

    private static String javaOfThisRuntime() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The child's answer; empty when it ended or took too long without one. Output after the answer is read and dropped. */
    private static String firstLine(Process process) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread reader = new Thread(() -> readOutput(process, answer), "local-broker-output");
        reader.setDaemon(true);
        reader.start();
        try {
            return answer.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalBrokerException("Interrupted while the broker process started", e);
        }
    }

    private static void readOutput(Process process, CompletableFuture<String> answer) {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (isAnswer(line)) {
                    answer.complete(line);
                }
            }
        } catch (IOException e) {
            LOG.debug("Output of the broker process ended", e);
        } finally {
            answer.complete("");
        }
    }

    private static boolean isAnswer(String line) {
        return line.startsWith(LocalBrokerMain.READY)
                || line.startsWith(LocalBrokerMain.IN_USE)
                || line.startsWith(LocalBrokerMain.FAILED);
    }

    @Override
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public Path dataDirectory() {
        return options.dataDirectory();
    }

    /** Process id of the child. */
    public long pid() {
        return process.pid();
    }

    /** Whether the child still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the child as a power failure would (SIGKILL): nothing is flushed, nobody is told. Returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitExit(STOP_LIMIT);
    }

    /** Lets go of the child as our death would; it stops in order by itself. */
    void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("The input of broker process {} is gone already", process.pid(), e);
        }
    }

    /** Starts a broker on the same data and the same port, so that connected clients go on; only after a close or kill. */
    public LocalBrokerProcess restart() {
        int port = Integer.parseInt(bootstrapServers.substring(bootstrapServers.lastIndexOf(':') + 1));
        return start(options.withPort(port));
    }

    @Override
    public void close() {
        process.destroy();
        if (!awaitExit(STOP_LIMIT)) {
            LOG.warn("Broker process {} did not stop within {} s and is killed", process.pid(), STOP_LIMIT.toSeconds());
            kill();
        }
    }

    private boolean awaitExit(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new LocalBrokerException("Interrupted while the broker process stopped", e);
        }
    }
}
