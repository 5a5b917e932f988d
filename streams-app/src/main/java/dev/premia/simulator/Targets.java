package dev.premia.simulator;

import dev.premia.schemas.SubjectType;
import dev.premia.schemas.Target;
import dev.premia.schemas.Topics;
import dev.premia.schemas.WindowKind;
import dev.premia.simulator.SimulationOptions.Profile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * Monthly targets of every manager: revenue, won deals, calls. They come on the last day of the month before, the first
 * ones on the first morning; one in twenty is corrected in the middle of its month.
 */
final class Targets {
    private static final double REVENUE_MINOR = 330_000_000;
    private static final double WON_DEALS = 8.5;
    private static final double CALLS = 270;
    private static final double CORRECTED = 0.05;
    /** How much more of a figure there is in the profile that has nothing else. */
    private static final double DEALS_ALONE = 6;

    private static final double CALLS_ALONE = 2;

    private final Department department;
    private final Profile profile;

    Targets(Department department) {
        this.department = department;
        profile = department.options.profile();
    }

    void openDay(int day, long at) {
        LocalDate date = department.days.date(day);
        if (day == 0) {
            publish(date.withDayOfMonth(1), day, 1, at);
        }
        if (date.getDayOfMonth() == date.lengthOfMonth()) {
            publish(date.plusDays(1), day, 1, at);
        } else if (date.getDayOfMonth() == 15) {
            publish(date.withDayOfMonth(1), day, 2, at);
        }
    }

    private void publish(LocalDate month, int day, long revision, long at) {
        for (Seller seller : department.roster.sellers()) {
            if (!seller.worksOn(day)) {
                continue;
            }
            Dice dice = department.dice(
                    Dice.Of.TARGET, seller.number * 10_000L + month.getYear() * 12L + month.getMonthValue());
            double ask = (0.85 + 0.3 * dice.unit()) * seller.diligence * department.intensity() * season(month);
            if (revision > 1) {
                if (!dice.chance(CORRECTED)) {
                    continue;
                }
                ask *= 0.9;
            }
            if (profile != Profile.CALLS_ONLY) {
                double deals = profile == Profile.DEALS_ONLY ? ask * DEALS_ALONE : ask;
                double minor = REVENUE_MINOR * deals * seller.dealSize;
                target(seller, "revenue", month, revision, Money.of(round(minor / 1_000_000) * 1_000_000), at);
                target(seller, "won_deals", month, revision, whole(round(WON_DEALS * deals)), at);
            }
            if (profile != Profile.DEALS_ONLY) {
                double calls = profile == Profile.CALLS_ONLY ? ask * CALLS_ALONE : ask;
                target(seller, "calls", month, revision, whole(round(CALLS * calls)), at);
            }
        }
    }

    private void target(Seller seller, String kpi, LocalDate month, long revision, BigDecimal value, long at) {
        String id = "crm/target-" + seller.id.substring(4) + "-" + kpi + "-"
                + month.toString().substring(0, 7);
        Target target = new Target(
                id,
                revision,
                Ids.CRM,
                false,
                Instant.ofEpochMilli(at),
                SubjectType.manager,
                seller.id,
                kpi,
                WindowKind.month,
                month,
                value,
                kpi.equals("revenue") ? Money.CURRENCY : null,
                Map.of());
        department.noise.deliver(Topics.TARGETS, id, target, at);
    }

    /** How busy the month is, where 1 is an average one. */
    private static double season(LocalDate month) {
        double weight = 0;
        for (LocalDate day = month; day.getMonth() == month.getMonth(); day = day.plusDays(1)) {
            weight += Seasonality.weight(day);
        }
        return weight / Workload.WEIGHT_OF_MONTH;
    }

    private static long round(double value) {
        return Math.max(1, Math.round(value));
    }

    private static BigDecimal whole(long value) {
        return BigDecimal.valueOf(value * 10_000, 4);
    }
}
