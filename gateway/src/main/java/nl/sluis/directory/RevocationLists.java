package nl.sluis.directory;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.sluis.seal.RevocationStatus;

/**
 * Revocation lists that were read and verified. Not {@code PKIXRevocationChecker}: it asks at addresses that certificates name,
 * and does not tell since when.
 */
record RevocationLists(List<X509CRL> lists) {

    /** Says that a list goes by number only (RFC 5280, 5.2.3); whatever else is critical is not understood, as of parts of lists. */
    private static final Set<String> UNDERSTOOD = Set.of("2.5.29.20");

    /** Among the key usages (RFC 5280, 4.2.1.3). */
    private static final int CRL_SIGN = 6;

    static final RevocationLists NONE = new RevocationLists(List.of());

    RevocationLists {
        lists = List.copyOf(lists);
    }

    /**
     * Checks that a list is of one of these authorities and is a whole one.
     *
     * @throws IllegalStateException saying what it is not
     */
    static X509CRL verified(X509CRL list, List<X509Certificate> authorities) {
        Set<String> critical = list.getCriticalExtensionOIDs();
        if (critical != null && !UNDERSTOOD.containsAll(critical)) {
            throw new IllegalStateException("is a part of a list, or changes of one");
        }
        if (list.getNextUpdate() == null) {
            throw new IllegalStateException("does not say when it is renewed");
        }
        if (authorities.stream().noneMatch(authority -> issued(authority, list))) {
            throw new IllegalStateException("is signed by no authority of sluis.node.tls.trust");
        }
        return list;
    }

    RevocationStatus of(X509Certificate certificate, Instant now) {
        boolean current = false;
        for (X509CRL list : lists) {
            if (list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())) {
                X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
                // Also by a list that is too old: what was taken back is not given again
                if (entry != null) {
                    return new RevocationStatus.Revoked(
                            entry.getRevocationDate().toInstant());
                }
                current |= !now.isAfter(list.getNextUpdate().toInstant());
            }
        }
        return current ? new RevocationStatus.Good() : new RevocationStatus.Unknown();
    }

    /** How many of them should have been renewed by now. */
    long overdue(Instant now) {
        return lists.stream()
                .filter(list -> now.isAfter(list.getNextUpdate().toInstant()))
                .count();
    }

    private static boolean issued(X509Certificate authority, X509CRL list) {
        try {
            boolean[] usage = authority.getKeyUsage();
            if (!authority.getSubjectX500Principal().equals(list.getIssuerX500Principal())
                    || (usage != null && !usage[CRL_SIGN])) {
                return false;
            }
            list.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
