package dev.premia.payroll;

import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A batch that was handed over, as the list of exports keeps it.
 *
 * @param rows by id
 * @param reply what payroll said, null while it said nothing
 */
public record Handover(
        UUID id,
        int number,
        String organisation,
        YearMonth period,
        String currency,
        Map<UUID, Row> rows,
        Acknowledgement reply) {

    public Handover {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /**
     * @param minor in minor units of the batch's currency
     */
    public record Row(UUID id, String employeeNumber, String manager, long minor) {}

    /** Whether nobody answered yet. */
    public boolean isOpen() {
        return reply == null;
    }

    /** Whether a row counts as handed over: nobody has refused it. */
    public boolean counts(Row row) {
        return reply == null || !reply.refuses(row.id());
    }

    /** The rows that count. */
    public List<Row> standing() {
        return rows.values().stream().filter(this::counts).toList();
    }

    /** What stands for a manager, in minor units. */
    public long standingOf(String manager) {
        return standing().stream()
                .filter(row -> row.manager().equals(manager))
                .mapToLong(Row::minor)
                .reduce(0, Math::addExact);
    }

    Handover answered(Acknowledgement acknowledgement) {
        return new Handover(id, number, organisation, period, currency, rows, acknowledgement);
    }

    static Handover of(Batch batch) {
        Map<UUID, Row> rows = new LinkedHashMap<>();
        for (Batch.Row row : batch.rows()) {
            rows.put(
                    row.id(),
                    new Row(row.id(), row.payee().employeeNumber(), row.payee().manager(), row.minor()));
        }
        return new Handover(
                batch.id(), batch.number(), batch.organisation(), batch.period(), batch.currency(), rows, null);
    }
}
