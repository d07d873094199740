package nl.sluis.submit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.partners.Adapters;
import nl.sluis.adapter.partners.csv.CsvAdapter;
import nl.sluis.adapter.partners.csv.MappingProfile;
import nl.sluis.adapter.partners.csv.MappingProfiles;
import nl.sluis.canonical.OrganisationType;
import org.jspecify.annotations.Nullable;

/** Reads the mapping profiles of a configuration; a fault stops the start and names key, file, line and column. */
public final class MappedPartners {

    /** Largest file that is read, in bytes: four for each character. */
    private static final long MAX_BYTES = 4L * MappingProfiles.MAX_CHARS;

    private MappedPartners() {}

    /**
     * An adapter for each profile.
     *
     * @param type what this organisation is: its own systems' files are of the same
     * @throws IllegalStateException when a file cannot be read, is at fault, is for another type, or has the name of another
     */
    static List<PartnerAdapter> adapters(PartnerSettings settings, @Nullable OrganisationType type) {
        List<PartnerAdapter> adapters = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < settings.partners().size(); i++) {
            Path file = settings.partners().get(i).mapping();
            if (file == null) {
                continue;
            }
            String key = key(i);
            MappingProfile profile = profile(key, file);
            if (type != null && profile.type() != type) {
                throw new IllegalStateException(
                        key + file.getFileName() + " is for " + profile.type() + ", and sluis.node.type is " + type);
            }
            if (!names.add(profile.name())) {
                throw new IllegalStateException(
                        key + file.getFileName() + " has the name of another profile: " + profile.name());
            }
            adapters.add(new CsvAdapter(profile));
        }
        return adapters;
    }

    /**
     * Reads them as a start would do.
     *
     * @param type null when the configuration does not say, which is a fault of its own
     * @throws IllegalStateException as a start would
     */
    public static void require(PartnerSettings settings, @Nullable OrganisationType type) {
        adapters(settings, type);
    }

    /** Whether a format that the program knows, or one of these profiles, is read under a media type. */
    public static boolean reads(PartnerSettings settings, @Nullable OrganisationType type, String mediaType) {
        return Stream.concat(Adapters.all().stream(), adapters(settings, type).stream())
                .anyMatch(adapter -> adapter.reads(mediaType));
    }

    /**
     * The media type of the files of a mapping profile.
     *
     * @param i its place in the settings
     * @throws IllegalStateException when the file cannot be read, or is at fault
     */
    public static String mediaType(int i, Path mapping) {
        return "text/csv;profile=" + profile(key(i), mapping).name();
    }

    private static String key(int i) {
        return PartnerSettings.key(i) + ".mapping: ";
    }

    private static MappingProfile profile(String key, Path file) {
        return switch (MappingProfiles.read(
                String.valueOf(file.getFileName()), ProfileFile.text(key, file, MAX_BYTES))) {
            case MappingProfiles.Loaded.Profile loaded -> loaded.profile();
            case MappingProfiles.Loaded.Faulty faulty -> throw ProfileFile.atFault(key, faulty.faults());
        };
    }
}
