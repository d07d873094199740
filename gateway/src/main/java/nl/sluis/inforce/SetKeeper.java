package nl.sluis.inforce;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.sluis.audit.AuditLog;
import nl.sluis.policy.ClosedRules;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.RulesInForce;
import nl.sluis.policy.rules.RuleBook;
import nl.sluis.policyset.Manifest;
import nl.sluis.policyset.PolicySet;
import nl.sluis.policyset.Predecessor;
import nl.sluis.policyset.RefusedSet;
import nl.sluis.policyset.RulesCheck;
import nl.sluis.policyset.SetFault;
import nl.sluis.policyset.SetFolder;
import nl.sluis.policyset.SetVerifier;
import nl.sluis.policyset.TrustedSigners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the sets of this node. A new one decides when everything about it is in order, and until then the last good one does;
 * when there is none, everything is denied. What decides is one reference, so that no decision sees half a change.
 */
final class SetKeeper implements RulesInForce {

    private static final Logger LOG = LoggerFactory.getLogger(SetKeeper.class);

    private final PolicySettings settings;
    private final TrustedSigners trusted;
    private final Stored stored;
    private final Clock clock;

    private volatile Chain chain = Chain.EMPTY;
    private volatile List<SetFault> refused = List.of();
    /** Why the last accepted set can no longer decide; empty when it can. */
    private List<SetFault> lost = List.of();

    /** Where accepted sets are written down, with the audit, in one transaction. */
    record Stored(AcceptedSetStore store, AuditLog audit, TransactionTemplate transaction) {}

    SetKeeper(PolicySettings settings, Stored stored, Clock clock) {
        this.settings = settings;
        this.trusted = trusted(settings);
        this.stored = stored;
        this.clock = clock;
    }

    /**
     * Reads whom to trust.
     *
     * @throws IllegalStateException naming the setting
     */
    static TrustedSigners trusted(PolicySettings settings) {
        try {
            return TrustedSigners.read(settings.privacyOfficers(), settings.lawyers());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "sluis.policy.privacy-officers, sluis.policy.lawyers: a file holds no certificate", e);
        }
    }

    @Override
    public RuleBook on(LocalDate day) {
        return settings.set() == null ? RuleSets.builtIn() : chain.on(day);
    }

    /** Why the set in the folder is not used; empty when it is, or when none is configured. */
    List<SetFault> refused() {
        return refused;
    }

    /** Whether nothing may leave on that day for want of rules. */
    boolean closed(LocalDate day) {
        return on(day).hash().equals(ClosedRules.book().hash());
    }

    /** Takes up the sets that were accepted before, then looks at the folder. Called once, before the first decision. */
    synchronized void start() {
        if (settings.set() == null) {
            if (!stored.store().hashes().isEmpty()) {
                throw new IllegalStateException("sluis.policy.set: this node has decided by signed policy sets;"
                        + " without their folder it would go back to rules that nobody signed");
            }
            LOG.warn(
                    "no policy set is configured (sluis.policy.set): the rules of the program decide, signed by nobody");
            return;
        }
        refresh();
        try {
            look();
        } catch (IllegalStateException e) {
            // Another process of this node accepted it at this moment
            refresh();
            look();
        }
    }

    // Several processes of a node share what they accepted
    private void refresh() {
        if (chain.hashes().equals(stored.store().hashes())) {
            return;
        }
        List<Link> links = new ArrayList<>();
        for (AcceptedSetStore.Accepted accepted : stored.store().all()) {
            links.add(link(accepted));
        }
        chain = new Chain(links);
    }

    // A set that can no longer be trusted or read leaves no way back to the one before it, which may be laxer; the next
    // follows it
    private Link link(AcceptedSetStore.Accepted accepted) {
        List<SetFault> faults;
        try {
            Manifest manifest = new SetVerifier(trusted, clock.instant()).verify(accepted.set());
            RuleBook book = accepted.set().book();
            faults = RulesCheck.faults(book, manifest);
            if (faults.isEmpty()) {
                lost = List.of();
                return new Link(manifest.hash(), manifest.policy(), manifest.validFrom(), book, book);
            }
        } catch (RefusedSet e) {
            faults = e.faults();
        }
        LOG.error(
                "policy set {} was accepted and can no longer be used, its days deny everything: {}",
                accepted.hash(),
                faults);
        lost = faults;
        Predecessor before = predecessor(accepted);
        return new Link(accepted.hash(), before.policy(), accepted.validFrom(), ClosedRules.book(), before.rules());
    }

    private static Predecessor predecessor(AcceptedSetStore.Accepted accepted) {
        try {
            return Predecessor.of(accepted.set());
        } catch (RefusedSet e) {
            return new Predecessor(ClosedRules.book().hash(), ClosedRules.book());
        }
    }

    /** Looks at the folder: a set that follows and is in order is accepted, everything else is told once. */
    synchronized void look() {
        Path folder = settings.set();
        if (folder == null) {
            return;
        }
        try {
            PolicySet set = SetFolder.read(folder);
            SetVerifier verifier = new SetVerifier(trusted, clock.instant());
            Manifest manifest = verifier.verify(set);
            refresh();
            if (!chain.isHead(manifest)) {
                for (PolicySet before : new EarlierSets(settings.earlier()).between(chain.head(), manifest)) {
                    accept(chain.with(before, verifier), before.readManifest(), before);
                }
                accept(chain.with(set, verifier), manifest, set);
                lost = List.of();
            }
            if (lost.isEmpty()) {
                refused = List.of();
            } else {
                refuse(lost);
            }
        } catch (RefusedSet e) {
            refuse(e.faults());
        }
    }

    private void accept(Chain longer, Manifest manifest, PolicySet set) {
        stored.transaction().executeWithoutResult(status -> {
            stored.store().lock();
            if (!chain.hashes().equals(stored.store().hashes())) {
                throw new IllegalStateException("another process accepted a set at this moment; looked at again");
            }
            stored.store().insert(manifest, set, clock.instant());
            stored.audit()
                    .append(
                            "policy.accepted",
                            null,
                            Map.of(
                                    "policy", manifest.policy(),
                                    "manifest", manifest.hash(),
                                    "previous", manifest.previous(),
                                    "difference", manifest.difference(),
                                    "validFrom", manifest.validFrom().toString()));
        });
        chain = longer;
        LOG.info("policy set accepted: {} decides from {}", manifest.policy(), manifest.validFrom());
    }

    private void refuse(List<SetFault> faults) {
        if (faults.equals(refused)) {
            return;
        }
        String codes =
                faults.stream().map(fault -> fault.code().name()).distinct().collect(Collectors.joining(" "));
        LOG.error("policy set refused: {}; the last good one stays", faults);
        stored.transaction()
                .executeWithoutResult(status ->
                        stored.audit().append("policy.refused", null, Map.of("codes", codes, "policy", chain.head())));
        refused = faults;
    }
}
