package dev.premia.local;

/** Another run of Premia works on the same data directory. Two brokers on one directory would destroy its data. */
public final class DataDirectoryInUseException extends LocalBrokerException {
    private static final long serialVersionUID = 1L;

    public DataDirectoryInUseException(String message) {
        super(message);
    }
}
