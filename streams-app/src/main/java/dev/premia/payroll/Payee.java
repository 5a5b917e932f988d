package dev.premia.payroll;

/**
 * Whom a row pays: one employment of a person, which is what payroll systems know.
 *
 * @param organisation the legal entity that pays
 * @param employeeNumber within the legal entity
 * @param manager the id of the manager
 * @param name for people
 * @param department for people, empty where nothing is known
 */
public record Payee(String organisation, String employeeNumber, String manager, String name, String department) {

    public Payee {
        name = printable(name);
        department = printable(department);
    }

    /** The same person under another number. */
    Payee under(String otherNumber) {
        return new Payee(organisation, otherNumber, manager, name, department);
    }

    /** Control characters have no place in XML or in one line of a table. */
    private static String printable(String text) {
        return text == null ? "" : text.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
