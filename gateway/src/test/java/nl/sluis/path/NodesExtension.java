package nl.sluis.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test class the running {@link Nodes} or the {@link SchoolAlone}: one of each for the whole run, stopped at its end. */
final class NodesExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Nodes.class || type == SchoolAlone.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
        return parameter.getParameter().getType() == Nodes.class
                ? store.computeIfAbsent(Nodes.class, key -> started(Nodes::start), Nodes.class)
                : store.computeIfAbsent(SchoolAlone.class, key -> started(SchoolAlone::new), SchoolAlone.class);
    }

    private interface Start<T> {
        T now() throws IOException;
    }

    private static <T> T started(Start<T> start) {
        try {
            return start.now();
        } catch (IOException e) {
            throw new UncheckedIOException("the nodes did not start", e);
        }
    }
}
