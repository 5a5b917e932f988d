package dev.premia.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the container engine, within a deadline, whether it answers and has an image. Testcontainers itself may look for an engine
 * for minutes where there is none, so it is called only after this said yes.
 */
final class ContainerEngine {
    private final Map<String, String> environment;
    private final List<Path> defaultSockets;
    private final Duration limit;

    ContainerEngine(Map<String, String> environment, List<Path> defaultSockets, Duration limit) {
        this.environment = environment;
        this.defaultSockets = defaultSockets;
        this.limit = limit;
    }

    /** The engine that Testcontainers would find from this process. */
    static ContainerEngine ofThisMachine() {
        Map<String, String> environment = System.getenv();
        List<Path> sockets = new ArrayList<>(List.of(Path.of("/var/run/docker.sock")));
        if (environment.containsKey("XDG_RUNTIME_DIR")) {
            sockets.add(Path.of(environment.get("XDG_RUNTIME_DIR"), "docker.sock"));
        }
        sockets.add(Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"));
        return new ContainerEngine(environment, sockets, Duration.ofSeconds(3));
    }

    /** What was found out: whether the image can be run, and in words why (not). */
    record Verdict(boolean usable, String reason) {}

    /** Never throws and never takes longer than the limit. */
    Verdict canRun(String image) {
        SocketAddress address;
        try {
            address = address();
        } catch (IllegalArgumentException e) {
            return new Verdict(false, e.getMessage());
        }
        if (address == null) {
            return new Verdict(
                    false, "no container engine: DOCKER_HOST is not set and none of " + defaultSockets + " exists");
        }
        CompletableFuture<Verdict> question = new CompletableFuture<>();
        Thread asker = new Thread(() -> question.complete(ask(address, image)), "container-engine-probe");
        asker.setDaemon(true);
        asker.start();
        try {
            return question.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return new Verdict(false, "the container engine at " + address + " did not answer within " + limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Verdict(false, "interrupted while asking the container engine");
        }
    }

    private SocketAddress address() {
        String host = environment.getOrDefault("DOCKER_HOST", "");
        if (host.isEmpty()) {
            return defaultSockets.stream()
                    .filter(Files::exists)
                    .findFirst()
                    .map(UnixDomainSocketAddress::of)
                    .orElse(null);
        }
        URI uri = URI.create(host);
        if ("unix".equals(uri.getScheme())) {
            return UnixDomainSocketAddress.of(uri.getPath());
        }
        boolean tls = !environment.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty();
        if ("tcp".equals(uri.getScheme()) && !tls) {
            return new InetSocketAddress(uri.getHost(), uri.getPort());
        }
        throw new IllegalArgumentException("the container engine at " + host
                + " cannot be asked without TLS or a Unix socket; -Dpremia.test.broker=container uses it unasked");
    }

    private static Verdict ask(SocketAddress address, String image) {
        try {
            if (status(address, "/_ping") != 200) {
                return new Verdict(false, address + " is no container engine");
            }
            String name = URLEncoder.encode(image, StandardCharsets.UTF_8);
            int answer = status(address, "/images/" + name + "/json");
            return answer == 200
                    ? new Verdict(true, "the container engine at " + address + " has " + image)
                    : new Verdict(
                            false,
                            "the container engine at " + address + " has no image " + image
                                    + " (pull it, or name another one with -Dpremia.test.kafka.image)");
        } catch (IOException e) {
            return new Verdict(false, "no container engine answers at " + address + " (" + e.getMessage() + ")");
        }
    }

    /** Status of a GET. The JDK's HTTP client knows no Unix sockets; the first line of an answer is all that is needed. */
    private static int status(SocketAddress address, String path) throws IOException {
        try (SocketChannel channel = open(address)) {
            String request = "GET " + path + " HTTP/1.0\r\nHost: engine\r\n\r\n";
            ByteBuffer out = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
            while (out.hasRemaining()) {
                channel.write(out);
            }
            ByteBuffer in = ByteBuffer.allocate(64);
            while (in.hasRemaining() && channel.read(in) >= 0) {
                continue;
            }
            String[] words = new String(in.array(), 0, in.position(), StandardCharsets.US_ASCII).split("\\s+", 3);
            if (words.length < 2 || !words[0].startsWith("HTTP/")) {
                throw new IOException("not an HTTP answer");
            }
            return Integer.parseInt(words[1]);
        } catch (NumberFormatException e) {
            throw new IOException("not an HTTP answer", e);
        }
    }

    private static SocketChannel open(SocketAddress address) throws IOException {
        SocketChannel channel = address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
        channel.connect(address);
        return channel;
    }
}
