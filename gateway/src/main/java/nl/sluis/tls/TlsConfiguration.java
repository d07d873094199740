package nl.sluis.tls;

import java.util.function.Supplier;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TlsConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> profiledPort(TlsProfile profile, SslBundles bundles) {
        return factory -> profiled(factory, profile, () -> bundles.getBundle(TlsProfile.BUNDLE));
    }

    /** Has the port of this factory keep to the profile. */
    static void profiled(TomcatServletWebServerFactory factory, TlsProfile profile, Supplier<SslBundle> bundle) {
        factory.setProtocol(NodeProtocol.class.getName());
        factory.addProtocolHandlerCustomizers((NodeProtocol handler) -> handler.use(profile, bundle));
    }
}
