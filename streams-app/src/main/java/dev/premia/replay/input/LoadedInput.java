package dev.premia.replay.input;

import dev.premia.domain.plan.PlanBook;
import dev.premia.domain.plan.PlanTitle;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.replay.BatchEngine;
import dev.premia.replay.BatchResult;
import dev.premia.replay.FactBase;
import dev.premia.replay.Settings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that was read, folded and ready to be computed.
 *
 * @param facts all valid facts
 * @param plans all valid plan versions that pay
 * @param shadows all valid plan versions on trial, under ids of their own
 * @param planTitles titles of the plans by id, of the newest version
 * @param asOf the latest day that the control records name, null without one
 * @param rejected what does not count, in order of reading
 * @param counts records by topic, rejected ones included
 * @param dealCurrencies how many deal records name each currency
 * @param notes what people should know although nothing is wrong
 */
public record LoadedInput(
        FactBase facts,
        PlanBook plans,
        PlanBook shadows,
        Map<String, PlanTitle> planTitles,
        LocalDate asOf,
        List<RejectedRecord> rejected,
        Map<String, Long> counts,
        Map<String, Long> dealCurrencies,
        List<String> notes) {

    /** Where no plan names a zone or currency, and no deal a currency. */
    private static final Settings FALLBACK = new Settings(ZoneId.of("Europe/Moscow"), "RUB");

    public LoadedInput {
        planTitles = Map.copyOf(planTitles);
        rejected = List.copyOf(rejected);
        counts = Map.copyOf(counts);
        dealCurrencies = Map.copyOf(dealCurrencies);
        notes = List.copyOf(notes);
    }

    /** How far loading has come. */
    public interface Listener {
        /** Hears nothing. */
        Listener NONE = (done, total) -> {};

        /**
         * @param done records read since the last call
         * @param total records in all, 0 while unknown
         */
        void read(long done, long total);
    }

    public long records() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The organisation's settings where nobody gives them: the zone and the currency on which all plans agree, else the
     * currency of most deals, else Moscow time and roubles.
     *
     * @param zone what was given, or null
     * @param currency what was given, or null
     */
    public Settings settings(ZoneId zone, String currency) {
        Set<ZoneId> zones = new LinkedHashSet<>();
        Set<String> currencies = new LinkedHashSet<>();
        for (PlanVersion version : plans.all()) {
            zones.add(version.zone());
            currencies.add(version.currency());
        }
        ZoneId usedZone = zone != null ? zone : only(zones, FALLBACK.zone());
        String usedCurrency = currency != null ? currency : only(currencies, mostDeals());
        return new Settings(usedZone, usedCurrency);
    }

    /** Computes what was loaded. */
    public BatchResult compute(Settings settings, LocalDate asOfDay) {
        return compute(settings, asOfDay, List.of());
    }

    /**
     * Computes what was loaded so that other plans can be asked what they would pay.
     *
     * @param further versions of those plans
     */
    public BatchResult compute(Settings settings, LocalDate asOfDay, Collection<PlanVersion> further) {
        List<PlanVersion> measured = new ArrayList<>(shadows.all());
        measured.addAll(further);
        return BatchEngine.compute(facts, plans, measured, settings, asOfDay != null ? asOfDay : asOf)
                .withShadows(shadows);
    }

    private String mostDeals() {
        return dealCurrencies.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(FALLBACK.currency());
    }

    private static <T> T only(Set<T> values, T otherwise) {
        return values.size() == 1 ? values.iterator().next() : otherwise;
    }

    /** The title of a plan's newest version; its id where nothing is known. */
    public PlanTitle titleOf(String plan) {
        return planTitles.getOrDefault(plan, new PlanTitle(plan, plan));
    }
}
