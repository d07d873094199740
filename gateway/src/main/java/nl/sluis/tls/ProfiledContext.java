package nl.sluis.tls;

import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** A context whose engines keep to the profile. Its sockets do not, which nothing in the product makes. */
final class ProfiledContext extends SSLContext {

    ProfiledContext(SSLContext context, TlsProfile profile, Handshakes.Side side) {
        super(new Engines(context, profile, side), context.getProvider(), context.getProtocol());
    }

    private static final class Engines extends SSLContextSpi {

        private final SSLContext context;
        private final TlsProfile profile;
        private final Handshakes.Side side;

        Engines(SSLContext context, TlsProfile profile, Handshakes.Side side) {
            this.context = context;
            this.profile = profile;
            this.side = side;
        }

        @Override
        protected void engineInit(
                KeyManager @Nullable [] keys, TrustManager @Nullable [] trust, @Nullable SecureRandom random) {
            throw new IllegalStateException("it was given its keys when it was made");
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            return new ProfiledEngine(context.createSSLEngine(), profile, side);
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return new ProfiledEngine(context.createSSLEngine(host, port), profile, side);
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            return context.getSocketFactory();
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            return context.getServerSocketFactory();
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return context.getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return context.getClientSessionContext();
        }

        @Override
        protected SSLParameters engineGetDefaultSSLParameters() {
            return context.getDefaultSSLParameters();
        }

        @Override
        protected SSLParameters engineGetSupportedSSLParameters() {
            return context.getSupportedSSLParameters();
        }
    }
}
