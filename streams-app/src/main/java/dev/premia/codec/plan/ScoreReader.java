package dev.premia.codec.plan;

import dev.premia.domain.plan.PayRule;
import dev.premia.domain.plan.PayoutCurve;
import dev.premia.domain.plan.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads weighted lists of KPIs: scorecards with payout curves, and indexes. */
final class ScoreReader {
    private static final BigDecimal DEFAULT_CLAMP = BigDecimal.valueOf(2);

    private final Problems problems;
    private final FormulaReader formulas;
    private final Scalars scalars;

    ScoreReader(Problems problems, FormulaReader formulas) {
        this.problems = problems;
        this.formulas = formulas;
        this.scalars = new Scalars(problems);
    }

    /** An index; null when a line cannot be used. */
    Term.Index index(String name, Item item) {
        List<Item> items = Fields.list(item, problems);
        List<Term.IndexLine> lines = new ArrayList<>();
        List<BigDecimal> weights = new ArrayList<>();
        for (Item each : items) {
            Term.IndexLine line = indexLine(each, weights);
            if (line != null) {
                lines.add(line);
            }
        }
        checkWeights(item, items, weights);
        return lines.isEmpty() || lines.size() < items.size() ? null : new Term.Index(name, lines);
    }

    private Term.IndexLine indexLine(Item item, List<BigDecimal> weights) {
        Fields fields = Fields.of(item, PlanKeys.INDEX_LINE, problems);
        if (fields == null) {
            return null;
        }
        Term kpi = kpi(fields);
        BigDecimal weight = weight(fields, weights);
        boolean inverse = inverse(fields);
        BigDecimal[] clamp = clamp(fields.get("clamp"));
        return kpi == null || weight == null || clamp == null
                ? null
                : new Term.IndexLine(kpi, weight, clamp[0], clamp[1], inverse);
    }

    private BigDecimal[] clamp(Item item) {
        if (item == null) {
            return new BigDecimal[] {BigDecimal.ZERO, DEFAULT_CLAMP};
        }
        return pair(item, "two limits", "clamp: [0%, 200%]", (low, high) -> {
            if (low.compareTo(high) > 0) {
                problems.error(
                        item,
                        "limits are crossed",
                        Scales.percent(low) + " to " + Scales.percent(high),
                        "the lower limit first",
                        "");
            }
        });
    }

    /** A scorecard's lines; null when one cannot be used. */
    List<PayRule.ScoreLine> scorecard(Item item) {
        List<Item> items = Fields.list(item, problems);
        List<PayRule.ScoreLine> lines = new ArrayList<>();
        List<BigDecimal> weights = new ArrayList<>();
        for (Item each : items) {
            PayRule.ScoreLine line = scoreLine(each, weights);
            if (line != null) {
                lines.add(line);
            }
        }
        checkWeights(item, items, weights);
        return lines.isEmpty() || lines.size() < items.size() ? null : lines;
    }

    private PayRule.ScoreLine scoreLine(Item item, List<BigDecimal> weights) {
        Fields fields = Fields.of(item, PlanKeys.SCORE_LINE, problems);
        if (fields == null) {
            return null;
        }
        Term kpi = kpi(fields);
        BigDecimal weight = weight(fields, weights);
        boolean inverse = inverse(fields);
        PayoutCurve curve = curve(fields);
        return kpi == null || weight == null || curve == null
                ? null
                : new PayRule.ScoreLine(kpi, weight, curve, inverse);
    }

    private PayoutCurve curve(Fields fields) {
        Item item = fields.require("curve", "curve: [[80%, 0%], [100%, 100%], [120%, 150%]]");
        Item type = fields.get("curve_type");
        Boolean stepped = type == null ? Boolean.FALSE : scalars.choice(type, Map.of("linear", false, "step", true));
        if (item == null) {
            return null;
        }
        List<PayoutCurve.Point> points = new ArrayList<>();
        List<Item> items = Fields.list(item, problems);
        for (Item each : items) {
            BigDecimal[] pair = pair(each, "a point: attainment and payout", "[100%, 100%]", (left, right) -> {});
            if (pair != null) {
                points.add(new PayoutCurve.Point(pair[0], pair[1]));
                checkAscending(points, each);
            }
        }
        if (items.isEmpty() && item.isList()) {
            problems.error(item, "empty curve", "no points", "at least one point", "write [[80%, 0%], [100%, 100%]]");
        }
        return points.isEmpty() || points.size() < items.size() || stepped == null
                ? null
                : new PayoutCurve(points, stepped);
    }

    private void checkAscending(List<PayoutCurve.Point> points, Item at) {
        if (points.size() < 2) {
            return;
        }
        BigDecimal before = points.get(points.size() - 2).attainment();
        BigDecimal now = points.get(points.size() - 1).attainment();
        int order = now.compareTo(before);
        if (order == 0) {
            problems.error(
                    at,
                    "overlap in the curve",
                    "two points at " + Scales.percent(now),
                    "one point for each attainment",
                    "remove one of them; for a jump write curve_type: step");
        } else if (order < 0) {
            problems.error(
                    at,
                    "curve not ascending",
                    Scales.percent(now) + " after " + Scales.percent(before),
                    "points in ascending order of attainment",
                    "");
        }
    }

    /** Receives two numbers in order to check them. */
    @FunctionalInterface
    private interface PairCheck {
        void check(BigDecimal left, BigDecimal right);
    }

    private BigDecimal[] pair(Item item, String what, String example, PairCheck check) {
        List<Item> items = Fields.list(item, problems);
        if (items.size() != 2) {
            if (item.isList()) {
                problems.error(item, "wrong length", items.size() + " values", what, "write " + example);
            }
            return null;
        }
        BigDecimal left = formulas.share(items.get(0));
        BigDecimal right = formulas.share(items.get(1));
        if (left == null || right == null) {
            return null;
        }
        check.check(left, right);
        return new BigDecimal[] {left, right};
    }

    private Term kpi(Fields fields) {
        Item item = fields.require("kpi", "kpi: revenue");
        return item == null ? null : formulas.term(item);
    }

    private boolean inverse(Fields fields) {
        Item item = fields.get("inverse");
        return item != null && Boolean.TRUE.equals(scalars.flag(item));
    }

    private BigDecimal weight(Fields fields, List<BigDecimal> weights) {
        Item item = fields.require("weight", "weight: 50%");
        BigDecimal weight = item == null ? null : formulas.share(item);
        if (weight == null) {
            return null;
        }
        weights.add(weight);
        if (weight.signum() <= 0) {
            problems.error(item, "wrong weight", item.shown(), "more than 0 %", "");
        }
        return weight;
    }

    /** Only complete weights can be totalled: a wrong one is reported by itself. */
    private void checkWeights(Item item, List<Item> items, List<BigDecimal> weights) {
        if (items.isEmpty()) {
            if (item.isList()) {
                problems.error(item, "empty list", "no KPIs", "at least one KPI with its weight", "");
            }
            return;
        }
        BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (weights.size() == items.size() && total.compareTo(BigDecimal.ONE) != 0) {
            BigDecimal rest = BigDecimal.ONE.subtract(total);
            String change = Scales.percent(rest.abs()) + (rest.signum() > 0 ? " missing" : " too much");
            problems.error(item, "wrong weights", "a total of " + Scales.percent(total), "exactly 100 %", change);
        }
    }
}
