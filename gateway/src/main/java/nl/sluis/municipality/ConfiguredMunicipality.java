package nl.sluis.municipality;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.sluis.adapter.profile.YamlTree;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The municipality of this node, if one is configured; without one the node has no rules of a municipality. */
@Component
public final class ConfiguredMunicipality {

    private static final String KEY = "sluis.municipality.profile: ";
    private static final long MAX_BYTES = 4L * YamlTree.MAX_CHARS;

    private final @Nullable Municipality municipality;

    /**
     * Reads it once, at the start.
     *
     * @throws IllegalStateException naming key, file, line and column, when it cannot be used
     */
    public ConfiguredMunicipality(MunicipalitySettings settings) {
        this.municipality = read(settings.profile());
    }

    /** The municipality; empty when none is configured. */
    public Optional<Municipality> get() {
        return Optional.ofNullable(municipality);
    }

    private static @Nullable Municipality read(String profile) {
        if (profile.isBlank()) {
            return null;
        }
        if (!profile.endsWith(".yaml")) {
            if (!Municipalities.BUILT_IN.contains(profile)) {
                throw new IllegalStateException(KEY + "no profile of that name comes with Sluis; those that do are "
                        + String.join(", ", Municipalities.BUILT_IN) + ", and a file ends in .yaml");
            }
            return Municipalities.builtIn(profile);
        }
        Path file = Path.of(profile);
        return switch (Municipalities.read(
                String.valueOf(file.getFileName()), text(file), name -> beside(file, name))) {
            case Municipalities.Loaded.Profile loaded -> loaded.municipality();
            case Municipalities.Loaded.Faulty faulty ->
                throw new IllegalStateException(KEY
                        + String.join(
                                "\n  ",
                                faulty.faults().stream().map(Object::toString).toList()));
        };
    }

    /** The profile of a pilot: a file in the same folder, or one that comes with Sluis. The name has no dots and no slashes. */
    private static @Nullable String beside(Path file, String name) {
        Path other = file.resolveSibling(name + ".yaml");
        return Files.isRegularFile(other) ? text(other) : Municipalities.builtInText(name);
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IllegalStateException(KEY + "larger than a profile can be");
            }
            return Files.readString(file);
        } catch (MalformedInputException notText) {
            throw new IllegalStateException(KEY + "is not UTF-8", notText);
        } catch (IOException unreadable) {
            throw new IllegalStateException(KEY + "cannot be read", unreadable);
        }
    }
}
