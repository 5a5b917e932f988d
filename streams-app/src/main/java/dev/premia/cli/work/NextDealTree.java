package dev.premia.cli.work;

import dev.premia.cli.Output;
import dev.premia.domain.control.Decision;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.plan.NextStep;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.replay.BatchResult;
import dev.premia.replay.whatif.NextDeal;
import dev.premia.replay.whatif.NextDeal.Effect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an open deal would add, by manager and component, and what is missing to the next bounds. */
final class NextDealTree {
    private final BatchResult now;
    private final LocalDate day;
    private final Output output;
    private final People people;

    NextDealTree(BatchResult now, LocalDate day, Output output) {
        this.now = now;
        this.day = day;
        this.output = output;
        this.people = new People(now.organisation(), output);
    }

    /**
     * Prints it.
     *
     * @param next what a deal would add; null where none is asked for
     * @param managers whose next bounds are shown
     */
    void print(NextDeal next, Set<String> managers) {
        Tree tree = next == null
                ? new Tree("next_deal", output.text("на ", "as of ") + day)
                : new Tree("next_deal", title(next.deal()))
                        .with("deal", next.deal().id());
        tree.with("as_of", day.toString());
        if (next != null) {
            effects(tree, next);
            decisions(tree, next.deal().id());
        }
        managers.forEach(manager -> steps(tree, manager));
        tree.print(output);
    }

    private String title(DealEvent deal) {
        String amount = deal.amount() == null || deal.currency() == null
                ? ""
                : " (" + output.numbers().money(deal.amount(), deal.currency()) + ")";
        return deal.id() + amount + output.text(", если выиграть ", ", if won on ") + day;
    }

    /** Who moved its credit, who withholds or releases its pay. */
    private void decisions(Tree tree, String deal) {
        List<Decision> taken = new ArrayList<>(now.decisions().transfers(deal));
        taken.addAll(now.decisions().holdsAndReleases(deal));
        DecisionText text = new DecisionText(output);
        for (Decision each : taken) {
            Decision.Heading heading = each.heading();
            tree.add("decision", text.line(each))
                    .with("id", heading.id())
                    .with("kind", DecisionText.kind(each))
                    .with("at", InstantText.plain(heading.at()))
                    .with("author", heading.author())
                    .with("approver", heading.approver())
                    .with("reason", heading.reason())
                    .with("document", heading.document());
        }
    }

    private void effects(Tree tree, NextDeal next) {
        if (next.effects().isEmpty()) {
            tree.add(output.text("никому ничего не добавит", "would add nothing for anybody"));
            return;
        }
        Map<String, List<Effect>> byManager = next.effects().stream()
                .collect(Collectors.groupingBy(Effect::manager, LinkedHashMap::new, Collectors.toList()));
        byManager.forEach((manager, effects) -> {
            Map<String, Long> totals = new TreeMap<>();
            effects.forEach(each -> totals.merge(each.currency(), each.addedMinor(), Math::addExact));
            Tree branch = tree.add(
                            "manager",
                            people.nameAndId(manager) + ": "
                                    + totals.entrySet().stream()
                                            .map(each -> signed(each.getValue(), each.getKey()))
                                            .collect(Collectors.joining(", ")))
                    .with("manager", manager);
            effects.forEach(each -> effect(branch, each));
        });
    }

    private void effect(Tree branch, Effect effect) {
        String unit = effect.currency();
        branch.add(
                        "effect",
                        effect.plan() + ", " + effect.component() + ", " + effect.window() + ": "
                                + money(effect.nowMinor(), unit) + " → " + money(effect.thenMinor(), unit) + " ("
                                + signed(effect.addedMinor(), unit) + ")"
                                + output.text(", выплата ", ", payroll ") + effect.posting())
                .with("plan", effect.plan())
                .with("component", effect.component())
                .with("window_kind", effect.window().kind().label())
                .with("window_start", effect.window().start().toString())
                .with("posting_period", effect.posting().toString())
                .with("now", Currencies.toAmount(effect.nowMinor(), unit))
                .with("then", Currencies.toAmount(effect.thenMinor(), unit))
                .with("added", Currencies.toAmount(effect.addedMinor(), unit))
                .with("currency", unit);
    }

    private void steps(Tree tree, String manager) {
        Tree branch = new Tree("");
        for (WindowKind kind : WindowKind.values()) {
            Window window = Window.containing(kind, day);
            now.nextSteps(manager, window).forEach(step -> step(branch, step, window));
        }
        String title = output.text("до следующего порога: ", "to the next bound: ") + people.nameAndId(manager);
        Tree named = tree.add("next_bounds", title).with("manager", manager);
        if (branch.isEmpty()) {
            named.add(output.text("порогов впереди нет", "no bound is ahead"));
        } else {
            named.addAll(branch);
        }
    }

    private void step(Tree branch, NextStep step, Window window) {
        ExplanationText text = new ExplanationText(output);
        String figure = text.formula(step.what());
        String value = step.now() == null
                ? output.text("не определено", "undefined")
                : output.numbers().atMost(step.now(), 6);
        String bound = (step.least()
                        ? step.strict() ? output.text("больше ", "more than ") : output.text("не меньше ", "at least ")
                        : step.strict() ? output.text("меньше ", "less than ") : output.text("не больше ", "at most "))
                + output.numbers().atMost(step.bound(), 6);
        String missing = step.missing() == null
                ? ""
                : output.text("; не хватает ", "; missing ") + output.numbers().atMost(step.missing(), 6);
        String gain = step.gain() == null
                ? ""
                : output.text("; принесёт ", "; brings ") + output.numbers().money(step.gain(), step.unit());
        branch.add(
                        "next_bound",
                        step.plan() + ", " + step.component() + ", " + window + ": " + figure + " = " + value
                                + output.text(", нужно ", ", needed ") + bound + missing + gain)
                .with("plan", step.plan())
                .with("component", step.component())
                .with("window_kind", window.kind().label())
                .with("window_start", window.start().toString())
                .with("figure", step.what())
                .with("now", step.now())
                .with("bound", step.bound())
                .with("at_least", step.least())
                .with("strict", step.strict())
                .with("missing", step.missing())
                .with("gain", step.gain())
                .with("unit", step.unit());
    }

    private String money(long minor, String unit) {
        return output.numbers().money(Currencies.toAmount(minor, unit), unit);
    }

    private String signed(long minor, String unit) {
        return (minor > 0 ? "+" : "") + money(minor, unit);
    }
}
