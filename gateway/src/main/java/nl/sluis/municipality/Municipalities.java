package nl.sluis.municipality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import nl.sluis.adapter.profile.ProfileFault;
import nl.sluis.adapter.profile.ProfileFaults;
import nl.sluis.adapter.profile.YamlMap;
import nl.sluis.adapter.profile.YamlTree;
import org.jspecify.annotations.Nullable;

/** Reads profiles of municipalities (docs/municipalities.md): those that come with Sluis, and those that an administrator writes. */
public final class Municipalities {

    /** Names of the profiles that come with Sluis; the last three are made up. */
    public static final List<String> BUILT_IN =
            List.of("doetinchem", "almelo", "goeree-overflakkee", "lindedam", "lindedam-haven", "havenwaard");

    private Municipalities() {}

    /** A profile, or what is wrong with it. */
    public sealed interface Loaded {

        /** It can be used. */
        record Profile(Municipality municipality) implements Loaded {}

        /** It cannot; at least one fault. */
        record Faulty(List<ProfileFault> faults) implements Loaded {
            /** Copies. */
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * Reads a profile.
     *
     * @param file how faults name it
     * @param others the text of another profile by its name, for pilots; null when there is none of that name
     */
    public static Loaded read(String file, String text, Function<String, @Nullable String> others) {
        return read(file, text, new Others(others));
    }

    private static Loaded read(String file, String text, Others others) {
        ProfileFaults faults = new ProfileFaults(file);
        YamlMap root = YamlTree.read(text, "profile: " + MunicipalityReading.VERSION, faults);
        if (root == null) {
            return new Loaded.Faulty(faults.all());
        }
        Municipality profile = new MunicipalityReading(root, others).profile();
        return faults.none() ? new Loaded.Profile(profile) : new Loaded.Faulty(faults.all());
    }

    /** The profiles that pilots use; a pilot has no pilots of its own. */
    record Others(@Nullable Function<String, @Nullable String> texts) {

        /** The profile that a key names; null with a fault when there is none or it has faults. */
        @Nullable
        Municipality read(YamlMap map, String key) {
            String name = Words.name(map, key);
            if (texts == null) {
                map.faults().add(map.node(), "NESTED", "The profile of a pilot has no pilots of its own.");
                return null;
            }
            String text = name.isEmpty() ? null : texts.apply(name);
            if (text == null) {
                map.faults().add(map.key(key), "NOT_FOUND", "There is no profile of this name, here or with Sluis.");
                return null;
            }
            return switch (Municipalities.read(name, text, new Others(null))) {
                case Loaded.Profile loaded -> loaded.municipality();
                case Loaded.Faulty faulty -> {
                    ProfileFault first = faulty.faults().getFirst();
                    map.faults().add(map.key(key), "FAULTY", "That profile cannot be used: " + first);
                    yield null;
                }
            };
        }
    }

    /**
     * A profile that comes with Sluis.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static Municipality builtIn(String name) {
        String text = builtInText(name);
        if (text == null) {
            throw new IllegalArgumentException("no profile of that name comes with Sluis");
        }
        return switch (read(name + ".yaml", text, Municipalities::builtInText)) {
            case Loaded.Profile loaded -> loaded.municipality();
            case Loaded.Faulty faulty ->
                throw new IllegalStateException(faulty.faults().toString());
        };
    }

    /** The text of a profile that comes with Sluis; null when there is none of that name. */
    static @Nullable String builtInText(String name) {
        if (!BUILT_IN.contains(name)) {
            return null;
        }
        try (InputStream in = Municipalities.class.getResourceAsStream("/municipalities/" + name + ".yaml")) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
