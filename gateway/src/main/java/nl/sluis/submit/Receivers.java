package nl.sluis.submit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.receiver.ReceiverProfile;
import nl.sluis.adapter.receiver.ReceiverProfiles;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.directory.Directory;
import org.springframework.stereotype.Component;

/** What the receivers of this node cannot do without, so that it is named before anything goes and not asked of the family a second time. */
@Component
public final class Receivers {

    /** Largest file that is read, in bytes; a profile of a receiver is a page. */
    private static final long MAX_BYTES = 256L * 1024;

    private final Map<OrganisationId, List<ReceiverProfile>> profiles = new HashMap<>();

    /**
     * Reads them once, at the start.
     *
     * @throws IllegalStateException naming the key, and file, line and column where there are any, when one cannot be used, or is about an
     *     organisation that nobody can address: it would check nothing and say nothing
     */
    public Receivers(ReceiverSettings settings, Directory directory) {
        for (int i = 0; i < settings.receivers().size(); i++) {
            ReceiverSettings.Receiver one = settings.receivers().get(i);
            String key = "sluis.receivers[" + i + "].";
            OrganisationId organisation = organisation(key + "organisation: ", one.organisation());
            if (directory.lastKnown(organisation).isEmpty()) {
                throw new IllegalStateException(key + "organisation: is not in the directory");
            }
            profiles.computeIfAbsent(organisation, each -> new ArrayList<>())
                    .add(profile(key + "profile: ", one.profile()));
        }
    }

    /** What its recipient needs and the message lacks, each with its place in the message and never its value; empty when it can go. */
    List<Violation> lacking(Message message) {
        return profiles.getOrDefault(message.recipient(), List.of()).stream()
                .flatMap(profile -> profile.faults(message).stream())
                .distinct()
                .toList();
    }

    private static OrganisationId organisation(String key, String name) {
        try {
            return new OrganisationId(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(key + "cannot be an organisation", e);
        }
    }

    private static ReceiverProfile profile(String key, String name) {
        if (!name.endsWith(".yaml")) {
            if (!ReceiverProfiles.BUILT_IN.contains(name)) {
                throw new IllegalStateException(key + "no profile of that name comes with Sluis; those that do are "
                        + String.join(", ", ReceiverProfiles.BUILT_IN) + ", and a file ends in .yaml");
            }
            return ReceiverProfiles.builtIn(name);
        }
        Path file = Path.of(name);
        return switch (ReceiverProfiles.read(
                String.valueOf(file.getFileName()), ProfileFile.text(key, file, MAX_BYTES))) {
            case ReceiverProfiles.Loaded.Profile loaded -> loaded.profile();
            case ReceiverProfiles.Loaded.Faulty faulty -> throw ProfileFile.atFault(key, faulty.faults());
        };
    }
}
