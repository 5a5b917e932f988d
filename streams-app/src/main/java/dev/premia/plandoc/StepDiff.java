package dev.premia.plandoc;

import dev.premia.codec.plan.PlanTree;
import dev.premia.plandoc.PlanChange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares the steps of two scales: equal steps find each other, those between them are compared in their order. */
final class StepDiff {
    private static final Set<String> NOT_EXTRA = Set.of("from", "to", "rate", "pay");

    private final ChangeWords words;
    private final List<PlanChange> changes;

    StepDiff(ChangeWords words, List<PlanChange> changes) {
        this.words = words;
        this.changes = changes;
    }

    void compare(Place place, List<PlanTree> before, List<PlanTree> after) {
        List<StepBand> old = new ArrayList<>(StepBand.of(before));
        List<StepBand> now = new ArrayList<>(StepBand.of(after));
        int matched = 0;
        while (matched < Math.min(old.size(), now.size()) && same(old.get(matched), now.get(matched))) {
            matched++;
        }
        List<StepBand> restOld = old.subList(matched, old.size());
        List<StepBand> restNow = now.subList(matched, now.size());
        while (!restOld.isEmpty() && !restNow.isEmpty() && same(last(restOld), last(restNow))) {
            restOld = restOld.subList(0, restOld.size() - 1);
            restNow = restNow.subList(0, restNow.size() - 1);
        }
        int common = Math.min(restOld.size(), restNow.size());
        for (int i = 0; i < common; i++) {
            changed(place, restOld.get(i), restNow.get(i));
        }
        for (StepBand gone : restOld.subList(common, restOld.size())) {
            String shown = shown(gone);
            changes.add(words.ofStep(
                    Kind.REMOVED,
                    place,
                    shown,
                    "",
                    words.text("убрана ступень ", "step ") + shown + words.text("", " removed")));
        }
        for (StepBand added : restNow.subList(common, restNow.size())) {
            String shown = shown(added);
            changes.add(words.ofStep(
                    Kind.ADDED,
                    place,
                    "",
                    shown,
                    words.text("добавлена ступень ", "step ") + shown + words.text("", " added")));
        }
    }

    private static StepBand last(List<StepBand> bands) {
        return bands.get(bands.size() - 1);
    }

    /** The lower bound is the upper one of the step before: it is compared there. */
    private static boolean same(StepBand a, StepBand b) {
        return bound(a).equals(bound(b)) && pays(a).equals(pays(b)) && extras(a).equals(extras(b));
    }

    private static String bound(StepBand band) {
        return band.to() == null ? "" : LooseFormulas.plain(band.to());
    }

    private static Object pays(StepBand band) {
        String key = band.step().text("rate") == null ? "pay" : "rate";
        return Map.of(key, PlanDiff.meaning(key, band.step().get(key)));
    }

    private static Object extras(StepBand band) {
        Set<Object> extras = new TreeSet<>();
        band.step().fields().forEach((key, value) -> {
            if (!NOT_EXTRA.contains(key)) {
                extras.add(key + "=" + PlanDiff.meaning(key, value));
            }
        });
        return extras;
    }

    private void changed(Place place, StepBand before, StepBand after) {
        String name = words.text("ступень ", "step ") + quoted(words.values().band(before));
        if (!bound(before).equals(bound(after))) {
            String old = words.values().band(before);
            String now = words.values().band(after);
            changes.add(
                    words.ofStep(Kind.CHANGED, place, old, now, name + words.text(" теперь ", " now ") + quoted(now)));
        }
        if (!pays(before).equals(pays(after))) {
            String old = words.values().pay(before.step());
            String now = words.values().pay(after.step());
            changes.add(words.ofStep(
                    Kind.CHANGED, place, old, now, name + words.text(" платит ", " pays ") + old + " → " + now));
        }
        if (!extras(before).equals(extras(after))) {
            String old = words.values().others(before.step().fields(), NOT_EXTRA);
            String now = words.values().others(after.step().fields(), NOT_EXTRA);
            String nothing = words.text("как у всей шкалы", "as the whole scale");
            changes.add(words.ofStep(
                    Kind.CHANGED,
                    place,
                    old,
                    now,
                    name + ", " + (old.isEmpty() ? nothing : old) + " → " + (now.isEmpty() ? nothing : now)));
        }
    }

    private String shown(StepBand band) {
        return quoted(words.values().band(band) + ": " + words.values().pay(band.step()));
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
