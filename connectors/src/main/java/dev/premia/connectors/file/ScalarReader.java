package dev.premia.connectors.file;

import dev.premia.connectors.file.SourceValue.Form;
import dev.premia.connectors.file.SourceValue.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificData;

/** Turns canonical text into the values of a contract. What does not fit is reported and gives null. */
final class ScalarReader {

    private static final int SHORT_DIGITS = 9;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,60}(\\.\\d{1,60})?([eE][+-]?\\d{1,3})?");
    private static final Pattern LOCAL_TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}([Tt ]\\d{2}:\\d{2}.*)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final LineProblems problems;

    ScalarReader(LineProblems problems) {
        this.problems = problems;
    }

    Object read(ValueShape shape, Scalar value, String path) {
        if (shape instanceof ValueShape.Text) {
            return text(value, path);
        } else if (shape instanceof ValueShape.Decimal decimal) {
            return decimal(decimal, value, path);
        } else if (shape instanceof ValueShape.Timestamp) {
            return instant(value, path);
        } else if (shape instanceof ValueShape.Symbol symbol) {
            return symbol(symbol, value, path);
        } else if (shape instanceof ValueShape.Whole whole) {
            return whole(whole, value, path);
        } else if (shape instanceof ValueShape.Flag) {
            return flag(value, path);
        } else if (shape instanceof ValueShape.Day) {
            return day(value, path);
        } else if (shape instanceof ValueShape.Binary) {
            return binary(value, path);
        }
        problems.add(value, path, ProblemCode.WRONG_TYPE, expected(shape), null);
        return null;
    }

    /** What belongs into a field, for people. */
    static String expected(ValueShape shape) {
        if (shape instanceof ValueShape.Decimal decimal) {
            return "a decimal with at most " + decimal.scale() + " digits after the point, e.g. \"1250.50\"";
        } else if (shape instanceof ValueShape.Timestamp) {
            return "an instant with its offset from UTC, e.g. \"2026-03-31T21:30:00Z\" or \"2026-04-01T00:30:00+03:00\"";
        } else if (shape instanceof ValueShape.Day) {
            return "a date, e.g. \"2026-03-31\"";
        } else if (shape instanceof ValueShape.Symbol symbol) {
            return Shown.oneOf(symbol.symbols());
        } else if (shape instanceof ValueShape.Whole) {
            return "a whole number, e.g. 42";
        } else if (shape instanceof ValueShape.Flag) {
            return "true or false";
        } else if (shape instanceof ValueShape.ListOf) {
            return "a list, e.g. [...]";
        } else if (shape instanceof ValueShape.MapOf || shape instanceof ValueShape.Nested) {
            return "an object, e.g. {...}";
        }
        return shape instanceof ValueShape.Binary ? "bytes as Base64 text" : "text";
    }

    private String text(Scalar value, String path) {
        if (value.form() == Form.FLAG) {
            problems.add(value, path, ProblemCode.WRONG_TYPE, "text", null);
            return null;
        }
        return value.text();
    }

    private BigDecimal decimal(ValueShape.Decimal shape, Scalar value, String path) {
        BigDecimal number = number(value);
        if (number == null) {
            problems.add(value, path, ProblemCode.WRONG_NUMBER, expected(shape), numberHint(value));
            return null;
        }
        BigDecimal exact = number.stripTrailingZeros();
        if (exact.scale() > shape.scale()) {
            String hint = "nothing is rounded silently; round it at the source or, in a mapping, with 'round'";
            problems.add(value, path, ProblemCode.WRONG_NUMBER, expected(shape), hint);
            return null;
        }
        if (exact.precision() - exact.scale() > shape.precision() - shape.scale()) {
            String expected = "at most " + (shape.precision() - shape.scale()) + " digits before the point";
            problems.add(value, path, ProblemCode.WRONG_NUMBER, expected, null);
            return null;
        }
        return exact.setScale(shape.scale(), RoundingMode.UNNECESSARY);
    }

    private Object whole(ValueShape.Whole shape, Scalar value, String path) {
        if (value.form() != Form.FLAG && isShortWhole(value.text())) {
            return shape.large() ? (Object) Long.valueOf(value.text()) : (Object) Integer.valueOf(value.text());
        }
        BigDecimal number = number(value);
        BigInteger whole = number == null ? null : wholeOf(number);
        int bits = shape.large() ? Long.SIZE : Integer.SIZE;
        if (whole == null || whole.bitLength() >= bits) {
            String hint = whole == null ? numberHint(value) : "the largest is 2^" + (bits - 1) + " - 1";
            problems.add(value, path, ProblemCode.WRONG_NUMBER, expected(shape), hint);
            return null;
        }
        if (shape.large()) {
            return whole.longValue();
        }
        return whole.intValue();
    }

    /** Whether a text is digits alone, so few that any whole number holds them. */
    private static boolean isShortWhole(String text) {
        boolean digits = !text.isEmpty() && text.length() <= SHORT_DIGITS;
        for (int i = 0; digits && i < text.length(); i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
    }

    private static BigInteger wholeOf(BigDecimal number) {
        BigDecimal exact = number.stripTrailingZeros();
        boolean sensible = exact.scale() <= 0 && exact.precision() - exact.scale() <= 20;
        return sensible ? exact.toBigIntegerExact() : null;
    }

    private static BigDecimal number(Scalar value) {
        boolean possible =
                value.form() != Form.FLAG && NUMBER.matcher(value.text()).matches();
        return possible ? new BigDecimal(value.text()) : null;
    }

    private static String numberHint(Scalar value) {
        String text = value.text();
        if (text.indexOf(',') >= 0) {
            return "use a point and no thousands separator; in a mapping say 'decimal' and 'thousands'";
        }
        return null;
    }

    private Instant instant(Scalar value, String path) {
        String hint = null;
        try {
            Instant instant = value.form() == Form.TEXT ? Rfc3339.parse(value.text()) : null;
            if (instant != null) {
                return instant;
            }
        } catch (DateTimeException e) {
            hint = "there is no such day, time or offset";
        }
        if (hint == null && LOCAL_TIME.matcher(value.text()).matches()) {
            hint = "say which instant is meant: add the time of day and Z or an offset; in a mapping say 'format' and"
                    + " 'zone'";
        }
        problems.add(value, path, ProblemCode.WRONG_INSTANT, expected(new ValueShape.Timestamp()), hint);
        return null;
    }

    private LocalDate day(Scalar value, String path) {
        String hint = null;
        try {
            if (value.form() == Form.TEXT && DATE.matcher(value.text()).matches()) {
                return LocalDate.parse(value.text());
            }
        } catch (DateTimeException e) {
            hint = "there is no such day";
        }
        problems.add(value, path, ProblemCode.WRONG_DATE, expected(new ValueShape.Day()), hint);
        return null;
    }

    private Object symbol(ValueShape.Symbol shape, Scalar value, String path) {
        if (value.form() == Form.TEXT && shape.symbols().contains(value.text())) {
            return SpecificData.get().createEnum(value.text(), shape.schema());
        }
        String hint = NearestName.hint(value.text(), shape.symbols());
        problems.add(value, path, ProblemCode.UNKNOWN_VALUE, expected(shape), hint);
        return null;
    }

    private Boolean flag(Scalar value, String path) {
        if (value.text().equals("true") || value.text().equals("false")) {
            return Boolean.valueOf(value.text());
        }
        problems.add(value, path, ProblemCode.WRONG_FLAG, expected(new ValueShape.Flag()), null);
        return null;
    }

    private ByteBuffer binary(Scalar value, String path) {
        try {
            if (value.form() == Form.TEXT) {
                return ByteBuffer.wrap(Base64.getDecoder().decode(value.text()));
            }
        } catch (IllegalArgumentException e) {
            problems.add(value, path, ProblemCode.WRONG_TYPE, "bytes as Base64 text", e.getMessage());
            return null;
        }
        problems.add(value, path, ProblemCode.WRONG_TYPE, "bytes as Base64 text", null);
        return null;
    }
}
