package nl.sluis.cli;

/** A configuration that cannot be started; its message names every key that is at fault, and no value. */
final class ConfigurationFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConfigurationFault(String message, Throwable cause) {
        super(message, cause);
    }

    ConfigurationFault(String message) {
        super(message);
    }
}
