package nl.sluis.zgw;

import java.nio.file.Path;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import nl.sluis.audit.AuditLog;
import nl.sluis.feed.Feed;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.Viewer;
import nl.sluis.tls.TlsProfile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ZgwConfiguration {

    /** Asks the feed when it is needed: the feed itself tells of what happens, and is made after whoever hears of it. */
    @Bean
    @ConditionalOnProperty("sluis.zgw.cases")
    CaseSystem caseSystem(
            ZgwSettings settings,
            TlsProfile profile,
            SslBundles bundles,
            ObjectProvider<Feed> feed,
            AuditLog audit,
            Clock clock) {
        settings.require();
        return new CaseSystem(
                settings,
                () -> context(settings, profile, bundles),
                item -> feed.getObject().find(item, new Viewer.Organisation()).map(FeedItem::message),
                audit,
                clock);
    }

    // Read again at each attempt, as a file that was renewed is
    private static SSLContext context(ZgwSettings settings, TlsProfile profile, SslBundles bundles) {
        SslBundle node = bundles.getBundle(TlsProfile.BUNDLE);
        Path trust = settings.trust();
        SslBundle trusted = trust == null
                ? node
                : SslBundle.of(new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate("file:" + trust)));
        return profile.forCalls(node, trusted.getManagers().getTrustManagers());
    }
}
