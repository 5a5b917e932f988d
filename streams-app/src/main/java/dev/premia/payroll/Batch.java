package dev.premia.payroll;

import dev.premia.domain.money.Currencies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What is handed over to payroll at once: rows of one legal entity and month. Its id follows from what it says and from how many
 * went before it, so that the same export, repeated after it was cut short, makes the same batch.
 *
 * @param number 1 for the first one of the legal entity and month
 * @param rows by employee number
 */
public record Batch(UUID id, int number, String organisation, YearMonth period, String currency, List<Row> rows) {

    /** How many digits after the point amounts have in files. */
    static final int DIGITS = 2;

    public Batch {
        rows = List.copyOf(rows);
    }

    /**
     * @param minor what is to be paid beside what earlier batches pay, in minor units of the batch's currency; below 0 for a reversal,
     *     which never takes back more than was handed over
     * @param basis what it is paid for, for people
     */
    public record Row(UUID id, Payee payee, long minor, String basis) {}

    /**
     * What is to be handed over, before it has an id.
     *
     * @param basis what it is paid for, for people
     */
    public record Item(Payee payee, long minor, String basis) {}

    /** A batch of items in their order. */
    public static Batch of(int number, String organisation, YearMonth period, String currency, List<Item> items) {
        StringBuilder content = new StringBuilder();
        content.append(String.join("|", organisation, period.toString(), currency, Integer.toString(number)));
        for (Item item : items) {
            content.append('\n')
                    .append(item.payee().employeeNumber())
                    .append('|')
                    .append(item.payee().manager())
                    .append('|')
                    .append(item.minor());
        }
        UUID id = uuid(content.toString());
        List<Row> rows = new ArrayList<>(items.size());
        for (Item item : items) {
            UUID row = uuid(id + "|" + item.payee().employeeNumber() + "|"
                    + item.payee().manager());
            rows.add(new Row(row, item.payee(), item.minor(), item.basis()));
        }
        return new Batch(id, number, organisation, period, currency, rows);
    }

    private static UUID uuid(String content) {
        return UUID.nameUUIDFromBytes(("premia-payroll|" + content).getBytes(StandardCharsets.UTF_8));
    }

    /** The sum of all rows, in minor units. */
    public long totalMinor() {
        return rows.stream().mapToLong(Row::minor).reduce(0, Math::addExact);
    }

    /** An amount as files have it: two digits after the point. */
    public BigDecimal amount(long minor) {
        return Currencies.toAmount(minor, currency).setScale(DIGITS, RoundingMode.UNNECESSARY);
    }

    /** The beginning of the names of all files of the batch. */
    public String fileName() {
        String whose = organisation.replaceAll("[^\\p{L}\\p{Nd}._-]+", "-");
        return "premia-" + period + "-" + whose + "-" + id;
    }
}
