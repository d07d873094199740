package nl.sluis.policyset;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.rules.FaultyRules;
import nl.sluis.policy.rules.RuleBook;
import org.jspecify.annotations.Nullable;

/**
 * The files of a policy set, as they were read: nothing of them is verified yet.
 *
 * @param rules the rule files by name
 * @param manifest its bytes; null when there is none yet
 * @param signatures what there is of them
 */
@SuppressWarnings("ArrayRecordComponent") // read once, compared by hash
public record PolicySet(Map<String, byte[]> rules, byte @Nullable [] manifest, Map<SignerRole, byte[]> signatures) {

    public PolicySet {
        rules = Collections.unmodifiableMap(new TreeMap<>(rules));
        EnumMap<SignerRole, byte[]> copy = new EnumMap<>(SignerRole.class);
        copy.putAll(signatures);
        signatures = Collections.unmodifiableMap(copy);
    }

    /**
     * The rules.
     *
     * @throws RefusedSet when they are not as the notation demands
     */
    public RuleBook book() throws RefusedSet {
        try {
            return RuleSets.read(texts());
        } catch (FaultyRules e) {
            throw new RefusedSet(e.faults().stream()
                    .map(fault -> new SetFault(SetFault.Code.RULES, fault.toString()))
                    .toList());
        }
    }

    /**
     * The text of the rule files, by name.
     *
     * @throws RefusedSet when one is not UTF-8
     */
    public Map<String, String> texts() throws RefusedSet {
        return SetFolder.texts(rules);
    }

    /**
     * What was signed.
     *
     * @throws RefusedSet when there is no MANIFEST, or it is not in its one form
     */
    public Manifest readManifest() throws RefusedSet {
        if (manifest == null) {
            throw new RefusedSet(SetFault.Code.MANIFEST, "there is no " + Manifest.NAME);
        }
        return Manifest.read(manifest);
    }

    List<Manifest.Entry> entries() {
        return rules.entrySet().stream()
                .map(file -> Manifest.Entry.of(file.getKey(), file.getValue()))
                .collect(Collectors.toList());
    }
}
