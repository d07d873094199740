package nl.sluis.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test class the running {@link Nodes}: one set for the whole run, stopped at its end. */
final class NodesExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Nodes.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Nodes.class, key -> started(), Nodes.class);
    }

    private static Nodes started() {
        try {
            return Nodes.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the nodes did not start", e);
        }
    }
}
