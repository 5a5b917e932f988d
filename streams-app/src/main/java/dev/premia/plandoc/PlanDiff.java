package dev.premia.plandoc;

import dev.premia.codec.plan.PlanTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What changed for people between two versions of a plan. How something is written makes no difference: comments, the order of components, blanks in a
 * formula, 5% or 0.05, a default that is spelled out. Nor does the number of the version, nor who published it when.
 */
public final class PlanDiff {
    /** What a key means when it is missing. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "shadow", "false",
            "recoverable", "false",
            "fx", "win_date",
            "inverse", "false",
            "curve_type", "linear",
            "over", "window",
            "round", "window");

    /** The number of the version, and who published it when. */
    private static final Set<String> NOT_OF_PEOPLE =
            Set.of("version", "published_at", "author", "approver", "restate_closed");

    private final ChangeWords words;
    private final String periodBefore;
    private final String periodAfter;
    private final List<PlanChange> changes = new ArrayList<>();

    private PlanDiff(PlanSource before, PlanSource after, PlanLanguage language) {
        this.words = new ChangeWords(before, after, language);
        this.periodBefore = before.tree().text("period");
        this.periodAfter = after.tree().text("period");
    }

    /** The differences, in the order of the newer file; what is gone stands last in its part. */
    public static List<PlanChange> between(PlanSource before, PlanSource after, PlanLanguage language) {
        PlanDiff diff = new PlanDiff(before, after, language);
        diff.plan(before.tree(), after.tree());
        return List.copyOf(diff.changes);
    }

    private void plan(PlanTree.Fields before, PlanTree.Fields after) {
        Place plan = Place.ofPlan();
        for (String key : keys(before, after)) {
            if (key.equals("components")) {
                components(before.items(key), after.items(key));
            } else if (!NOT_OF_PEOPLE.contains(key)) {
                value(plan.under(key), key, before.get(key), after.get(key));
            }
        }
    }

    private static Set<String> keys(PlanTree.Fields before, PlanTree.Fields after) {
        Set<String> keys = new LinkedHashSet<>(after.fields().keySet());
        keys.addAll(before.fields().keySet());
        return keys;
    }

    private void components(List<PlanTree> before, List<PlanTree> after) {
        Map<String, PlanTree.Fields> old = by("id", before);
        Map<String, PlanTree.Fields> now = by("id", after);
        now.forEach((id, component) -> {
            PlanTree.Fields earlier = old.get(id);
            if (earlier == null) {
                changes.add(words.componentAdded(id, component));
            } else {
                Place place = Place.ofComponent(id);
                for (String key : keys(earlier, component)) {
                    value(place.under(key), key, earlier.get(key), component.get(key));
                }
            }
        });
        old.forEach((id, component) -> {
            if (!now.containsKey(id)) {
                changes.add(words.componentRemoved(id, component));
            }
        });
    }

    private static Map<String, PlanTree.Fields> by(String key, List<PlanTree> items) {
        Map<String, PlanTree.Fields> found = new LinkedHashMap<>();
        for (PlanTree item : items) {
            if (item instanceof PlanTree.Fields fields) {
                found.put(fields.text(key), fields);
            }
        }
        return found;
    }

    private void value(Place place, String key, PlanTree before, PlanTree after) {
        PlanTree old = orDefault(key, before, periodBefore);
        PlanTree now = orDefault(key, after, periodAfter);
        if (meaning(key, old).equals(meaning(key, now))) {
            return;
        }
        if (old instanceof PlanTree.Fields a && now instanceof PlanTree.Fields b) {
            keys(a, b).forEach(inner -> value(place.under(inner), inner, a.get(inner), b.get(inner)));
        } else if (old instanceof PlanTree.Items a && now instanceof PlanTree.Items b) {
            list(place, key, a.items(), b.items());
        } else {
            changes.add(words.changed(place, key, old, now));
        }
    }

    private static PlanTree orDefault(String key, PlanTree value, String period) {
        if (value != null) {
            return value;
        }
        String otherwise = key.equals("window") ? period : DEFAULTS.get(key);
        return otherwise == null ? null : new PlanTree.Text(otherwise);
    }

    private void list(Place place, String key, List<PlanTree> before, List<PlanTree> after) {
        switch (key) {
            case "steps" -> new StepDiff(words, changes).compare(place, before, after);
            case "scorecard", "index" -> lines(place, by("kpi", before), by("kpi", after));
            case "roles", "teams", "managers" -> members(place, key, before, after);
            default -> changes.add(words.changed(place, key, new PlanTree.Items(before), new PlanTree.Items(after)));
        }
    }

    private void lines(Place place, Map<String, PlanTree.Fields> before, Map<String, PlanTree.Fields> after) {
        Set<String> kpis = new LinkedHashSet<>(after.keySet());
        kpis.addAll(before.keySet());
        for (String kpi : kpis) {
            value(place.under(kpi), "line", before.get(kpi), after.get(kpi));
        }
    }

    private void members(Place place, String key, List<PlanTree> before, List<PlanTree> after) {
        Set<PlanTree> all = new LinkedHashSet<>(after);
        all.addAll(before);
        for (PlanTree member : all) {
            if (!before.contains(member)) {
                changes.add(words.changed(place, key, null, member));
            } else if (!after.contains(member)) {
                changes.add(words.changed(place, key, member, null));
            }
        }
    }

    /** Equal for values that mean the same. */
    static Object meaning(String key, PlanTree value) {
        if (value == null) {
            return "";
        } else if (value instanceof PlanTree.Text text) {
            return ValueWords.isVerbatim(key, text.text()) ? text.text() : LooseFormulas.plain(text.text());
        } else if (value instanceof PlanTree.Items list) {
            Function<PlanTree, Object> each = item -> meaning(key, item);
            return list.items().stream().map(each).toList();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        ((PlanTree.Fields) value).fields().forEach((inner, each) -> fields.put(inner, meaning(inner, each)));
        return fields;
    }
}
