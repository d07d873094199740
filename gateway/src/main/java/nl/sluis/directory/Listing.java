package nl.sluis.directory;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.directory.DirectorySettings.Entry;
import nl.sluis.seal.HybridCertificates;
import org.jspecify.annotations.Nullable;

/** All organisations at one moment, verified as a whole: one that is at fault keeps the whole listing from being used. */
final class Listing {

    /**
     * Link-local (where clouds keep their secrets), multicast and unspecified addresses, as they can be written in a URI: RFC 6890. Not
     * the loopback: nodes of one host find each other there.
     */
    private static final Pattern UNROUTED = Pattern.compile(
            "169\\.254\\.|0\\.|2(2[4-9]|[3-5]\\d)\\.|\\d+$|0x|\\[(fe[89ab]|ff|:?:?(ffff:|0*:0*:)*(a9fe|169\\.254)|::\\])",
            Pattern.CASE_INSENSITIVE);

    private final Map<OrganisationId, Organisation> byId = new HashMap<>();
    private final Map<String, Organisation> byOin = new HashMap<>();
    private final List<Organisation> all = new ArrayList<>();

    /**
     * Reads a listing.
     *
     * @param today on which everyone who has not ended needs an endpoint and a certificate
     * @throws IllegalStateException naming the key of what cannot be used
     */
    Listing(List<Entry> entries, LocalDate today) {
        for (int i = 0; i < entries.size(); i++) {
            add(entries.get(i), key(i), today);
        }
        for (int i = 0; i < entries.size(); i++) {
            requireSuccessor(all.get(i), key(i) + ".successor");
        }
    }

    @Nullable
    Organisation find(OrganisationId id) {
        return byId.get(id);
    }

    @Nullable
    Organisation findByOin(String oin) {
        return byOin.get(oin);
    }

    /** Who is in it, in the order of the listing. */
    List<Organisation> all() {
        return List.copyOf(all);
    }

    private static String key(int i) {
        return "sluis.directory.organisations[" + i + "]";
    }

    private void add(Entry entry, String key, LocalDate today) {
        Organisation organisation = organisation(entry, key);
        if (byId.put(organisation.id(), organisation) != null || byOin.put(organisation.oin(), organisation) != null) {
            throw new IllegalStateException(key + ": id or oin occurs twice");
        }
        for (String alias : entry.aliases()) {
            if (byId.putIfAbsent(new OrganisationId(alias), organisation) != null) {
                throw new IllegalStateException(key + ".aliases: the name is taken");
            }
        }
        boolean ended = entry.until() != null && today.isAfter(entry.until());
        if (!ended && Dated.on(organisation.endpoints(), today).isEmpty()) {
            throw new IllegalStateException(key + ".endpoints: none holds today");
        }
        if (!ended && Dated.on(organisation.certificates(), today).isEmpty()) {
            throw new IllegalStateException(key + ".seal-certificates: none holds today");
        }
        // Otherwise a day without would open the way to weaker seals
        if (!ended
                && organisation.hybridHasBegun(today)
                && Dated.on(organisation.hybrid(), today).isEmpty()) {
            throw new IllegalStateException(key + ".hybrid: none holds today, though one did before");
        }
        all.add(organisation);
    }

    private void requireSuccessor(Organisation ended, String key) {
        if (ended.successor() == null) {
            return;
        }
        if (ended.until() == null) {
            throw new IllegalStateException(key + ": only who has a last day has a successor");
        }
        Set<Organisation> seen = new HashSet<>();
        for (Organisation next = ended; next != null && next.successor() != null; ) {
            if (!seen.add(next)) {
                throw new IllegalStateException(key + ": leads back to where it began");
            }
            next = byId.get(next.successor());
            if (next == null) {
                throw new IllegalStateException(key + ": not in the directory");
            }
        }
    }

    private static Organisation organisation(Entry entry, String key) {
        List<Dated<URI>> endpoints = new ArrayList<>();
        if (entry.endpoint() != null) {
            endpoints.add(new Dated<>(https(entry.endpoint(), key + ".endpoint"), null, null));
        }
        for (int i = 0; i < entry.endpoints().size(); i++) {
            DirectorySettings.Endpoint endpoint = entry.endpoints().get(i);
            endpoints.add(new Dated<>(
                    https(endpoint.address(), key + ".endpoints[" + i + "].address"),
                    endpoint.from(),
                    endpoint.until()));
        }
        List<Dated<X509Certificate>> certificates = new ArrayList<>();
        if (entry.sealCertificate() != null) {
            certificates.add(new Dated<>(certificate(entry.sealCertificate(), key + ".seal-certificate"), null, null));
        }
        for (int i = 0; i < entry.sealCertificates().size(); i++) {
            DirectorySettings.SealCertificate dated = entry.sealCertificates().get(i);
            certificates.add(new Dated<>(
                    certificate(dated.file(), key + ".seal-certificates[" + i + "].file"),
                    dated.from(),
                    dated.until()));
        }
        List<Dated<HybridCertificates>> hybrid = new ArrayList<>();
        for (int i = 0; i < entry.hybrid().size(); i++) {
            hybrid.add(hybrid(entry.hybrid().get(i), key + ".hybrid[" + i + "]."));
        }
        return new Organisation(
                new OrganisationId(entry.id()),
                entry.name(),
                entry.type(),
                entry.oin(),
                entry.telephone(),
                Dated.checked(endpoints, key + ".endpoints"),
                Dated.checked(certificates, key + ".seal-certificates"),
                Dated.checked(hybrid, key + ".hybrid"),
                entry.until(),
                entry.successor() == null ? null : new OrganisationId(entry.successor()));
    }

    private static Dated<HybridCertificates> hybrid(DirectorySettings.HybridSeal dated, String key) {
        X509Certificate agreement = certificate(dated.agreement(), key + "agreement");
        X509Certificate kem = certificate(dated.kem(), key + "kem");
        try {
            return new Dated<>(new HybridCertificates(agreement, kem), dated.from(), dated.until());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(key + e.getMessage(), e);
        }
    }

    // Who writes the listing must not be able to send this node's requests elsewhere than to a node
    private static URI https(URI address, String key) {
        if (!"https".equals(address.getScheme())) {
            throw new IllegalStateException(key + ": https only");
        }
        String host = address.getHost();
        if (host == null
                || address.getRawUserInfo() != null
                || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            throw new IllegalStateException(key + ": a host and a port only, no credentials, query or fragment");
        }
        if (UNROUTED.matcher(host).lookingAt()) {
            throw new IllegalStateException(key + ": no address of this link, of everybody or of nobody");
        }
        return address;
    }

    private static X509Certificate certificate(Path file, String key) {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(key + ": no certificate can be read from this file", e);
        }
    }
}
