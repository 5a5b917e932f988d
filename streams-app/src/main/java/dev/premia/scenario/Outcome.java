package dev.premia.scenario;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.formula.Value;
import dev.premia.domain.plan.Explanation;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.time.Window;
import dev.premia.replay.Settings;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an engine says at a point of a scenario. */
public interface Outcome {

    /**
     * A change of a balance.
     *
     * @param amount in the currency of the plan
     * @param posting the payroll month that pays it, e.g. {@code 2026-10}
     */
    record Booking(Balance balance, BigDecimal amount, String posting) {}

    /** A record that cannot be processed. */
    record Rejection(String code, String reason) {}

    /** What every component pays, in the currency of its plan; what pays nothing is left out. */
    Map<Balance, BigDecimal> balances();

    /** What every component of the plans on trial would pay, which nobody is paid; what would pay nothing is left out. */
    Map<Balance, BigDecimal> shadowBalances();

    /** The same as {@link #balances} before the last step. */
    Map<Balance, BigDecimal> balancesBefore();

    /** Everything that was booked so far, in order. */
    List<Booking> bookings();

    /** The value of a KPI: one of the catalogue by a zone and in a currency, one of a plan by its own. */
    Value kpi(KpiCall kpi, Subject subject, Window window, Settings by);

    /**
     * How a component's amount comes about; empty when it does not apply to the manager.
     *
     * @param plan null for the first plan that has the component
     */
    Optional<Explanation> explain(String manager, String plan, String component, Window window);

    /** What is frozen for a manager in a closed payroll month; empty when nothing is. */
    Optional<FrozenStatement> frozen(String manager, YearMonth period);

    /** The records of the last step that cannot be processed. */
    List<Rejection> rejections();
}
