package dev.premia.domain.plan;

import dev.premia.domain.contest.Comparison;
import dev.premia.domain.contest.PeerKey;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.formula.Value;
import dev.premia.domain.time.Window;
import java.math.BigDecimal;

/** How a manager's value lies to those of everybody whom a plan pays. All values are of whole windows. */
record PeerValues(TermScope scope) {
    /** Begins the name under which values that are compared are told; no component's id begins so. */
    private static final String COMPARED = "compared:";

    /** Under which key all managers tell their values of a term. */
    static PeerKey key(String plan, Term term, Window window) {
        return new PeerKey(plan, COMPARED + term.text(), window, Subject.COMPANY);
    }

    Value value(Term.Compared compared) {
        if (!scope.subject().isManager()) {
            return undefined(compared, "only managers are compared");
        }
        String manager = scope.subject().id();
        Comparison comparison =
                scope.data().peers().comparison(key(scope.plan().plan(), compared.of(), scope.window()));
        if (!comparison.hasPeersOf(manager)) {
            return undefined(compared, "nobody to compare with");
        }
        if (compared.by() == Term.Compared.By.BEST) {
            return Value.of(comparison.best());
        }
        BigDecimal own = comparison.valueOf(manager);
        if (own == null) {
            return undefined(compared, "the manager has no value to compare");
        }
        return compared.by() == Term.Compared.By.RANK
                ? Value.of(comparison.rankOf(own))
                : comparison.deviationOf(compared.text(), own);
    }

    private static Value undefined(Term term, String reason) {
        return Value.undefined(term.text() + " is undefined: " + reason);
    }
}
