package dev.premia.topology.state;

import dev.premia.codec.state.BinaryReader;
import dev.premia.codec.state.BinaryWriter;
import dev.premia.codec.state.StateFormat;
import dev.premia.domain.ledger.Ledger.Booked;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;

/**
 * What has been booked for a manager, plan and origin window.
 *
 * @param booked by component
 */
public record LedgerRow(Map<String, Booked> booked) {
    public static final LedgerRow EMPTY = new LedgerRow(Map.of());

    public static final StateFormat<LedgerRow> FORMAT = StateFormat.of("ledger row", LedgerRow::write, LedgerRow::read);

    public LedgerRow {
        booked = Map.copyOf(booked);
    }

    private static void write(BinaryWriter out, LedgerRow row) {
        Map<String, Booked> sorted = new TreeMap<>(row.booked);
        out.unsigned(sorted.size());
        sorted.forEach((component, booked) -> {
            out.text(component);
            out.unsigned(booked.version());
            out.text(booked.currency());
            out.signed(booked.closedMinor());
            out.unsigned(booked.open().size());
            booked.open().forEach((period, minor) -> {
                out.day(period.atDay(1));
                out.signed(minor);
            });
        });
    }

    private static LedgerRow read(BinaryReader in) {
        Map<String, Booked> booked = new TreeMap<>();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            booked.put(in.text(), new Booked((int) in.unsigned(), in.text(), in.signed(), readOpen(in)));
        }
        return new LedgerRow(booked);
    }

    private static TreeMap<YearMonth, Long> readOpen(BinaryReader in) {
        TreeMap<YearMonth, Long> open = new TreeMap<>();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            open.put(YearMonth.from(in.day()), in.signed());
        }
        return open;
    }
}
