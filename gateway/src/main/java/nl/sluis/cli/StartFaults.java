package nl.sluis.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Says in one line a key what is wrong with a configuration, from what Spring and our own checks throw. */
final class StartFaults {

    private StartFaults() {}

    /** The lines; never a value, since a value may be a secret. */
    static List<String> of(Throwable thrown) {
        List<String> lines = new ArrayList<>();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case BindValidationException invalid -> {
                    String prefix = invalid.getValidationErrors().getName() + ".";
                    invalid.getValidationErrors().getAllErrors().forEach(error -> lines.add(line(prefix, error)));
                }
                case BindException unbound
                when unbound.getProperty() != null && lines.isEmpty() ->
                    lines.add(unbound.getProperty().getName() + ": cannot be used");
                case BindException unbound
                when lines.isEmpty() && !(unbound.getCause() instanceof BindValidationException) ->
                    lines.add(unbound.getName() + ": cannot be used");
                case IllegalStateException ours
                when ours.getMessage() != null && ours.getMessage().startsWith("sluis.") ->
                    lines.add(ours.getMessage());
                default -> {}
            }
        }
        return lines;
    }

    private static String line(String prefix, ObjectError error) {
        return error instanceof FieldError field
                ? prefix + kebab(field.getField()) + ": " + field.getDefaultMessage()
                : prefix + ": " + error.getDefaultMessage();
    }

    private static String kebab(String field) {
        return field.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
