package dev.premia.payroll;

import java.util.Map;

/**
 * What the payroll system calls things.
 *
 * @param accrualCode code of the kind of accrual
 * @param accrualName its name
 * @param employers the legal entities by the organisation of the managers' records
 */
public record PayrollTerms(String accrualCode, String accrualName, Map<String, Employer> employers) {
    /** Where nobody says anything else. */
    public static final PayrollTerms DEFAULT = new PayrollTerms("ПРЕМИЯ", "Премия", Map.of());

    public PayrollTerms {
        employers = Map.copyOf(employers);
    }

    /**
     * A legal entity.
     *
     * @param inn taxpayer number, empty where it is not known
     * @param kpp tax registration code, empty where it is not known
     */
    public record Employer(String name, String inn, String kpp) {}

    /** The legal entity of an organisation; only its name where nothing more is known. */
    public Employer employer(String organisation) {
        return employers.getOrDefault(organisation, new Employer(organisation, "", ""));
    }
}
