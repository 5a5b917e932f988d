package dev.premia.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The program of {@link LocalBrokerProcess}: a broker that lives until its parent closes standard input, dies, or sends SIGTERM.
 * Ctrl-C and the end of a terminal reach it together with its parent, who still needs it to end in order; it pays no attention to them.
 *
 * <p>Arguments: data directory, port, then {@code name=value} broker settings. It answers on standard output with one line, {@code
 * READY host:port}, {@code IN-USE reason} or {@code FAILED reason}.
 */
final class LocalBrokerMain {
    static final String READY = "READY ";
    static final String IN_USE = "IN-USE ";
    static final String FAILED = "FAILED ";

    /** What a terminal sends to all processes that it started. */
    private static final List<String> TERMINAL_SIGNALS = List.of("INT", "HUP");

    private LocalBrokerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        TERMINAL_SIGNALS.forEach(LocalBrokerMain::ignore);
        PrintStream answer = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        LocalBroker broker;
        try {
            broker = LocalBroker.start(options(arguments));
        } catch (DataDirectoryInUseException e) {
            answer.println(IN_USE + oneLine(e));
            System.exit(2);
            return;
        } catch (RuntimeException e) {
            answer.println(FAILED + oneLine(e));
            System.exit(2);
            return;
        }
        CountDownLatch parentGone = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "local-broker-stop"));
        watchParent(parentGone);
        answer.println(READY + broker.bootstrapServers());
        parentGone.await();
        System.exit(0);
    }

    /** By reflection: the JDK's only way is in a module whose every use the compiler warns of. */
    private static void ignore(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            signal.getMethod("handle", signal, handler)
                    .invoke(
                            null,
                            signal.getConstructor(String.class).newInstance(name),
                            handler.getField("SIG_IGN").get(null));
        } catch (ReflectiveOperationException e) {
            // A system without this signal, or a JVM that keeps it to itself: nothing can be ignored.
            System.err.println("Signal " + name + " ends this broker: " + e);
        }
    }

    private static BrokerOptions options(String[] arguments) {
        BrokerOptions options = BrokerOptions.at(Path.of(arguments[0])).withPort(Integer.parseInt(arguments[1]));
        for (int i = 2; i < arguments.length; i++) {
            int equals = arguments[i].indexOf('=');
            options = options.withSetting(arguments[i].substring(0, equals), arguments[i].substring(equals + 1));
        }
        return options;
    }

    /** The parent holds the other end of standard input; its end means that nobody needs this broker any more. */
    private static void watchParent(CountDownLatch parentGone) {
        Thread watch = new Thread(() -> awaitEnd(System.in, parentGone), "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void awaitEnd(InputStream input, CountDownLatch parentGone) {
        try {
            while (input.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            // A broken pipe says the same as its end.
        } finally {
            parentGone.countDown();
        }
    }

    private static String oneLine(Exception e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    }
}
