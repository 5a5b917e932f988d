package dev.premia.cli.work;

import dev.premia.cli.CauseText;
import dev.premia.cli.Output;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.EntityEvent;
import dev.premia.domain.event.PaymentEvent;
import dev.premia.domain.event.TargetRecord;
import dev.premia.replay.history.Revision;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The revisions of an entity, each with what it changed. */
final class RevisionBranch {
    private static final int LONGEST = 60;

    private static final Map<String, String> RUSSIAN = Map.ofEntries(
            Map.entry("amount", "сумма"),
            Map.entry("status", "статус"),
            Map.entry("stage", "этап"),
            Map.entry("pipeline", "воронка"),
            Map.entry("owner", "ответственный"),
            Map.entry("credits", "доли"),
            Map.entry("currency", "валюта"),
            Map.entry("closed_at", "закрыта"),
            Map.entry("created_at", "создана"),
            Map.entry("paid_at", "оплачено"),
            Map.entry("cost", "себестоимость"),
            Map.entry("customer", "клиент"),
            Map.entry("lines", "позиции"),
            Map.entry("tags", "метки"),
            Map.entry("deleted", "удалена"),
            Map.entry("lost_reason", "причина проигрыша"),
            Map.entry("value", "значение"),
            Map.entry("assignments", "назначения"),
            Map.entry("kind", "вид"));

    private final Output output;
    private final InstantText time;

    RevisionBranch(Output output, ZoneId zone) {
        this.output = output;
        this.time = new InstantText(zone, output);
    }

    /**
     * Adds revisions.
     *
     * @param revisions of one entity, ascending
     * @param from the first of them to add; what it changed is told against the one before
     */
    void addTo(Tree tree, List<Revision> revisions, int from) {
        for (int i = from; i < revisions.size(); i++) {
            add(tree, revisions.get(i), i == 0 ? null : revisions.get(i - 1), i == revisions.size() - 1);
        }
    }

    /** Adds one revision, with the name of its entity. */
    void addNamed(Tree tree, Revision revision, Revision before) {
        String name =
                CauseText.kind(revision.type(), output) + " " + revision.event().id() + ", ";
        add(tree, name, revision, before, "");
    }

    /** Adds a payment with what was paid. */
    void addPayment(Tree tree, Revision revision, Revision before) {
        if (before == null && revision.event() instanceof PaymentEvent payment) {
            tree.add(
                            "payment",
                            output.text("платёж ", "payment ") + payment.id() + " ("
                                    + payment.kind().name().toLowerCase(Locale.ROOT) + "), "
                                    + time.of(payment.paidAt()) + ": "
                                    + output.numbers().money(payment.amount(), payment.currency()))
                    .with("payment", payment.id())
                    .with("revision", payment.revision())
                    .with("kind", payment.kind().name().toLowerCase(Locale.ROOT))
                    .with("paid_at", payment.paidAt().toString())
                    .with("amount", payment.amount())
                    .with("currency", payment.currency());
        } else {
            addNamed(tree, revision, before);
        }
    }

    private void add(Tree tree, Revision revision, Revision before, boolean rules) {
        add(tree, "", revision, before, rules ? "" : output.text(", заменена", ", replaced"));
    }

    private void add(Tree tree, String name, Revision revision, Revision before, String end) {
        List<Revision.Change> changes = before == null ? List.of() : revision.changesSince(before);
        String what = before == null
                ? first(revision.event())
                : changes.isEmpty() ? output.text("без изменений", "nothing changed") : sentence(changes);
        tree.add(
                        "revision",
                        name + output.text("редакция ", "revision ")
                                + revision.event().revision() + ", " + time.of(revision.recordedAt()) + end + ": "
                                + what)
                .with("entity_type", revision.type())
                .with("entity", revision.event().id())
                .with("revision", revision.event().revision())
                .with("recorded_at", InstantText.plain(revision.recordedAt()))
                .with("changes", changes.stream().map(RevisionBranch::plain).toList());
    }

    private String first(EntityEvent event) {
        String first = output.text("первая", "the first");
        if (event instanceof DealEvent deal) {
            String status =
                    deal.status() == null ? "" : ", " + deal.status().name().toLowerCase(Locale.ROOT);
            String amount = deal.amount() == null || deal.currency() == null
                    ? ""
                    : ", " + output.numbers().money(deal.amount(), deal.currency());
            return first + status + amount;
        } else if (event instanceof TargetRecord target && target.value() != null) {
            return first + ", " + target.kpi() + " " + output.numbers().atMost(target.value(), 6);
        }
        return first;
    }

    private static String plain(Revision.Change change) {
        return change.field() + ": " + change.before() + " -> " + change.after();
    }

    private String sentence(List<Revision.Change> changes) {
        return changes.stream()
                .map(change -> output.text(RUSSIAN.getOrDefault(change.field(), change.field()), change.field()) + " "
                        + shown(change.before()) + " → " + shown(change.after()))
                .collect(Collectors.joining("; "));
    }

    private String shown(String value) {
        if (value == null) {
            return "–";
        }
        if (value.matches("-?\\d+(\\.\\d+)?")) {
            return output.numbers().atMost(new BigDecimal(value), 6);
        }
        if (value.matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z")) {
            return time.of(Instant.parse(value));
        }
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}
