package nl.sluis.brp;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import nl.sluis.audit.AuditLog;
import nl.sluis.audit.ReadLog;
import nl.sluis.custody.StatedCustody;
import nl.sluis.node.NodeSettings;
import nl.sluis.tls.TlsProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class BrpConfiguration {

    @Bean
    BrpAccess brpAccess(BrpSettings settings, NodeSettings self, TlsProfile profile, SslBundles bundles) {
        settings.require(self.type());
        return new BrpAccess(register(settings, profile, bundles));
    }

    /** Empty when the configuration names none. */
    static Optional<Brp> register(BrpSettings settings, TlsProfile profile, SslBundles bundles) {
        URI url = settings.url();
        return url == null
                ? Optional.empty()
                : Optional.of(new BrpClient(settings, url, () -> context(settings, profile, bundles)));
    }

    /** The register; empty when the configuration names none. */
    record BrpAccess(Optional<Brp> brp) {}

    @Bean
    CustodyLookup custodyLookup(
            BrpAccess access,
            StatedCustody stated,
            ReadLog reads,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transactions) {
        return new CustodyLookup(access.brp(), stated, reads, audit, clock, transactions);
    }

    // Read again at each question, as files that were renewed are
    private static SSLContext context(BrpSettings settings, TlsProfile profile, SslBundles bundles) {
        SslBundle node = bundles.getBundle(TlsProfile.BUNDLE);
        SslBundle shown = settings.certificate() == null ? node : bundle(stored(settings), null);
        SslBundle trusted = settings.trust() == null ? node : bundle(null, certificates(settings.trust()));
        return profile.forCalls(shown, trusted.getManagers().getTrustManagers());
    }

    private static SslBundle bundle(@Nullable PemSslStoreDetails own, @Nullable PemSslStoreDetails trust) {
        return SslBundle.of(new PemSslStoreBundle(own, trust));
    }

    private static PemSslStoreDetails stored(BrpSettings settings) {
        return certificates(settings.certificate()).withPrivateKey(location(settings.privateKey()));
    }

    private static PemSslStoreDetails certificates(@Nullable Path file) {
        return PemSslStoreDetails.forCertificate(location(file));
    }

    private static String location(@Nullable Path file) {
        return "file:" + file;
    }
}
