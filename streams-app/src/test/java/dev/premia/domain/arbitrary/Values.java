package dev.premia.domain.arbitrary;

import dev.premia.domain.event.Header;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary values of the fields of records, as a contract can hold them: nulls included where a field allows them. */
public final class Values {
    private static final double NULL_SHARE = 0.2;

    private Values() {}

    /** Texts of several scripts, empty ones included. */
    public static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.strings().alpha().numeric().ofMaxLength(12),
                Arbitraries.strings().withCharRange('а', 'я').ofMaxLength(8),
                Arbitraries.of("😀 smile", "a/b", "naïve", "x".repeat(200), "ы".repeat(100)));
    }

    public static Arbitrary<String> optionalText() {
        return text().injectNull(NULL_SHARE);
    }

    /** Qualified ids. */
    public static Arbitrary<String> id() {
        return Combinators.combine(source(), Arbitraries.integers().between(0, 99_999))
                .as((source, number) -> source + "/" + number);
    }

    /** Qualified ids, or null. */
    public static Arbitrary<String> reference() {
        return id().injectNull(NULL_SHARE);
    }

    public static Arbitrary<String> source() {
        return Arbitraries.of("crm", "bitrix24-main", "pbx", "сrm-кириллица");
    }

    /** Whole milliseconds, before and after the epoch. */
    public static Arbitrary<Instant> instant() {
        return Arbitraries.longs()
                .between(-62_135_596_800_000L, 253_402_300_799_999L)
                .map(Instant::ofEpochMilli);
    }

    public static Arbitrary<Instant> optionalInstant() {
        return instant().injectNull(NULL_SHARE);
    }

    public static Arbitrary<LocalDate> day() {
        return Arbitraries.integers().between(-1_000, 60_000).map(LocalDate::ofEpochDay);
    }

    public static Arbitrary<LocalDate> optionalDay() {
        return day().injectNull(NULL_SHARE);
    }

    /** Decimals of a scale, as the contracts keep them, or null. */
    public static Arbitrary<BigDecimal> decimal(int scale) {
        return Arbitraries.longs()
                .map(unscaled -> BigDecimal.valueOf(unscaled, scale))
                .injectNull(NULL_SHARE);
    }

    /** Decimals of any scale and size. */
    public static Arbitrary<BigDecimal> anyDecimal() {
        Arbitrary<BigInteger> unscaled =
                Arbitraries.bigIntegers().between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40));
        return Combinators.combine(unscaled, Arbitraries.integers().between(-20, 40))
                .as(BigDecimal::new);
    }

    public static Arbitrary<Map<String, String>> attributes() {
        return Arbitraries.maps(text(), text()).ofMaxSize(4);
    }

    /** Headers whose revision is stated; it is not always the time of the change. */
    public static Arbitrary<Header> header() {
        Arbitrary<Long> revision = Arbitraries.longs().filter(value -> value != 0);
        return Combinators.combine(id(), revision, optionalInstant(), Arbitraries.of(true, false), source(), coin())
                .as((id, number, changedAt, deleted, source, dated) -> {
                    boolean byChange = dated && changedAt != null && changedAt.toEpochMilli() != 0;
                    long stated = byChange ? changedAt.toEpochMilli() : number;
                    return new Header(id, stated, changedAt, deleted, source);
                });
    }

    public static Arbitrary<Window> window() {
        return Combinators.combine(Arbitraries.of(WindowKind.class), day()).as(Window::containing);
    }

    static Arbitrary<Boolean> coin() {
        return Arbitraries.of(true, false);
    }
}
