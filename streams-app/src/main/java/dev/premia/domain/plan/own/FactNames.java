package dev.premia.domain.plan.own;

import dev.premia.domain.formula.FunctionSymbol;
import dev.premia.domain.formula.Names;
import dev.premia.domain.formula.Symbol;
import dev.premia.domain.plan.DealField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The names that a plan's own KPI may use: the fields of one kind of facts, and their source's own fields as {@code attr.NAME}.
 */
public final class FactNames implements Names {
    private static final Map<FactKind, FactNames> BY_KIND = new HashMap<>();

    static {
        for (FactKind kind : FactKind.values()) {
            BY_KIND.put(kind, new FactNames(kind));
        }
    }

    private final FactKind kind;
    private final Map<String, FactField> fields = new HashMap<>();
    private final Map<String, FactField> hidden = new HashMap<>();

    private FactNames(FactKind kind) {
        this.kind = kind;
        List<FactField> all =
                switch (kind) {
                    case WON_DEALS, LOST_DEALS, CLOSED_DEALS, DEALS ->
                        List.copyOf(DealFields.ofDeals().values());
                    case PAYMENTS -> List.copyOf(DealFields.ofPayments().values());
                    case LEADS, LEADS_PROCESSED, LEADS_QUALIFIED, LEADS_CONVERTED, LEADS_CLOSED -> LeadFields.all();
                    case CALLS -> CallFields.all();
                    case ACTIVITIES, MEETINGS, TRIPS, EMAILS, MESSAGES, TRAININGS, TASKS, PROJECTS ->
                        WorkFields.ofActivities();
                    case SURVEYS -> WorkFields.ofSurveys();
                    case REVIEWS -> WorkFields.ofReviews();
                };
        all.forEach(field -> fields.put(field.name(), field));
        switch (kind.source()) {
            case LEADS -> LeadFields.hidden().forEach(field -> hidden.put(field.name(), field));
            case CALLS -> CallFields.hidden().forEach(field -> hidden.put(field.name(), field));
            default -> {}
        }
    }

    /** A field by its name, also one that plans may not name. */
    Optional<FactField> anyField(String name) {
        FactField known = hidden.get(name);
        return known == null ? field(name) : Optional.of(known);
    }

    /** The names of the fields of a kind of facts. */
    public static FactNames of(FactKind kind) {
        return BY_KIND.get(kind);
    }

    /** A field by its name. */
    public Optional<FactField> field(String name) {
        boolean attribute = name.startsWith(DealField.ATTRIBUTE_PREFIX)
                && name.length() > DealField.ATTRIBUTE_PREFIX.length()
                && hasAttributes();
        return attribute
                ? Optional.of(attribute(name, name.substring(DealField.ATTRIBUTE_PREFIX.length())))
                : Optional.ofNullable(fields.get(name));
    }

    private boolean hasAttributes() {
        return kind.source() != FactSource.CALLS;
    }

    private FactField attribute(String name, String key) {
        return FactField.text(name, row -> switch (kind.source()) {
            case DEALS -> row.deal().attributes().get(key);
            case LEADS -> row.lead().attributes().get(key);
            case WORK -> row.work().attributes().get(key);
            case CALLS -> null;
        });
    }

    @Override
    public Optional<Symbol> variable(String name) {
        return field(name).map(FactField::symbol);
    }

    @Override
    public Optional<FunctionSymbol> function(String name) {
        return Optional.empty();
    }

    @Override
    public Collection<String> known() {
        List<String> known = new ArrayList<>(new TreeSet<>(fields.keySet()));
        if (hasAttributes()) {
            known.add(DealField.ATTRIBUTE_PREFIX + "NAME");
        }
        return known;
    }
}
