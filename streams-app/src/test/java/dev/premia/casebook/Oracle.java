package dev.premia.casebook;

import dev.premia.codec.avro.ContractValueException;
import dev.premia.codec.plan.PlanFile;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.EntityEvent;
import dev.premia.domain.event.EventValidator;
import dev.premia.domain.formula.Value;
import dev.premia.domain.kpi.KpiCatalogue;
import dev.premia.domain.plan.PlanBook;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchEngine;
import dev.premia.replay.BatchResult;
import dev.premia.replay.FactBase;
import dev.premia.replay.Settings;
import dev.premia.replay.input.ContractEvents;
import dev.premia.schemas.Control;
import dev.premia.schemas.Plan;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** The batch engine over a prefix of a story: what the whole of the records says, whatever their order. */
final class Oracle {
    private final FactBase facts = new FactBase();
    private final PlanBook plans = new PlanBook();
    private final Map<Settings, BatchResult> results = new HashMap<>();
    private final Settings organisation;
    private LocalDate asOf;

    Oracle(Settings organisation, List<? extends Entry<?>> prefix) {
        this.organisation = organisation;
        prefix.forEach(entry -> take(entry.value()));
    }

    private void take(SpecificRecord contract) {
        if (contract instanceof Plan plan) {
            PlanFile.Result read = PlanFile.read(plan.getPlan(), plan.getDocument());
            if (read.isValid() && !read.shadow()) {
                plans.add(read.plan());
            }
        } else if (contract instanceof Control control) {
            asOf = asOf == null || control.getDay().isAfter(asOf) ? control.getDay() : asOf;
        } else {
            takeEvent(contract);
        }
    }

    private void takeEvent(SpecificRecord contract) {
        EntityEvent event;
        try {
            event = event(contract);
        } catch (ContractValueException e) {
            return;
        }
        if (EventValidator.validate(event).isEmpty()) {
            facts.add(event);
        }
    }

    private static EntityEvent event(SpecificRecord contract) {
        return ContractEvents.of(contract)
                .orElseThrow(() -> new IllegalArgumentException("a story cannot hold " + contract.getClass()));
    }

    private BatchResult result(Settings settings) {
        return results.computeIfAbsent(settings, each -> BatchEngine.compute(facts, plans, each, asOf));
    }

    BatchResult result() {
        return result(organisation);
    }

    /** What every component pays, in minor units; lines of 0 are left out. */
    Map<Balance, Long> balances() {
        Map<Balance, Long> balances = new HashMap<>();
        for (BatchResult.Line line : result().lines()) {
            balances.put(new Balance(line.manager(), line.plan(), line.component(), line.window()), line.minor());
        }
        return balances;
    }

    /** What is posted to the payroll of each manager and month, in minor units. */
    Map<String, Long> posted() {
        Map<String, Long> posted = new TreeMap<>();
        for (BatchResult.Line line : result().lines()) {
            posted.merge(line.manager() + " " + line.posting(), line.minor(), Math::addExact);
        }
        posted.values().removeIf(sum -> sum == 0);
        return posted;
    }

    Value kpi(String name, Subject subject, Window window, ZoneId zone, String currency) {
        Settings settings = new Settings(zone, currency == null ? organisation.currency() : currency);
        return result(settings).kpi(KpiCatalogue.get(name), subject, window);
    }
}
