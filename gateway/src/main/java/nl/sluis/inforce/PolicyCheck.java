package nl.sluis.inforce;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.node.NodeSettings;
import nl.sluis.node.StartCheck;
import nl.sluis.policyset.Manifest;
import nl.sluis.policyset.PolicySet;
import nl.sluis.policyset.RefusedSet;
import nl.sluis.policyset.RulesCheck;
import nl.sluis.policyset.SetFault;
import nl.sluis.policyset.SetFolder;
import nl.sluis.policyset.SetVerifier;

/** What {@code ./sluis check} says about the policy set of a node. */
public final class PolicyCheck {

    private PolicyCheck() {}

    /**
     * Checks whom the node trusts.
     *
     * @throws IllegalStateException naming the setting
     */
    public static void requireTrust(PolicySettings settings, NodeSettings node) {
        if (settings.set() != null
                && (settings.privacyOfficers().isEmpty() || settings.lawyers().isEmpty())) {
            throw new IllegalStateException(
                    "sluis.policy: with set, privacy-officers and lawyers name at least one certificate each");
        }
        require(settings.privacyOfficers(), "sluis.policy.privacy-officers", node);
        require(settings.lawyers(), "sluis.policy.lawyers", node);
    }

    private static void require(List<Path> files, String key, NodeSettings node) {
        for (int i = 0; i < files.size(); i++) {
            StartCheck.requireCertificates(files.get(i), key + "[" + i + "]", node.mode() == NodeSettings.Mode.DEMO);
        }
    }

    /** What is wrong with the set in the folder, without its place in the row of sets, which the node's database knows. */
    public static List<String> faults(PolicySettings settings, Instant now) {
        List<String> faults = new ArrayList<>(shadow(settings));
        Path folder = settings.set();
        if (folder == null) {
            return faults;
        }
        try {
            PolicySet set = SetFolder.read(folder);
            Manifest manifest = new SetVerifier(SetKeeper.trusted(settings), now).verify(set);
            RulesCheck.faults(set.book(), manifest).forEach(fault -> faults.add("sluis.policy.set: " + fault));
        } catch (RefusedSet e) {
            e.faults().forEach(fault -> faults.add("sluis.policy.set: " + fault));
        }
        return faults;
    }

    private static List<String> shadow(PolicySettings settings) {
        Path folder = settings.shadow();
        if (folder == null) {
            return List.of();
        }
        List<SetFault> faults;
        try {
            faults = RulesCheck.words(SetFolder.read(folder).book());
        } catch (RefusedSet e) {
            faults = e.faults();
        }
        return faults.stream().map(fault -> "sluis.policy.shadow: " + fault).toList();
    }

    /** What an operator should know though nothing is wrong. */
    public static List<String> notes(PolicySettings settings) {
        return settings.set() == null
                ? List.of("sluis.policy.set: none, so the rules of the program decide, signed by nobody")
                : List.of();
    }
}
