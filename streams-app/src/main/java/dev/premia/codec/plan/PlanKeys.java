package dev.premia.codec.plan;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The keys of a plan file, mapping by mapping. {@code docs/plan.schema.json} has the same ones. */
final class PlanKeys {
    static final Set<String> PLAN = keys(
            "plan",
            "version",
            "valid_from",
            "valid_until",
            "applies_to",
            "source",
            "currency",
            "fx",
            "timezone",
            "period",
            "title",
            "shadow",
            "published_at",
            "author",
            "approver",
            "restate_closed",
            "targets",
            "calendar",
            "ramp",
            "kpis",
            "components",
            "caps",
            "pay_mix",
            "guarantee",
            "after_exit");
    static final Set<String> APPLIES_TO = keys("roles", "teams", "managers");
    static final Set<String> TITLE = keys("ru", "en");
    static final Set<String> RAMP_STEP = keys("month", "targets");
    static final Set<String> CAPS = keys("total");
    static final Set<String> PAY_MIX = keys("base", "bonus_at_target");
    static final Set<String> GUARANTEE = keys("amount", "recoverable");
    static final Set<String> KPI = keys(
            "title",
            "formula",
            "of",
            "where",
            "index",
            "streak",
            "best_of",
            "last",
            "from",
            "sum",
            "count",
            "distinct",
            "mean",
            "min",
            "max",
            "ratio");
    static final Set<String> RATIO_PART = keys("where", "from", "sum", "count", "distinct", "mean", "min", "max");
    static final Set<String> INDEX_LINE = keys("kpi", "weight", "inverse", "clamp");
    static final Set<String> COMPONENT = keys(
            "id",
            "title",
            "window",
            "when",
            "where",
            "cap",
            "unit",
            "badge",
            "rate",
            "of",
            "pay",
            "per",
            "tiers",
            "by",
            "target_bonus",
            "scorecard",
            "scope",
            "pool",
            "share_by",
            "rank_by",
            "among",
            "prizes",
            "ties",
            "second",
            "minimum",
            "pot",
            "accrue",
            "days",
            "grace",
            "pay_on",
            "hold",
            "refunds");
    static final Set<String> PRIZE = keys("in_kind");
    static final Set<String> DAYS = keys("from", "to");
    static final Set<String> PAY_ON = keys("booking", "payment");
    static final Set<String> HOLD = keys("days", "until");
    static final Set<String> TIERS = keys("mode", "over", "bounds", "steps", "round");
    static final Set<String> STEP = keys("from", "to", "rate", "pay", "mode", "bounds");
    static final Set<String> SCORE_LINE = keys("kpi", "weight", "curve", "curve_type", "inverse");

    private PlanKeys() {}

    private static Set<String> keys(String... keys) {
        return Collections.unmodifiableSet(new TreeSet<>(Set.of(keys)));
    }
}
