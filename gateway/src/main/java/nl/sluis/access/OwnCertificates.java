package nl.sluis.access;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import nl.sluis.node.Dutch;
import nl.sluis.node.NodeSettings;
import nl.sluis.node.StartCheck;

/**
 * The certificates that this organisation renews itself: of the node for TLS and for seals, and of its own systems. They are read where they
 * stand, so that one that was renewed counts from then on.
 */
final class OwnCertificates {

    private final Map<String, Path> files = new LinkedHashMap<>();
    private final Duration notice;
    private final Clock clock;

    OwnCertificates(
            NodeSettings.Tls tls,
            NodeSettings.Keys keys,
            AccessSettings access,
            CertificateSettings settings,
            Clock clock) {
        this.notice = settings.notice();
        this.clock = clock;
        files.put("sluis.node.tls.certificate", tls.certificate());
        files.put("sluis.node.keys.seal-certificate", keys.sealCertificate());
        for (int i = 0; i < keys.more().size(); i++) {
            files.put(
                    "sluis.node.keys.more[" + i + "].certificate",
                    keys.more().get(i).certificate());
        }
        for (int i = 0; i < keys.hybrid().size(); i++) {
            String pair = "sluis.node.keys.hybrid[" + i + "].";
            files.put(pair + "agreement-certificate", keys.hybrid().get(i).agreementCertificate());
            files.put(pair + "kem-certificate", keys.hybrid().get(i).kemCertificate());
        }
        for (int i = 0; i < access.systems().size(); i++) {
            files.put(
                    "sluis.access.systems[" + i + "].certificate",
                    access.systems().get(i).certificate());
        }
    }

    /**
     * Which run out within the notice, or have: by the key of the setting, with the last day. A file that cannot be read now is left out; that is
     * told where it is used.
     */
    Map<String, LocalDate> runningOut() {
        Instant until = clock.instant().plus(notice);
        Map<String, LocalDate> days = new TreeMap<>();
        files.forEach((key, file) -> {
            Instant end = end(file, key);
            if (end.isBefore(until)) {
                days.put(key, Dutch.day(end));
            }
        });
        return days;
    }

    // The first of a chain is the own one; the others are an authority's
    private static Instant end(Path file, String key) {
        try {
            X509Certificate own =
                    StartCheck.requireCertificates(file, key, true).getFirst();
            return own.getNotAfter().toInstant();
        } catch (IllegalStateException e) {
            return Instant.MAX;
        }
    }
}
