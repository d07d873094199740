package nl.sluis.checkpoint;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.sluis.audit.AuditEntry;
import nl.sluis.audit.Chain;
import nl.sluis.audit.MerkleFrontier;
import nl.sluis.seal.Notary;
import nl.sluis.seal.TimeStamps;
import org.jspecify.annotations.Nullable;

/**
 * Checks a log as it is read from its first entry to its last, with what was signed about it at the sizes where it was signed. It
 * stops believing at the first thing that is wrong, and names that place.
 */
public final class LogCheck {

    private final String origin;
    private final Trust trust;
    private final TreeMap<Long, Kept> seen = new TreeMap<>();
    private final Chain chain = new Chain();
    private final MerkleFrontier tree = new MerkleFrontier();
    private final Map<String, Long> witnesses = new TreeMap<>();
    private final Set<String> reservations = new LinkedHashSet<>();

    private long signed;
    private long signedByTrusted;
    private final List<String> stamps = new ArrayList<>();
    private @Nullable Checkpoint current;
    private Instant signedAt = Instant.MAX;
    private byte[] currentCms = new byte[0];
    private @Nullable String broken;

    /**
     * Of one log.
     *
     * @param trusted certificates of who may have signed, or of authorities that issued theirs; empty when there are none
     */
    public LogCheck(String origin, List<X509Certificate> trusted) {
        this.origin = origin;
        this.trust = new Trust(trusted);
    }

    /**
     * What was found.
     *
     * @param origin whose log it says to be; what was signed says so too
     * @param broken the first place that is not as it was written; null when there is none
     * @param entries how many were read up to there
     * @param signed up to which entry the node signed
     * @param witnesses up to which entry each witness signed, by OIN
     * @param stamps what authorities stamped with their time
     * @param reservations what this check cannot say, or a person should know
     */
    public record Outcome(
            String origin,
            @Nullable String broken,
            long entries,
            long signed,
            Map<String, Long> witnesses,
            List<String> stamps,
            List<String> reservations) {

        /** Wrong at a place that another check found before anything that was signed was looked at. */
        public static Outcome brokenAt(String origin, String place) {
            return new Outcome(origin, place, 0, 0, Map.of(), List.of(), List.of());
        }
    }

    /** The root that somebody else kept of one size, and when that was signed. */
    private record Kept(String root, Instant signedAt) {}

    /** Something that somebody else kept: a countersignature, or a checkpoint. False when it is neither, or nobody's who counts. */
    public boolean expect(byte[] cms) {
        Optional<Notary.Statement> statement =
                trust.ofLog(cms, origin, true).or(() -> trust.ofAnother(cms, origin, true));
        Optional<Checkpoint> kept = statement
                .flatMap(found -> Countersignature.parse(found.text())
                        .map(Countersignature::checkpoint)
                        .or(() -> Checkpoint.parse(found.text())))
                .filter(checkpoint -> checkpoint.origin().equals(origin));
        kept.ifPresent(checkpoint -> {
            Kept other = seen.put(
                    checkpoint.size(),
                    new Kept(checkpoint.root(), statement.get().signedAt()));
            if (other != null && !other.root().equals(checkpoint.root())) {
                fail("checkpoint " + checkpoint.size() + ": two that were kept contradict each other");
            }
        });
        return kept.isPresent();
    }

    /** The next entry. */
    public void entry(AuditEntry entry) {
        if (broken != null) {
            return;
        }
        if (!chain.accepts(entry)) {
            fail("entry " + (chain.last() + 1) + ": altered, removed, put in or moved");
            return;
        }
        tree.add(entry.leafHash());
        current = null;
        Kept kept = seen.remove(tree.size());
        if (kept != null
                && !Checkpoint.of(origin, tree.size(), tree.root()).root().equals(kept.root())) {
            fail(span() + ": not those that a kept checkpoint of " + tree.size() + " entries was signed over");
        }
    }

    /** A checkpoint as it was kept: size and root beside the signature must be those that were signed. */
    public void checkpoint(SignedCheckpoint kept) {
        checkpoint(kept.cms());
        if (broken == null && !kept.checkpoint().equals(current)) {
            fail("checkpoint " + kept.checkpoint().size() + ": not kept as it was signed");
        }
    }

    /** A checkpoint, which stands right after its last entry. */
    public void checkpoint(byte[] cms) {
        if (broken != null) {
            return;
        }
        Optional<Notary.Statement> statement = trust.ofLog(cms, origin, true);
        boolean trusted = statement.isPresent();
        if (!trusted) {
            statement = trust.ofLog(cms, origin, false);
            reservations.add("the node's signature was not checked by a certificate that you trust");
        }
        Optional<Checkpoint> read = statement.flatMap(found -> Checkpoint.parse(found.text()));
        if (read.isEmpty() || !read.get().origin().equals(origin)) {
            fail("checkpoint after entry " + chain.last() + ": not signed by the node whose log this is");
        } else if (read.get().size() != chain.last()) {
            fail("entry " + (Math.min(read.get().size(), chain.last()) + 1) + ": the checkpoint after entry "
                    + chain.last() + " was signed over " + read.get().size() + " entries");
        } else if (!MessageDigest.isEqual(read.get().rootBytes(), tree.root())) {
            fail(span() + ": not those that checkpoint " + read.get().size() + " was signed over");
        } else {
            signed = chain.last();
            signedAt = statement.get().signedAt();
            signedByTrusted = trusted ? signed : signedByTrusted;
            currentCms = cms;
            current = read.get();
        }
    }

    /** What a witness said about the checkpoint before it. */
    public void countersignature(byte[] cms) {
        if (broken != null) {
            return;
        }
        Optional<Notary.Statement> statement = trust.ofAnother(cms, origin, true);
        Optional<Countersignature> word = statement.flatMap(found -> Countersignature.parse(found.text()));
        if (word.isEmpty()) {
            boolean somebodys = trust.ofAnother(cms, origin, false)
                    .flatMap(found -> Countersignature.parse(found.text()))
                    .isPresent();
            if (somebodys) {
                reservations.add("a countersignature is of somebody that you do not trust");
            } else {
                fail("countersignature at entry " + chain.last() + ": not signed by a witness");
            }
        } else if (current == null || !word.get().checkpoint().equals(current)) {
            long before =
                    Trust.oinOf(statement.get().signer()).map(witnesses::get).orElse(0L);
            fail(span(before) + ": a witness signed something else at "
                    + word.get().checkpoint().size() + " entries");
        } else {
            String oin = Trust.oinOf(statement.get().signer()).orElse("?");
            witnesses.put(oin, chain.last());
            word.get().breaks().forEach(b -> reservations.add(told(oin, b)));
        }
    }

    /** A time-stamp (RFC 3161) on the checkpoint before it. */
    void timestamp(byte[] token) {
        if (broken != null) {
            return;
        }
        Optional<TimeStamps.Stamp> stamp = TimeStamps.read(token, currentCms, trust.given());
        if (current != null && stamp.isPresent()) {
            stamps.add(chain.last() + " entries were there at " + stamp.get().at() + ", says "
                    + stamp.get().authority().getSubjectX500Principal().getName());
        } else if (current != null && TimeStamps.isOver(token, currentCms)) {
            reservations.add("a time-stamp is of an authority that you do not trust");
        } else {
            fail("time-stamp at entry " + chain.last() + ": not over the checkpoint before it");
        }
    }

    /** How many entries there should have been. */
    void count(long entries) {
        if (entries != chain.last()) {
            fail("entry " + (Math.min(entries, chain.last()) + 1) + ": " + entries + " entries were written and "
                    + chain.last() + " are there");
        }
    }

    /** Something that cannot be read at all. */
    public void unreadable(String place) {
        fail(place + ": cannot be read");
    }

    /** After the last. */
    public Outcome end() {
        seen.forEach(this::beyond);
        // One of an earlier seal is covered by the next; after the last one there is nothing but a stranger's word
        if (broken == null && signedByTrusted < signed && trust.knows(origin)) {
            fail("entries " + (signedByTrusted + 1) + " to " + signed
                    + ": signed by another certificate in the node's name than those of it that you trust");
        }
        if (broken == null && signed < chain.last()) {
            reservations.add("entries " + (signed + 1) + " to " + chain.last() + " are not signed yet");
        }
        if (broken == null && trust.nobody()) {
            reservations.add("you trust nobody: whoever made this could have signed it");
        }
        if (broken == null && witnesses.isEmpty()) {
            reservations.add(
                    "no witness that you trust signed: who has the node's keys could have rewritten everything");
        }
        return new Outcome(
                origin,
                broken,
                chain.last(),
                signed,
                Map.copyOf(witnesses),
                List.copyOf(stamps),
                List.copyOf(reservations));
    }

    // A log goes on after it was written out; what was signed before that must be in it
    private void beyond(long size, Kept kept) {
        if (broken == null && kept.signedAt().isAfter(signedAt)) {
            reservations.add("what was kept of " + size + " entries was signed at " + kept.signedAt()
                    + ", after the end of this: entries from " + (chain.last() + 1)
                    + " are of later, or were cut off");
        } else {
            fail("entry " + (chain.last() + 1) + ": the log ends, and a checkpoint of " + size + " entries was signed");
        }
    }

    static String told(String witness, Countersignature.Break broken) {
        return "witness " + witness + " admitted at " + broken.admittedAt()
                + " that this log does not go on from a checkpoint of " + broken.size() + " entries that it had seen";
    }

    private String span() {
        return span(signed);
    }

    /** What was read after so many entries. */
    private String span(long before) {
        return before + 1 >= chain.last() ? "entry " + chain.last() : "entries " + (before + 1) + " to " + chain.last();
    }

    private void fail(String place) {
        if (broken == null) {
            broken = place;
        }
    }
}
