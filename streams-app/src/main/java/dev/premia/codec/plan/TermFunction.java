package dev.premia.codec.plan;

import dev.premia.domain.plan.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The functions over a KPI. */
enum TermFunction {
    PREVIOUS(true, Term.Previous::new),
    GROWTH(false, Term.Growth::new),
    TARGET(false, Term.Target::new),
    ATTAINMENT(false, Term.Attainment::new),
    TEAM(true, Term.Team::new),
    COMPANY(true, Term.Company::new),
    RANK(false, of -> new Term.Compared(Term.Compared.By.RANK, of)),
    BEST(false, of -> new Term.Compared(Term.Compared.By.BEST, of)),
    DEVIATION(false, of -> new Term.Compared(Term.Compared.By.DEVIATION, of));

    private final boolean nestable;
    private final Function<Term, Term> constructor;

    TermFunction(boolean nestable, Function<Term, Term> constructor) {
        this.nestable = nestable;
        this.constructor = constructor;
    }

    static Optional<TermFunction> find(String name) {
        return Arrays.stream(values()).filter(each -> each.text().equals(name)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(TermFunction::text).toList();
    }

    /** The name in formulas. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the call gives a KPI of somebody or some time, which another function may take: {@code growth(team(revenue))}. */
    boolean nestable() {
        return nestable;
    }

    boolean isGroup() {
        return this == TEAM || this == COMPANY;
    }

    /** Whether managers are compared. */
    boolean compares() {
        return this == RANK || this == BEST || this == DEVIATION;
    }

    Term of(Term argument) {
        return constructor.apply(argument);
    }
}
