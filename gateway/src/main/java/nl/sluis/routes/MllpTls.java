package nl.sluis.routes;

import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import nl.sluis.tls.MutualPorts;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/** Gives Camel the node's own ports: versions, suites, groups and certificates are those of the node, and not of Camel's settings. */
final class MllpTls extends SSLContextParameters {

    private final MutualPorts ports;

    MllpTls(MutualPorts ports) {
        this.ports = ports;
    }

    @Override
    public SSLContext createSSLContext(CamelContext camel) {
        return new PortsOnly(ports);
    }

    private static final class PortsOnly extends SSLContext {

        private PortsOnly(MutualPorts ports) {
            super(new Spi(ports), null, "TLS");
        }
    }

    private static final class Spi extends SSLContextSpi {

        private final MutualPorts ports;

        private Spi(MutualPorts ports) {
            this.ports = ports;
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            return ports;
        }

        @Override
        protected void engineInit(
                KeyManager @Nullable [] keys, TrustManager @Nullable [] trust, @Nullable SecureRandom random) {
            throw other();
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            throw other();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            throw other();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            throw other();
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            throw other();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            throw other();
        }

        private static IllegalStateException other() {
            return new IllegalStateException("only ports are made of this");
        }
    }
}
