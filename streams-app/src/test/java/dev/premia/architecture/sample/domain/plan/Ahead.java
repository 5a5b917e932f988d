package dev.premia.architecture.sample.domain.plan;

import dev.premia.architecture.sample.domain.event.Restless;

/** Closes a circle with what comes before it. */
public record Ahead(String text) {
    public Class<?> before() {
        return Restless.class;
    }
}
