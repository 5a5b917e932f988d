package dev.premia.local.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A log that lasts as long as the registry. */
final class MemorySchemaLog implements SchemaLog {
    private final List<LogEntry> unread = new ArrayList<>();

    @Override
    public void append(List<LogEntry> entries) {
        unread.addAll(entries);
    }

    @Override
    public void catchUp(Consumer<LogEntry> reader) {
        unread.forEach(reader);
        unread.clear();
    }

    @Override
    public void close() {
        unread.clear();
    }
}
