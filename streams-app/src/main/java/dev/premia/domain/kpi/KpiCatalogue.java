package dev.premia.domain.kpi;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every KPI by its canonical name, in the order of the catalogue. */
public final class KpiCatalogue {
    private static final Map<String, KpiDefinition> BY_NAME = build();
    private static final Pattern CALL = Pattern.compile("([a-z0-9_]+)\\(('[^']*'(?:, *'[^']*')*)\\)");
    private static final Pattern TEXT = Pattern.compile("'([^']*)'");

    private KpiCatalogue() {}

    /** The KPI of a name, or of a call with texts such as {@code refusals('price')}. */
    public static Optional<KpiDefinition> find(String name) {
        KpiDefinition known = BY_NAME.get(name);
        return known != null || name.indexOf('(') < 0 ? Optional.ofNullable(known) : called(name);
    }

    private static Optional<KpiDefinition> called(String call) {
        Matcher matcher = CALL.matcher(call);
        KpiDefinition pattern = matcher.matches() ? BY_NAME.get(matcher.group(1)) : null;
        if (pattern == null || pattern.texts() == null) {
            return Optional.empty();
        }
        List<String> texts = TEXT.matcher(matcher.group(2))
                .results()
                .map(text -> text.group(1))
                .toList();
        return texts.size() == pattern.texts().names().size() ? Optional.of(pattern.of(texts)) : Optional.empty();
    }

    /** The KPI of that name. */
    public static KpiDefinition get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no KPI is named " + name));
    }

    public static Collection<KpiDefinition> all() {
        return BY_NAME.values();
    }

    private static Map<String, KpiDefinition> build() {
        Map<String, KpiDefinition> byName = new LinkedHashMap<>();
        for (List<KpiDefinition> group : List.of(
                SalesKpis.definitions(),
                PipelineKpis.definitions(),
                ProductKpis.definitions(),
                ProfitKpis.definitions(),
                CustomerKpis.definitions(),
                LoyaltyKpis.definitions(),
                MarketKpis.definitions(),
                StaffKpis.definitions(),
                LeadKpis.definitions(),
                CallKpis.definitions(),
                List.of(ServiceQuality.definition()),
                WorkKpis.definitions())) {
            for (KpiDefinition definition : group) {
                if (byName.put(definition.name(), definition) != null) {
                    throw new IllegalStateException("two KPIs are named " + definition.name());
                }
            }
        }
        return Collections.unmodifiableMap(byName);
    }
}
