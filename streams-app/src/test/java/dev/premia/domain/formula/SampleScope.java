package dev.premia.domain.formula;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values by handle; asking for a handle without a value fails, which shows what an evaluation touches. */
final class SampleScope implements Scope {
    private final Map<Object, Object> values = new HashMap<>();

    SampleScope number(String handle, String amount) {
        values.put(handle, Value.of(new BigDecimal(amount)));
        return this;
    }

    SampleScope undefined(String handle, String reason) {
        values.put(handle, Value.undefined(reason));
        return this;
    }

    SampleScope with(String handle, Object value) {
        values.put(handle, value);
        return this;
    }

    private <T> T get(Object handle, Class<T> type) {
        if (!values.containsKey(handle)) {
            throw new AssertionError("not expected to be asked for " + handle);
        }
        return type.cast(values.get(handle));
    }

    @Override
    public Value number(Object handle) {
        return get(handle, Value.class);
    }

    @Override
    public boolean bool(Object handle) {
        return get(handle, Boolean.class);
    }

    @Override
    public String string(Object handle) {
        return get(handle, String.class);
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<String> strings(Object handle) {
        return get(handle, List.class);
    }
}
