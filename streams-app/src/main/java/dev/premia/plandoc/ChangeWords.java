package dev.premia.plandoc;

import dev.premia.codec.plan.PlanTree;
import dev.premia.plandoc.PlanChange.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Differences as sentences. */
final class ChangeWords {
    private static final Set<String> NOT_OF_RULE = Set.of("id", "title");

    private final PlanLanguage language;
    private final PlanWords words;
    private final ValueWords values;
    private final UnaryOperator<String> titles;

    ChangeWords(PlanSource before, PlanSource after, PlanLanguage language) {
        this.language = language;
        this.words = new PlanWords(language);
        this.titles = name -> {
            String now = after.kpiTitle(name, language);
            return now.equals(name) ? before.kpiTitle(name, language) : now;
        };
        this.values = new ValueWords(language, titles);
    }

    ValueWords values() {
        return values;
    }

    PlanChange componentAdded(String id, PlanTree.Fields component) {
        String rule = values.others(component.fields(), NOT_OF_RULE);
        String text = language.choose("добавлено правило ", "component ")
                + name(id, component)
                + language.choose(": ", " added: ")
                + rule;
        return new PlanChange(Kind.ADDED, Place.ofComponent(id).path(), "", rule, text);
    }

    PlanChange componentRemoved(String id, PlanTree.Fields component) {
        String rule = values.others(component.fields(), NOT_OF_RULE);
        String text = language.choose("убрано правило ", "component ")
                + name(id, component)
                + language.choose("; было: ", " removed; it was: ")
                + rule;
        return new PlanChange(Kind.REMOVED, Place.ofComponent(id).path(), rule, "", text);
    }

    /** {@code volume}, with its title if it has one. */
    private String name(String id, PlanTree.Fields component) {
        String title = component.text("title");
        PlanTree.Fields byLanguage = component.fields("title");
        String chosen = title != null ? title : byLanguage.text(language.code());
        return chosen == null ? id : id + " " + language.quoted(chosen);
    }

    /** A value that is new, gone or another. */
    PlanChange changed(Place place, String key, PlanTree before, PlanTree after) {
        String old = before == null ? "" : values.of(key, before);
        String now = after == null ? "" : values.of(key, after);
        Kind kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
        String what =
                switch (kind) {
                    case ADDED -> language.choose("добавлено: ", "added: ") + now;
                    case REMOVED -> language.choose("убрано, было: ", "removed, was: ") + old;
                    case CHANGED -> old + " → " + now;
                };
        return new PlanChange(kind, place.path(), old, now, where(place) + ": " + what);
    }

    /** What happened to a step of the component's scale, said already. */
    PlanChange ofStep(Kind kind, Place place, String before, String after, String what) {
        return new PlanChange(kind, place.path(), before, after, place.component() + ": " + what);
    }

    /** {@code rate of volume} in English, {@code volume: ставка} in Russian. */
    private String where(Place place) {
        List<String> labels = place.keys().stream().map(this::label).toList();
        String label = labels.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining(", "));
        if (place.component() == null) {
            return label;
        }
        return language.choose(place.component() + ": " + label, label + " of " + place.component());
    }

    private String label(String key) {
        if (PlanWords.knowsKey(key)) {
            return words.key(key);
        }
        return new TermWords(language, titles).of(key);
    }

    String text(String ru, String en) {
        return language.choose(ru, en);
    }
}
