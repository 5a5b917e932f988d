package dev.premia.runtime;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Asks whether a cluster and a registry are there, before anything depends on them. Clients of Kafka and of the registry wait
 * for minutes where nobody listens; this answers within about ten seconds each, at once where a connection is refused.
 */
public final class Reachability {
    /** The log leaves out what a client of this name says: it would say it every second. */
    public static final String CLIENT_ID = "premia-reachability";

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration CONNECT_ALL = Duration.ofSeconds(6);
    private static final Duration ANSWER = Duration.ofSeconds(7);
    private static final int KAFKA_PORT = 9092;

    private Reachability() {}

    /**
     * Checks that a broker answers.
     *
     * @param client settings of Kafka clients, {@code bootstrap.servers} among them
     * @throws NotReadyException naming the addresses, what was tried and what to do
     */
    public static void broker(Map<String, Object> client) {
        String servers = client.get(RuntimeSettings.BOOTSTRAP_SERVERS).toString();
        String refused = refusals(addresses(servers));
        if (refused != null) {
            throw noBroker(servers, refused, null);
        }
        Map<String, Object> quick = new HashMap<>(client);
        quick.put("client.id", CLIENT_ID);
        quick.put("default.api.timeout.ms", String.valueOf(ANSWER.toMillis()));
        quick.put("request.timeout.ms", String.valueOf(ANSWER.toMillis() / 2));
        try (AdminClient admin = new AdminClient(quick)) {
            admin.ask();
        } catch (TimeoutException | org.apache.kafka.common.errors.TimeoutException e) {
            String tried = "something listens there but gave no answer of a broker within " + ANSWER.toSeconds() + " s";
            throw noBroker(servers, tried, e);
        } catch (KafkaException e) {
            throw noBroker(servers, text(e), e);
        }
    }

    /** An admin client that does not wait when it is closed. */
    private record AdminClient(Admin admin) implements AutoCloseable {
        AdminClient(Map<String, Object> settings) {
            this(Admin.create(settings));
        }

        void ask() throws TimeoutException {
            try {
                admin.describeCluster().nodes().get(ANSWER.toSeconds() + 1, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NotReadyException("Interrupted while waiting for the Kafka cluster", e);
            }
        }

        @Override
        public void close() {
            admin.close(Duration.ZERO);
        }
    }

    private static NotReadyException noBroker(String servers, String tried, Throwable cause) {
        return new NotReadyException(
                "Kafka does not answer at " + servers + ": " + tried
                        + ". Check the address (--bootstrap-server), that the broker runs, the network and the security"
                        + " settings; premia demo starts a broker of its own.",
                cause);
    }

    /**
     * Checks that a registry answers.
     *
     * @param urls addresses, separated by commas
     * @param settings of the registry client: credentials, TLS, a proxy
     * @throws NotReadyException naming the addresses, what was tried and what to do
     */
    public static void registry(String urls, Map<String, ?> settings) {
        List<String> list = List.of(urls.trim().split("\\s*,\\s*"));
        boolean direct = settings.keySet().stream().noneMatch(name -> name.contains("proxy.host"));
        String refused =
                direct ? refusals(list.stream().map(Reachability::address).toList()) : null;
        if (refused != null) {
            throw noRegistry(urls, refused, null);
        }
        Map<String, Object> quick = new HashMap<>(settings);
        quick.put("http.connect.timeout.ms", (int) CONNECT.toMillis());
        quick.put("http.read.timeout.ms", (int) ANSWER.toMillis());
        quick.put("max.retries", 0);
        try (SchemaRegistryClient registry = new CachedSchemaRegistryClient(list, 1, quick)) {
            registry.getAllSubjects();
        } catch (SocketTimeoutException e) {
            String tried = "something listens there but did not answer within " + ANSWER.toSeconds() + " s";
            throw noRegistry(urls, tried, e);
        } catch (IOException | RestClientException | RuntimeException e) {
            throw noRegistry(urls, text(e), e);
        }
    }

    private static NotReadyException noRegistry(String urls, String tried, Throwable cause) {
        return new NotReadyException(
                "The schema registry does not answer at " + urls + ": " + tried
                        + ". Check the address (--schema-registry), that the registry runs, the network and the credentials.",
                cause);
    }

    /** What became of each address, or null as soon as one of them accepts a connection. */
    private static String refusals(List<InetSocketAddress> addresses) {
        long deadline = System.nanoTime() + CONNECT_ALL.toNanos();
        List<String> refusals = new ArrayList<>();
        for (InetSocketAddress address : addresses) {
            if (!refusals.isEmpty() && System.nanoTime() > deadline) {
                break;
            }
            String refusal = refusal(address);
            if (refusal == null) {
                return null;
            }
            refusals.add(
                    addresses.size() == 1
                            ? refusal
                            : address.getHostString() + ":" + address.getPort() + " " + refusal);
        }
        return String.join(", ", refusals);
    }

    private static String refusal(InetSocketAddress address) {
        // Of a name with several addresses, such as localhost, one may be refused and the next one not.
        try {
            IOException last = null;
            for (var each : java.net.InetAddress.getAllByName(address.getHostString())) {
                try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress(each, address.getPort()), (int) CONNECT.toMillis());
                    return null;
                } catch (IOException e) {
                    last = e;
                }
            }
            return last instanceof SocketTimeoutException
                    ? "no connection within " + CONNECT.toSeconds() + " s"
                    : last instanceof ConnectException ? "the connection was refused" : text(last);
        } catch (UnknownHostException e) {
            return "the host name is not known";
        }
    }

    private static List<InetSocketAddress> addresses(String servers) {
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (String server : servers.trim().split("\\s*,\\s*")) {
            int colon = server.lastIndexOf(':');
            String host = colon < 0
                    ? server
                    : server.substring(server.indexOf("://") < 0 ? 0 : server.indexOf("://") + 3, colon);
            addresses.add(InetSocketAddress.createUnresolved(
                    host.replaceAll("[\\[\\]]", ""),
                    colon < 0 ? KAFKA_PORT : port(server.substring(colon + 1), server)));
        }
        return addresses;
    }

    private static int port(String text, String server) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw badPort(server, e);
        }
        throw badPort(server, null);
    }

    private static NotReadyException badPort(String server, Exception cause) {
        return new NotReadyException(
                "--bootstrap-server: found \"" + server + "\", expected HOST:PORT, e.g. localhost:9092.", cause);
    }

    private static InetSocketAddress address(String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null) {
                int standard = "https".equals(uri.getScheme()) ? 443 : 80;
                return InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort() < 0 ? standard : uri.getPort());
            }
        } catch (IllegalArgumentException e) {
            throw badUrl(url, e);
        }
        throw badUrl(url, null);
    }

    private static NotReadyException badUrl(String url, Exception cause) {
        return new NotReadyException(
                "--schema-registry: found \"" + url + "\", expected a URL, e.g. http://localhost:8081.", cause);
    }

    private static String text(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank()
                ? thrown.getClass().getSimpleName()
                : message.replaceAll("\\.$", "");
    }
}
