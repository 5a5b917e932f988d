package dev.premia.local.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.premia.local.LocalBrokerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry with Confluent's REST interface on the loopback interface, for Avro. Schemas live in a compacted topic of a
 * Kafka cluster, so that ids survive a restart, or in memory. Ids are given out without gaps; one id for one content.
 *
 * <p>Beyond local use it lacks what needs an operator: authentication, TLS, several instances, contexts, data contract rules,
 * types other than Avro. The interface is the same, so production uses Confluent's registry or Apicurio without a change.
 */
public final class LocalRegistry implements AutoCloseable {
    /** The topic of the schemas: one partition, compacted. */
    public static final String TOPIC = "_premia_schemas";

    private static final Logger LOG = LoggerFactory.getLogger(LocalRegistry.class);
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int THREADS = 4;
    private static final int BODY_LIMIT = 4 << 20;
    private static final AtomicInteger THREAD_NUMBER = new AtomicInteger();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads;
    private final RegistryService service;
    private final RegistryRoutes routes;
    private final AtomicBoolean closed = new AtomicBoolean();

    private record Reply(int status, byte[] body) {}

    private LocalRegistry(SchemaLog log, RegistryOptions options) throws IOException {
        service = new RegistryService(log, options.compatibility());
        routes = new RegistryRoutes(service);
        server = listen(options.port());
        threads = Executors.newFixedThreadPool(THREADS, LocalRegistry::daemon);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Starts a registry whose schemas are kept in the topic {@value #TOPIC} of a cluster; the topic is created when missing. One
     * registry may use a cluster at a time.
     *
     * @throws LocalBrokerException when the cluster does not answer or the port is taken
     */
    public static LocalRegistry start(String bootstrapServers, RegistryOptions options) {
        return startOn(() -> new KafkaSchemaLog(bootstrapServers, TOPIC), options);
    }

    /** Starts a registry that forgets everything when it is closed. */
    public static LocalRegistry inMemory(RegistryOptions options) {
        return startOn(MemorySchemaLog::new, options);
    }

    private static LocalRegistry startOn(Supplier<SchemaLog> source, RegistryOptions options) {
        // Without it every answer waits 40 ms for an acknowledgement (Nagle), as the JDK sends head and body apart.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        SchemaLog log = null;
        try {
            log = source.get();
            LocalRegistry registry = new LocalRegistry(log, options);
            LOG.info("Schema registry listens on {}", registry.url());
            return registry;
        } catch (IOException | RuntimeException e) {
            if (log != null) {
                log.close();
            }
            throw new LocalBrokerException("The schema registry did not start: " + e.getMessage(), e);
        }
    }

    private static HttpServer listen(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        } catch (IOException e) {
            throw new IOException(
                    "port " + port + " on 127.0.0.1 cannot be used (" + e.getMessage()
                            + "). Free it, or choose another port (0: any).",
                    e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "registry-" + THREAD_NUMBER.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Base address for {@code schema.registry.url}, without a slash at its end. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(reply.status(), head ? -1 : reply.body().length);
            if (!head) {
                exchange.getResponseBody().write(reply.body());
            }
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        try {
            byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
            if (body.length > BODY_LIMIT) {
                throw RegistryException.badRequest("The body is longer than " + BODY_LIMIT + " bytes");
            }
            String method = exchange.getRequestMethod().equals("HEAD") ? "GET" : exchange.getRequestMethod();
            Object answer = routes.answer(new RegistryRequest(method, exchange.getRequestURI(), body));
            return new Reply(200, bytes(answer));
        } catch (RegistryException e) {
            if (e.status() >= 500) {
                LOG.warn("Schema registry: {}", e.getMessage());
            }
            return new Reply(e.status(), error(e.code(), e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("Schema registry failed on {} {}", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            return new Reply(500, error(50001, "Internal error: " + e.getMessage()));
        }
    }

    private static byte[] bytes(Object answer) throws JsonProcessingException {
        return answer instanceof RegistryRoutes.Verbatim text
                ? text.json().getBytes(StandardCharsets.UTF_8)
                : JSON.writeValueAsBytes(answer);
    }

    private static byte[] error(int code, String message) throws JsonProcessingException {
        return JSON.writeValueAsBytes(Map.of("error_code", code, "message", message));
    }

    /** Ends the service and returns when its threads and its connections to the cluster are gone. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        server.stop(0);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        service.close();
    }
}
