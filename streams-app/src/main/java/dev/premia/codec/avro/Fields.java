package dev.premia.codec.avro;

import dev.premia.domain.event.Header;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;

/** The fields that several contracts share. */
final class Fields {
    /** Digits of every decimal of the contracts except shares. */
    private static final int PRECISION = 20;

    private static final int MONEY_SCALE = 4;
    private static final int LINE_SCALE = 6;
    private static final int FACTOR_SCALE = 10;
    private static final int SHARE_SCALE = 9;
    private static final int SHARE_PRECISION = 12;

    private Fields() {}

    static Header header(String id, long revision, Instant changedAt, boolean deleted, String source) {
        return new Header(Qualified.id(source, id), stated(revision, changedAt), changedAt, deleted, source);
    }

    /** A revision of 0 was not stated: the time of the change stands for it, else 1. */
    private static long stated(long revision, Instant changedAt) {
        if (revision != 0) {
            return revision;
        }
        return changedAt == null ? 1 : changedAt.toEpochMilli();
    }

    /** A text that the contract requires. */
    static String required(String text) {
        return text == null ? "" : text;
    }

    static BigDecimal money(String field, BigDecimal value) {
        return scaled(field, value, MONEY_SCALE, PRECISION);
    }

    static BigDecimal perUnit(String field, BigDecimal value) {
        return scaled(field, value, LINE_SCALE, PRECISION);
    }

    static BigDecimal factor(String field, BigDecimal value) {
        return scaled(field, value, FACTOR_SCALE, PRECISION);
    }

    static BigDecimal share(String field, BigDecimal value) {
        return scaled(field, value, SHARE_SCALE, SHARE_PRECISION);
    }

    private static BigDecimal scaled(String field, BigDecimal value, int scale, int precision) {
        if (value == null) {
            return null;
        }
        try {
            BigDecimal scaled = value.setScale(scale, RoundingMode.UNNECESSARY);
            if (scaled.precision() <= precision) {
                return scaled;
            }
        } catch (ArithmeticException e) {
            // Falls through to the one message that says what fits; nothing is ever rounded here.
        }
        throw new ContractValueException(
                field,
                value.toString(),
                "at most " + (precision - scale) + " digits before the point and " + scale + " after it");
    }

    /**
     * The window that two fields name; null where one is missing.
     *
     * @throws ContractValueException when the day does not begin a window of that kind
     */
    static Window window(dev.premia.schemas.WindowKind label, LocalDate start) {
        if (label == null || start == null) {
            return null;
        }
        WindowKind kind =
                switch (label) {
                    case day -> WindowKind.DAY;
                    case week -> WindowKind.WEEK;
                    case month -> WindowKind.MONTH;
                    case quarter -> WindowKind.QUARTER;
                    case year -> WindowKind.YEAR;
                    case unknown ->
                        throw new ContractValueException("window_kind", "unknown", "day, week, month, quarter or year");
                };
        if (!kind.startOf(start).equals(start)) {
            throw new ContractValueException(
                    "window_start", start.toString(), kind.startOf(start) + ", the first day of that " + kind.label());
        }
        return new Window(kind, start);
    }
}
