package dev.premia.domain.event;

import dev.premia.domain.money.Currencies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Decides whether spending, hours, sizes of markets and contracts are valid. */
final class RecordedFigureValidator {
    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("1000000000000000");
    private static final BigDecimal HOURS_OF_A_DAY = new BigDecimal("25");
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final List<Violation> violations;

    RecordedFigureValidator(List<Violation> violations) {
        this.violations = violations;
    }

    void validate(EntityEvent event) {
        if (event instanceof SpendEvent spend) {
            needed("campaign", spend.campaign(), "the campaign that cost it");
            day("spent_on", spend.spentOn(), true);
            money("amount", spend.amount(), spend.currency(), true);
        } else if (event instanceof WorktimeEvent worktime) {
            needed("manager", worktime.manager(), "the manager who worked");
            day("day", worktime.day(), true);
            hours(worktime.hours());
        } else if (event instanceof MarketEvent market) {
            needed("window", market.window(), "a window kind and its first day");
            money("amount", market.amount(), market.currency(), true);
        } else if (event instanceof ContractEvent contract) {
            day("starts_on", contract.startsOn(), false);
            day("expires_on", contract.expiresOn(), false);
            money("value", contract.value(), contract.currency(), false);
            if (contract.startsOn() != null
                    && contract.expiresOn() != null
                    && contract.expiresOn().isBefore(contract.startsOn())) {
                add(
                        "contract_reversed",
                        "expires_on",
                        contract.expiresOn().toString(),
                        "a day not before " + contract.startsOn());
            }
        }
    }

    private void needed(String field, Object value, String expected) {
        if (value == null || value.toString().isBlank()) {
            add("missing_" + field, field, "nothing", expected);
        }
    }

    private void day(String field, LocalDate day, boolean needed) {
        if (day == null) {
            if (needed) {
                add("missing_" + field, field, "nothing", "a calendar day");
            }
        } else if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            add("day_out_of_range", field, day.toString(), "a day from 1970 to 2199");
        }
    }

    private void hours(BigDecimal hours) {
        if (hours == null || hours.signum() < 0 || hours.compareTo(HOURS_OF_A_DAY) > 0) {
            add("bad_hours", "hours", hours == null ? "nothing" : text(hours), "0 to 25 hours");
        }
    }

    private void money(String field, BigDecimal amount, String currency, boolean needed) {
        if (amount == null) {
            if (needed) {
                add("missing_" + field, field, "nothing", "an amount, 0 or more");
            }
            return;
        }
        if (amount.signum() < 0 || amount.compareTo(LARGEST_AMOUNT) > 0) {
            add("bad_" + field, field, text(amount), "0 to " + LARGEST_AMOUNT.toPlainString());
        }
        if (!Currencies.isKnown(currency)) {
            add(
                    "unknown_currency",
                    "currency",
                    currency == null ? "nothing" : "'" + currency + "'",
                    "an ISO 4217 code such as RUB");
        }
    }

    private static String text(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private void add(String code, String field, String found, String expected) {
        violations.add(new Violation(code, field, found, expected));
    }
}
