package dev.premia.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerEngineTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final String IMAGE = "apache/kafka:4.3.1";

    @TempDir
    Path directory;

    @Test
    void shouldSayNoAtOnceWhenNoSocketExists() {
        ContainerEngine engine = new ContainerEngine(Map.of(), List.of(directory.resolve("none.sock")), LIMIT);

        assertThat(engine.canRun(IMAGE))
                .returns(false, ContainerEngine.Verdict::usable)
                .extracting(ContainerEngine.Verdict::reason)
                .asString()
                .contains("no container engine", "none.sock");
    }

    @Test
    void shouldSayNoWhenTheSocketFileIsDead() throws IOException {
        Path dead = Files.createFile(directory.resolve("dead.sock"));
        ContainerEngine engine = new ContainerEngine(Map.of(), List.of(dead), LIMIT);

        assertThat(engine.canRun(IMAGE).usable()).isFalse();
        assertThat(engine.canRun(IMAGE).reason()).contains("no container engine answers at", "dead.sock");
    }

    @Test
    void shouldSayNoInTimeWhenTheEngineStaysSilent() throws IOException {
        Path socket = directory.resolve("silent.sock");
        try (ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(socket));
            ContainerEngine engine = new ContainerEngine(Map.of(), List.of(socket), Duration.ofMillis(300));
            long start = System.nanoTime();

            assertThat(engine.canRun(IMAGE).reason()).contains("did not answer within PT0.3S");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void shouldSayNoWhenTheImageIsMissing() throws IOException {
        Path socket = directory.resolve("empty.sock");
        try (ServerSocketChannel server =
                answering(socket, path -> path.equals("/_ping") ? "200 OK" : "404 Not Found")) {
            assertThat(server.isOpen()).isTrue();
            assertThat(new ContainerEngine(Map.of(), List.of(socket), LIMIT).canRun(IMAGE))
                    .returns(false, ContainerEngine.Verdict::usable)
                    .extracting(ContainerEngine.Verdict::reason)
                    .asString()
                    .contains("has no image " + IMAGE, "premia.test.kafka.image");
        }
    }

    @Test
    void shouldSayYesWhenTheEngineNamedByTheEnvironmentHasTheImage() throws IOException {
        Path socket = directory.resolve("full.sock");
        try (ServerSocketChannel server = answering(
                socket,
                path -> path.equals("/_ping") || path.equals("/images/apache%2Fkafka%3A4.3.1/json")
                        ? "200 OK"
                        : "404 Not Found")) {
            assertThat(server.isOpen()).isTrue();
            Map<String, String> environment = Map.of("DOCKER_HOST", "unix://" + socket);

            assertThat(new ContainerEngine(environment, List.of(), LIMIT)
                            .canRun(IMAGE)
                            .usable())
                    .isTrue();
        }
    }

    @Test
    void shouldSayNoWhenTheEngineNeedsTls() {
        Map<String, String> environment = Map.of("DOCKER_HOST", "tcp://engine.example:2376", "DOCKER_TLS_VERIFY", "1");

        assertThat(new ContainerEngine(environment, List.of(), LIMIT)
                        .canRun(IMAGE)
                        .reason())
                .contains("cannot be asked", "premia.test.broker=container");
    }

    /** A server that answers each request line's path with a status. */
    private static ServerSocketChannel answering(Path socket, UnaryOperator<String> statusOfPath) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread thread = new Thread(() -> serve(server, statusOfPath), "fake-engine");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static void serve(ServerSocketChannel server, UnaryOperator<String> statusOfPath) {
        while (server.isOpen()) {
            try (SocketChannel client = server.accept()) {
                ByteBuffer request = ByteBuffer.allocate(512);
                client.read(request);
                String path =
                        new String(request.array(), 0, request.position(), StandardCharsets.US_ASCII).split(" ")[1];
                String answer = "HTTP/1.1 " + statusOfPath.apply(path) + "\r\nContent-Length: 0\r\n\r\n";
                client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
            } catch (IOException e) {
                return;
            }
        }
    }
}
