package nl.sluis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

class PinnedTlsTest {

    @Test
    void tellsWhenTheNodesCertificatesWereRenewed() {
        DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
        bundles.registerBundle("node", SslBundle.of(SslStoreBundle.NONE));
        PinnedTls tls = new PinnedTls(bundles);
        assertThat(tls.renewals()).isZero();
        bundles.updateBundle("node", SslBundle.of(SslStoreBundle.NONE));
        assertThat(tls.renewals()).isEqualTo(1);
    }
}
