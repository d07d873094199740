package nl.sluis.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.directory.DirectorySettings.Entry;
import nl.sluis.node.Dutch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds organisations. An organisation that has ended is not found: a lapsed endpoint receives nothing. */
@Component
public final class Directory {

    private final Map<OrganisationId, Partner> byId = new HashMap<>();
    private final Map<String, Partner> byOin = new HashMap<>();
    private final Map<OrganisationId, String> telephones = new HashMap<>();
    private final Clock clock;

    /**
     * @throws IllegalStateException naming the key of a setting that cannot be used
     */
    public Directory(DirectorySettings settings, Clock clock) {
        this.clock = clock;
        for (int i = 0; i < settings.organisations().size(); i++) {
            String key = "sluis.directory.organisations[" + i + "]";
            Partner partner = partner(settings.organisations().get(i), key);
            if (byId.put(partner.id(), partner) != null || byOin.put(partner.oin(), partner) != null) {
                throw new IllegalStateException(key + ": id or oin occurs twice");
            }
            String telephone = settings.organisations().get(i).telephone();
            if (telephone != null) {
                telephones.put(partner.id(), telephone);
            }
            for (String alias : settings.organisations().get(i).aliases()) {
                if (byId.putIfAbsent(new OrganisationId(alias), partner) != null) {
                    throw new IllegalStateException(key + ".aliases: the name is taken");
                }
            }
        }
    }

    /** The organisation of that name or alias, when it may be addressed today. */
    public Optional<Partner> find(OrganisationId id) {
        return active(byId.get(id));
    }

    /** The organisation whose node's certificate carries this OIN. */
    public Optional<Partner> findByOin(String oin) {
        return active(byOin.get(oin));
    }

    /** The name for people; the identifier itself for an organisation that is not known. */
    public String nameOf(OrganisationId id) {
        Partner partner = byId.get(id);
        return partner == null ? id.value() : partner.name();
    }

    /** Where to call it in an emergency, also one that has ended; empty when that is not known. */
    public Optional<String> telephoneOf(OrganisationId id) {
        return Optional.ofNullable(telephones.get(id));
    }

    private Optional<Partner> active(@Nullable Partner partner) {
        return Optional.ofNullable(partner).filter(p -> p.activeOn(Dutch.day(clock.instant())));
    }

    private static Partner partner(Entry entry, String key) {
        if (!"https".equals(entry.endpoint().getScheme())) {
            throw new IllegalStateException(key + ".endpoint: https only");
        }
        return new Partner(
                new OrganisationId(entry.id()),
                entry.name(),
                entry.type(),
                entry.oin(),
                entry.endpoint(),
                certificate(entry.sealCertificate(), key + ".seal-certificate"),
                entry.until());
    }

    private static X509Certificate certificate(Path file, String key) {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(key + ": no certificate can be read from this file", e);
        }
    }
}
