package nl.sluis.adapter.receiver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.sluis.adapter.profile.ProfileFault;
import nl.sluis.adapter.profile.ProfileFaults;
import nl.sluis.adapter.profile.YamlMap;
import nl.sluis.adapter.profile.YamlTree;

/** Reads profiles of receivers (docs/partners/receivers.md): those that come with Sluis, and those that an administrator writes. */
public final class ReceiverProfiles {

    /** Names of the profiles that come with Sluis. */
    public static final List<String> BUILT_IN = List.of("veilig-thuis", "raad", "wijkteam", "veilig-thuis-overdracht");

    private ReceiverProfiles() {}

    /** A profile, or what is wrong with it. */
    public sealed interface Loaded {

        /** It can be used. */
        record Profile(ReceiverProfile profile) implements Loaded {}

        /** It cannot; at least one fault. */
        record Faulty(List<ProfileFault> faults) implements Loaded {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * Reads a profile.
     *
     * @param file how faults name it
     */
    public static Loaded read(String file, String text) {
        ProfileFaults faults = new ProfileFaults(file);
        YamlMap root = YamlTree.read(text, "profile: " + ReceiverReading.VERSION, faults);
        if (root == null) {
            return new Loaded.Faulty(faults.all());
        }
        ReceiverProfile profile = new ReceiverReading(root).profile();
        return faults.none() ? new Loaded.Profile(profile) : new Loaded.Faulty(faults.all());
    }

    /**
     * A profile that comes with Sluis.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static ReceiverProfile builtIn(String name) {
        String file = "/receivers/" + name + ".yaml";
        try (InputStream in = BUILT_IN.contains(name) ? ReceiverProfiles.class.getResourceAsStream(file) : null) {
            if (in == null) {
                throw new IllegalArgumentException("no profile of that name comes with Sluis");
            }
            Loaded loaded = read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (loaded instanceof Loaded.Faulty faulty) {
                throw new IllegalStateException(faulty.faults().toString());
            }
            return ((Loaded.Profile) loaded).profile();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
