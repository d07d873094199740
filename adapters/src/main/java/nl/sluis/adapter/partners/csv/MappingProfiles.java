package nl.sluis.adapter.partners.csv;

import java.util.List;
import nl.sluis.adapter.profile.ProfileFault;
import nl.sluis.adapter.profile.ProfileFaults;
import nl.sluis.adapter.profile.YamlMap;
import nl.sluis.adapter.profile.YamlTree;

/**
 * Reads mapping profiles: YAML 1.1 of plain words, without anchors, aliases and types, at most 256 kB. Nothing of it is ever made
 * into an object: only its tree is looked at.
 */
public final class MappingProfiles {

    /** Largest profile that is read, in characters. */
    public static final int MAX_CHARS = YamlTree.MAX_CHARS;

    private MappingProfiles() {}

    /** A profile, or what is wrong with it. */
    public sealed interface Loaded {

        /** It can be used. */
        record Profile(MappingProfile profile) implements Loaded {}

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
        YamlMap root = YamlTree.read(text, "profile: sluis-csv/1", faults);
        if (root == null) {
            return new Loaded.Faulty(faults.all());
        }
        MappingProfile profile = new ProfileReading(root).profile();
        return faults.none() ? new Loaded.Profile(profile) : new Loaded.Faulty(faults.all());
    }
}
