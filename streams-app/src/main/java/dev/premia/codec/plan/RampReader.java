package dev.premia.codec.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads how targets are reduced in the first months of employment. */
final class RampReader {
    private final Problems problems;
    private final Scalars scalars;
    private final FormulaReader formulas;

    RampReader(Problems problems, FormulaReader formulas) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
        this.formulas = formulas;
    }

    /** The share of each month from the first on; what is wrong is reported. */
    List<BigDecimal> read(Item item) {
        List<BigDecimal> shares = new ArrayList<>();
        if (item == null) {
            return shares;
        }
        for (Item each : Fields.list(item, problems)) {
            Fields fields = Fields.of(each, PlanKeys.RAMP_STEP, problems);
            if (fields != null) {
                month(fields, shares.size() + 1);
                shares.add(share(fields));
            }
        }
        return shares.contains(null) ? List.of() : shares;
    }

    private void month(Fields fields, int expected) {
        Item item = fields.require("month", "month: " + expected);
        Integer month = item == null ? null : scalars.positiveNumber(item);
        if (month != null && month != expected) {
            problems.error(
                    item,
                    "wrong month of the ramp",
                    item.shown(),
                    "month " + expected,
                    "list every month of employment once, from month 1 on");
        }
    }

    private BigDecimal share(Fields fields) {
        Item item = fields.require("targets", "targets: 50%");
        return item == null ? null : formulas.share(item);
    }
}
