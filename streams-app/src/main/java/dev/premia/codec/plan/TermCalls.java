package dev.premia.codec.plan;

import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.Argument;
import dev.premia.domain.formula.Resolution;
import dev.premia.domain.kpi.KpiCatalogue;
import dev.premia.domain.kpi.KpiDefinition;
import dev.premia.domain.kpi.ServiceQuality;
import dev.premia.domain.plan.Term;
import dev.premia.domain.time.WorkingHours;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns calls such as {@code attainment(team(revenue))} and {@code service_level(20)} into terms. */
final class TermCalls {
    /** Gives a dated personal factor of the manager. */
    static final String COEFFICIENT = "coefficient";

    /** A wrong call, on its way out of nested calls. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Resolution resolution;

        Refusal(Resolution resolution) {
            super(null, null, false, false);
            this.resolution = resolution;
        }
    }

    private final PlanNames names;

    TermCalls(PlanNames names) {
        this.names = names;
    }

    Resolution resolve(String function, List<Argument> arguments) {
        try {
            return Resolution.of(PlanNames.symbol(term(function, arguments, null)));
        } catch (Refusal refusal) {
            return refusal.resolution;
        }
    }

    private Term term(String name, List<Argument> arguments, Argument at) {
        if (name.equals(COEFFICIENT)) {
            return coefficient(arguments, at);
        }
        Optional<TermFunction> function = TermFunction.find(name);
        if (function.isEmpty()) {
            return parameterised(KpiCatalogue.get(name), arguments, at);
        }
        if (arguments.size() != 1) {
            throw refusal(at, "wrong number of arguments for `" + name + "`", arguments.size(), "one KPI", "");
        }
        Term of = argument(function.get(), arguments.get(0));
        if (function.get().compares() && GroupScopeCheck.find(of, TermCalls::isOfOthers) != null) {
            throw new Refusal(Resolution.rejectedAt(
                    arguments.get(0),
                    "wrong argument for `" + name + "`",
                    "a KPI of the manager alone",
                    "what managers are compared by follows from the manager's own figures"));
        }
        return function.get().of(of);
    }

    private static boolean isOfOthers(Term term) {
        return term instanceof Term.Compared || term instanceof Term.Team || term instanceof Term.Company;
    }

    private static Term coefficient(List<Argument> arguments, Argument at) {
        if (at != null) {
            throw new Refusal(Resolution.rejectedAt(
                    at, "wrong argument", "a KPI", "a personal coefficient has no target and no previous window"));
        }
        if (arguments.size() != 1 || !(arguments.get(0) instanceof Argument.Name name)) {
            throw refusal(
                    null,
                    "wrong argument for `" + COEFFICIENT + "`",
                    arguments.size(),
                    "the name of one coefficient of the manager's record",
                    "write it like coefficient(grade)");
        }
        return new Term.Coefficient(name.name());
    }

    private Term argument(TermFunction outer, Argument argument) {
        if (argument instanceof Argument.Name name) {
            return names.kpi(name.name()).orElseThrow(() -> unknown(name));
        }
        if (argument instanceof Argument.Call call) {
            TermFunction inner = TermFunction.find(call.function()).orElse(null);
            if (inner != null && !inner.nestable()) {
                throw new Refusal(Resolution.rejectedAt(
                        call,
                        "wrong argument for `" + outer.text() + "`",
                        "a KPI, or one of team, company, previous over a KPI",
                        "put the functions the other way round, as in growth(team(revenue))"));
            }
            if (inner != null && inner.isGroup() && outer.isGroup()) {
                throw new Refusal(Resolution.rejectedAt(
                        call, "wrong argument for `" + outer.text() + "`", "a KPI", "groups do not nest"));
            }
            if (inner != null && inner.isGroup() && outer.compares()) {
                throw new Refusal(Resolution.rejectedAt(
                        call,
                        "wrong argument for `" + outer.text() + "`",
                        "a KPI, or previous over a KPI",
                        "managers are compared, and not groups: write " + outer.text() + "(revenue)"));
            }
            return term(call.function(), call.arguments(), call);
        }
        throw new Refusal(Resolution.rejectedAt(
                argument, "wrong argument for `" + outer.text() + "`", "the name of a KPI", "write it like revenue"));
    }

    private Refusal unknown(Argument.Name name) {
        List<String> kpis = new ArrayList<>(names.known());
        kpis.removeAll(TermFunction.names());
        kpis.remove(COEFFICIENT);
        return new Refusal(Resolution.unknownName(name, "the name of a KPI", kpis));
    }

    private Term parameterised(KpiDefinition definition, List<Argument> arguments, Argument at) {
        if (definition.texts() != null) {
            return names.catalogueKpi(definition.of(texts(definition, arguments, at)), List.of());
        }
        if (!definition.takes(arguments.size())) {
            String expected = definition.parameters() + (definition.parameters() == 1 ? " number" : " numbers");
            throw refusal(
                    at, "wrong number of parameters for `" + definition.name() + "`", arguments.size(), expected, "");
        }
        List<BigDecimal> parameters = new ArrayList<>(arguments.size());
        for (Argument argument : arguments) {
            if (!(argument instanceof Argument.NumberLiteral literal)) {
                throw new Refusal(Resolution.rejectedAt(
                        argument, "wrong parameter for `" + definition.name() + "`", "a number", ""));
            }
            String expected = definition.expectedInstead(literal.value());
            if (expected != null) {
                throw new Refusal(Resolution.rejectedAt(
                        argument, "wrong parameter for `" + definition.name() + "`", expected, ""));
            }
            parameters.add(normal(literal.value()));
        }
        checkWeights(definition, parameters);
        checkHours(definition, parameters, at);
        return names.catalogueKpi(definition, parameters);
    }

    private static void checkWeights(KpiDefinition definition, List<BigDecimal> parameters) {
        boolean weighted = definition.name().equals(ServiceQuality.NAME);
        if (weighted && ServiceQuality.weights(parameters).compareTo(BigDecimal.ONE) != 0) {
            throw new Refusal(Resolution.rejected(
                    "weights of `" + ServiceQuality.NAME + "`",
                    Scales.percent(ServiceQuality.weights(parameters)),
                    "exactly 100 %",
                    "write it like service_quality(50%, 30%, 20%, 20): weights of satisfaction, of answers in time and of"
                            + " few complaints, and the seconds that are in time"));
        }
    }

    private static void checkHours(KpiDefinition definition, List<BigDecimal> parameters, Argument at) {
        boolean hours = definition.measures().contains(Measures.RESPONSE_STRETCHES)
                || definition.measures().contains(Measures.HANDLING_STRETCHES);
        if (hours && !WorkingHours.accepts(parameters.get(0), parameters.get(1))) {
            throw new Refusal(new Resolution.Rejected(
                    Optional.ofNullable(at),
                    "working hours of `" + definition.name() + "`",
                    parameters.get(0).toPlainString() + ", " + parameters.get(1).toPlainString(),
                    "the hour at which work begins and a later one at which it ends, from 0 to 24",
                    "write it like " + definition.name() + "(9, 18)"));
        }
    }

    private static List<String> texts(KpiDefinition definition, List<Argument> arguments, Argument at) {
        List<String> expected = definition.texts().names();
        if (arguments.size() != expected.size()) {
            throw refusal(
                    at,
                    "wrong number of parameters for `" + definition.name() + "`",
                    arguments.size(),
                    String.join(", ", expected),
                    "write " + definition.call() + " with texts in quotes");
        }
        List<String> texts = new ArrayList<>();
        for (Argument argument : arguments) {
            if (!(argument instanceof Argument.TextLiteral literal)) {
                throw new Refusal(Resolution.rejectedAt(
                        argument,
                        "wrong parameter for `" + definition.name() + "`",
                        "a text",
                        "write it in quotes: '" + argument.text() + "'"));
            }
            texts.add(literal.value());
        }
        return texts;
    }

    /** One spelling for equal numbers, so that {@code service_level(20)} and {@code service_level(20.0)} are one KPI. */
    private static BigDecimal normal(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Refusal refusal(Argument at, String problem, int found, String expected, String hint) {
        return new Refusal(
                new Resolution.Rejected(Optional.ofNullable(at), problem, Integer.toString(found), expected, hint));
    }
}
