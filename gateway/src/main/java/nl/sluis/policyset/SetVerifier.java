package nl.sluis.policyset;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.seal.DetachedSignature;
import nl.sluis.seal.DetachedSignature.Check;

/** Says whether a policy set is what two trusted people signed, and what exactly is wrong when it is not. */
public final class SetVerifier {

    /** How far the clock of a signer may be ahead. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private final TrustedSigners trusted;
    private final Instant now;

    /** Verifies by whom is trusted now. */
    public SetVerifier(TrustedSigners trusted, Instant now) {
        this.trusted = trusted;
        this.now = now;
    }

    /**
     * The MANIFEST of a set whose files and signatures are in order.
     *
     * @throws RefusedSet with everything that is wrong
     */
    public Manifest verify(PolicySet set) throws RefusedSet {
        Manifest manifest = set.readManifest();
        List<SetFault> faults = new ArrayList<>(files(manifest, set));
        Map<SignerRole, X509Certificate> signers = new EnumMap<>(SignerRole.class);
        for (SignerRole role : SignerRole.values()) {
            signature(manifest, set, role, signers, faults);
        }
        if (signers.size() == 2 && same(List.copyOf(signers.values()))) {
            faults.add(new SetFault(SetFault.Code.SAME_SIGNER, "one person signed in both roles"));
        }
        if (!faults.isEmpty()) {
            throw new RefusedSet(faults);
        }
        return manifest;
    }

    /** Where the files are not as the MANIFEST says. */
    static List<SetFault> files(Manifest manifest, PolicySet set) {
        List<SetFault> faults = new ArrayList<>();
        Map<String, Manifest.Entry> found = new HashMap<>();
        set.entries().forEach(entry -> found.put(entry.name(), entry));
        for (Manifest.Entry entry : manifest.files()) {
            Manifest.Entry there = found.remove(entry.name());
            if (there == null) {
                faults.add(new SetFault(SetFault.Code.FILE_MISSING, entry.name() + " is not there"));
            } else if (!there.equals(entry)) {
                faults.add(new SetFault(SetFault.Code.FILE_CHANGED, entry.name() + " was changed after signing"));
            }
        }
        found.keySet().stream()
                .sorted()
                .map(name -> new SetFault(SetFault.Code.FILE_EXTRA, name + " is not in " + Manifest.NAME))
                .forEach(faults::add);
        return faults;
    }

    private void signature(
            Manifest manifest,
            PolicySet set,
            SignerRole role,
            Map<SignerRole, X509Certificate> signers,
            List<SetFault> faults) {
        byte[] signature = set.signatures().get(role);
        if (signature == null) {
            faults.add(new SetFault(SetFault.Code.SIGNATURE_MISSING, "the " + role.word() + " has not signed"));
            return;
        }
        switch (DetachedSignature.verify(manifest.bytes(), signature, trusted.of(role))) {
            case Check.Good good
            when good.at().isAfter(now.plus(SKEW)) ->
                faults.add(new SetFault(SetFault.Code.SIGNER_EXPIRED, file(role) + " was signed in the future"));
            case Check.Good good -> signers.put(role, good.signer());
            case Check.Bad bad -> faults.add(fault(role, bad.fault()));
        }
    }

    private static SetFault fault(SignerRole role, DetachedSignature.Fault fault) {
        return switch (fault) {
            case MALFORMED -> new SetFault(SetFault.Code.SIGNATURE_WRONG, file(role) + " is no signature");
            case OTHER_CONTENT ->
                new SetFault(SetFault.Code.SIGNATURE_WRONG, file(role) + " is over another " + Manifest.NAME);
            case NOT_TRUSTED ->
                new SetFault(SetFault.Code.SIGNER_NOT_TRUSTED, file(role) + " is not of a trusted " + role.word());
            case NOT_VALID_AT_SIGNING ->
                new SetFault(
                        SetFault.Code.SIGNER_EXPIRED,
                        file(role) + ": the certificate was not valid at the time of signing");
        };
    }

    private static boolean same(List<X509Certificate> two) {
        X509Certificate one = two.get(0);
        X509Certificate other = two.get(1);
        return one.getPublicKey().equals(other.getPublicKey())
                || one.getSubjectX500Principal().equals(other.getSubjectX500Principal());
    }

    private static String file(SignerRole role) {
        return SetFolder.SIGNATURES + "/" + role.file();
    }
}
