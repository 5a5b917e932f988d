package dev.premia.domain.kpi;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every KPI by its canonical name, in the order of the catalogue. */
public final class KpiCatalogue {
    private static final Map<String, KpiDefinition> BY_NAME = build();

    private KpiCatalogue() {}

    public static Optional<KpiDefinition> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
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
                ProfitKpis.definitions(),
                CustomerKpis.definitions(),
                LoyaltyKpis.definitions(),
                LeadKpis.definitions(),
                CallKpis.definitions(),
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
