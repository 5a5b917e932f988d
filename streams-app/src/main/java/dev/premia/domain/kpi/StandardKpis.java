package dev.premia.domain.kpi;

import dev.premia.domain.event.SubjectType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The KPIs that are published by month for everybody, whatever the plans read. */
public final class StandardKpis {
    private static final List<String> SALES = List.of(
            "revenue", "won_deals", "lost_deals", "average_deal", "win_rate", "new_customers", "repeat_revenue");
    private static final List<String> LEADS = List.of("leads_created", "lead_conversion");
    private static final List<String> CALLS = List.of("calls", "answered_calls", "talk_seconds");

    private static final List<String> OF_PEOPLE = concat(SALES, LEADS, CALLS);
    private static final List<String> OF_PRODUCTS = SALES;
    private static final List<String> OF_SEGMENTS = concat(SALES, LEADS, List.of("market_share"));
    private static final List<String> OF_CAMPAIGNS = concat(
            SALES, LEADS, List.of("campaign_spend", "campaign_roi", "cost_per_lead", "customer_acquisition_cost"));

    private static final Map<SubjectType, Set<Long>> MEASURES = new EnumMap<>(SubjectType.class);

    static {
        for (SubjectType type : SubjectType.values()) {
            Set<Long> measures = new HashSet<>();
            of(type).forEach(name -> measures.addAll(KpiCatalogue.get(name).measures()));
            MEASURES.put(type, measures);
        }
    }

    private StandardKpis() {}

    /** The names for a type of subjects. */
    public static List<String> of(SubjectType type) {
        return switch (type) {
            case MANAGER, TEAM, COMPANY -> OF_PEOPLE;
            case CAMPAIGN -> OF_CAMPAIGNS;
            case PRODUCT -> OF_PRODUCTS;
            case SEGMENT -> OF_SEGMENTS;
        };
    }

    /** Whether one of them reads a measure. Of things nothing else is published, and no plan reads them. */
    public static boolean read(SubjectType type, long measure) {
        return MEASURES.get(type).contains(measure);
    }

    @SafeVarargs
    private static List<String> concat(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }
}
