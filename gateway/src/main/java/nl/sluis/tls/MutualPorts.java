package nl.sluis.tls;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocket;

/**
 * Ports of which each connection has the certificate of whoever made it, and the node's certificate of that moment. Who it was is
 * told by the address from which it came, since what reads a connection does not always show it.
 */
public final class MutualPorts extends SSLServerSocketFactory {

    private final Supplier<SSLContext> context;
    private final Supplier<SSLParameters> profile;
    // Who forgets a connection without closing it leaves it to the collector, which closes it: nothing here may hold it
    private final Map<String, WeakReference<SSLSocket>> open = new ConcurrentHashMap<>();

    MutualPorts(Supplier<SSLContext> context, Supplier<SSLParameters> profile) {
        this.context = context;
        this.profile = profile;
    }

    /**
     * Who made a connection that is open.
     *
     * @param address as {@code Socket.getRemoteSocketAddress} has it as text
     * @return the chain that was shown and trusted; empty when there is no such connection, or no certificate
     */
    public Optional<X509Certificate[]> caller(String address) {
        WeakReference<SSLSocket> known = open.get(address);
        SSLSocket connection = known == null ? null : known.get();
        if (connection == null || connection.isClosed()) {
            return Optional.empty();
        }
        try {
            return connection.getSession().getPeerCertificates() instanceof X509Certificate[] chain
                    ? Optional.of(chain)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return profile.get().getCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return getDefaultCipherSuites();
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new Port();
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return createServerSocket(port, 0);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return bound(new InetSocketAddress(port), backlog);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return bound(new InetSocketAddress(address, port), backlog);
    }

    private ServerSocket bound(InetSocketAddress address, int backlog) throws IOException {
        ServerSocket port = new Port();
        port.bind(address, backlog);
        return port;
    }

    private SSLSocket secured(Socket plain) throws IOException {
        // Its address as it is: a name would be asked of whoever answers for it
        SSLSocket secured = (SSLSocket) context.get()
                .getSocketFactory()
                .createSocket(plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true);
        secured.setUseClientMode(false);
        SSLParameters parameters = profile.get();
        parameters.setNeedClientAuth(true);
        secured.setSSLParameters(parameters);
        open.values().removeIf(MutualPorts::isGone);
        open.put(String.valueOf(secured.getRemoteSocketAddress()), new WeakReference<>(secured));
        return secured;
    }

    private static boolean isGone(WeakReference<SSLSocket> known) {
        SSLSocket connection = known.get();
        return connection == null || connection.isClosed();
    }

    private final class Port extends ServerSocket {

        private Port() throws IOException {}

        @Override
        public Socket accept() throws IOException {
            while (true) {
                Socket plain = super.accept();
                try {
                    return secured(plain);
                } catch (IOException gone) {
                    // Who left before it began is no reason to take nobody any more
                    plain.close();
                }
            }
        }
    }
}
