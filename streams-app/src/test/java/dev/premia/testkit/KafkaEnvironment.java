package dev.premia.testkit;

import dev.premia.local.registry.LocalRegistry;
import dev.premia.local.registry.RegistryOptions;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A broker and a registry for integration tests, one pair for all classes of a test run. A class asks for it by
 * {@code @ExtendWith(KafkaEnvironment.Provider.class)} and a parameter of this type in a constructor or method.
 *
 * <p>The broker is a container where an engine answers and has the Kafka image, else the embedded one; {@code
 * -Dpremia.test.broker=embedded|container} decides otherwise. As the pair is shared, tests use topics of their own, see {@link
 * #uniqueName}.
 */
public final class KafkaEnvironment implements AutoCloseable {
    private static final AtomicLong NAMES = new AtomicLong();

    private final TestBroker broker;
    private final LocalRegistry registry;
    private final TopicAccess topics;

    private KafkaEnvironment(TestBroker broker, LocalRegistry registry) {
        this.broker = broker;
        this.registry = registry;
        this.topics = new TopicAccess(broker.bootstrapServers());
    }

    /** Gives tests the shared environment; started at first use, closed when the run ends. */
    public static final class Provider implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == KafkaEnvironment.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(KafkaEnvironment.class))
                    .getOrComputeIfAbsent(KafkaEnvironment.class, type -> start(), KafkaEnvironment.class);
        }
    }

    /** Starts an environment of one's own and prints which broker it is and why. */
    public static KafkaEnvironment start() {
        long start = System.nanoTime();
        TestBroker broker = TestBroker.start();
        try {
            LocalRegistry registry = LocalRegistry.start(broker.bootstrapServers(), RegistryOptions.defaults());
            KafkaEnvironment environment = new KafkaEnvironment(broker, registry);
            System.out.printf(
                    "Kafka for tests: %s at %s, registry %s, started in %d ms%n",
                    broker.description(),
                    broker.bootstrapServers(),
                    registry.url(),
                    (System.nanoTime() - start) / 1_000_000);
            return environment;
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Address for {@code schema.registry.url}. */
    public String registryUrl() {
        return registry.url();
    }

    /** Creating, writing and reading topics of this environment. */
    public TopicAccess topics() {
        return topics;
    }

    /** A name that no other test of this run uses: for topics, groups, application ids, subjects. */
    public static String uniqueName(String prefix) {
        return prefix + "-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "-"
                + NAMES.incrementAndGet();
    }

    @Override
    public void close() {
        try {
            registry.close();
        } finally {
            broker.close();
        }
    }
}
