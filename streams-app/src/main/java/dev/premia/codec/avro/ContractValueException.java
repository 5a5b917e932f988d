package dev.premia.codec.avro;

/** A value that one side has no form for: a field of a contract that the domain cannot hold, or the reverse. */
public final class ContractValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param field the field's name in the contract
     * @param found what was found
     * @param expected what was expected
     */
    public ContractValueException(String field, String found, String expected) {
        super(field + ": found " + found + ", expected " + expected);
    }
}
