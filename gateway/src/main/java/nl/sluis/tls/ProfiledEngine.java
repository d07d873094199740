package nl.sluis.tls;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BiFunction;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * An engine that has the versions, suites and groups of the profile, whatever its user sets: the JDK's client drops groups on its
 * way here, and the container takes those of whoever calls. Once its handshake shows it, it counts the group that was chosen.
 */
final class ProfiledEngine extends SSLEngine {

    private final SSLEngine engine;
    private final TlsProfile profile;
    private final Handshakes.Side side;
    private boolean counted;

    ProfiledEngine(SSLEngine engine, TlsProfile profile, Handshakes.Side side) {
        super(engine.getPeerHost(), engine.getPeerPort());
        this.engine = engine;
        this.profile = profile;
        this.side = side;
        setSSLParameters(engine.getSSLParameters());
    }

    @Override
    public void setSSLParameters(SSLParameters parameters) {
        profile.apply(parameters);
        engine.setSSLParameters(parameters);
    }

    /** Nothing: the profile has them. */
    @Override
    public void setEnabledCipherSuites(String[] suites) {}

    /** Nothing: the profile has them. */
    @Override
    public void setEnabledProtocols(String[] protocols) {}

    @Override
    public SSLEngineResult wrap(ByteBuffer[] from, int offset, int length, ByteBuffer to) throws SSLException {
        int start = to.position();
        SSLEngineResult result = engine.wrap(from, offset, length, to);
        if (side == Handshakes.Side.SERVER) {
            look(to, start, result.bytesProduced());
        }
        return result;
    }

    @Override
    public SSLEngineResult unwrap(ByteBuffer from, ByteBuffer[] to, int offset, int length) throws SSLException {
        int start = from.position();
        SSLEngineResult result = engine.unwrap(from, to, offset, length);
        if (side == Handshakes.Side.CLIENT) {
            look(from, start, result.bytesConsumed());
        }
        return result;
    }

    private void look(ByteBuffer buffer, int start, int length) {
        if (!counted && length > 0) {
            ChosenGroup.in(buffer.duplicate().position(start).limit(start + length))
                    .ifPresent(group -> {
                        counted = true;
                        profile.handshakes().count(side, group);
                    });
        }
    }

    @Override
    public void beginHandshake() throws SSLException {
        engine.beginHandshake();
    }

    @Override
    public void closeInbound() throws SSLException {
        engine.closeInbound();
    }

    @Override
    public void closeOutbound() {
        engine.closeOutbound();
    }

    @Override
    public @Nullable Runnable getDelegatedTask() {
        return engine.getDelegatedTask();
    }

    @Override
    public boolean getEnableSessionCreation() {
        return engine.getEnableSessionCreation();
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return engine.getEnabledCipherSuites();
    }

    @Override
    public String[] getEnabledProtocols() {
        return engine.getEnabledProtocols();
    }

    @Override
    public SSLEngineResult.HandshakeStatus getHandshakeStatus() {
        return engine.getHandshakeStatus();
    }

    @Override
    public boolean getNeedClientAuth() {
        return engine.getNeedClientAuth();
    }

    @Override
    public SSLSession getSession() {
        return engine.getSession();
    }

    @Override
    public @Nullable SSLSession getHandshakeSession() {
        return engine.getHandshakeSession();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return engine.getSupportedCipherSuites();
    }

    @Override
    public String[] getSupportedProtocols() {
        return engine.getSupportedProtocols();
    }

    @Override
    public boolean getUseClientMode() {
        return engine.getUseClientMode();
    }

    @Override
    public boolean getWantClientAuth() {
        return engine.getWantClientAuth();
    }

    @Override
    public boolean isInboundDone() {
        return engine.isInboundDone();
    }

    @Override
    public boolean isOutboundDone() {
        return engine.isOutboundDone();
    }

    @Override
    public @Nullable String getApplicationProtocol() {
        return engine.getApplicationProtocol();
    }

    @Override
    public @Nullable String getHandshakeApplicationProtocol() {
        return engine.getHandshakeApplicationProtocol();
    }

    @Override
    public void setEnableSessionCreation(boolean flag) {
        engine.setEnableSessionCreation(flag);
    }

    @Override
    public void setNeedClientAuth(boolean need) {
        engine.setNeedClientAuth(need);
    }

    @Override
    public void setUseClientMode(boolean mode) {
        engine.setUseClientMode(mode);
    }

    @Override
    public void setWantClientAuth(boolean want) {
        engine.setWantClientAuth(want);
    }

    @Override
    public SSLParameters getSSLParameters() {
        return engine.getSSLParameters();
    }

    @Override
    public void setHandshakeApplicationProtocolSelector(
            @Nullable BiFunction<SSLEngine, List<String>, String> selector) {
        engine.setHandshakeApplicationProtocolSelector(selector);
    }

    @Override
    public @Nullable BiFunction<SSLEngine, List<String>, String> getHandshakeApplicationProtocolSelector() {
        return engine.getHandshakeApplicationProtocolSelector();
    }
}
