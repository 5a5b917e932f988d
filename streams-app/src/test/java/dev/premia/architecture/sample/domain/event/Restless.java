package dev.premia.architecture.sample.domain.event;

import com.ezylang.evalex.Expression;
import dev.premia.architecture.sample.domain.plan.Ahead;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.kafka.clients.producer.Producer;

/** Reads a clock, names a file, parses formulas, knows Kafka and what comes after it. */
public final class Restless {
    private Restless() {}

    public static Ahead look(Producer<String, String> producer, Path file, Expression expression) {
        return new Ahead(producer + " " + file + expression.getExpressionString() + Instant.now());
    }
}
