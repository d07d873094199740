package nl.sluis.tls;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.springframework.stereotype.Component;

/**
 * What every connection of this node has, whichever side began it: the versions and suites of {@code sluis.tls.level}, and groups
 * that the guideline calls good, a hybrid one first where the platform has it. Finite fields (ffdhe) are to be phased out, and
 * are in no list here.
 */
@Component
public final class TlsProfile {

    /** The bundle of the node's own certificate and of whom it trusts. */
    public static final String BUNDLE = "node";

    /** Withstands a quantum computer as long as ML-KEM-768 does, and anybody else as long as X25519 does (RFC 10024). */
    public static final String HYBRID = "X25519MLKEM768";

    private static final List<String> CLASSICAL = List.of("x25519", "secp256r1", "secp384r1", "secp521r1", "x448");

    private final TlsSettings settings;
    private final Handshakes handshakes;
    private final List<String> groups;

    TlsProfile(TlsSettings settings, MeterRegistry metrics) {
        this.settings = settings;
        this.handshakes = new Handshakes(metrics);
        this.groups = groups(initialised(new KeyManager[0], new TrustManager[0])
                .createSSLEngine()
                .getSSLParameters());
    }

    /** Those of the platform that may be used, the one that is wanted most first. */
    static List<String> groups(SSLParameters platform) {
        // None says that the platform does not tell: then it has no hybrid one either
        Set<String> known =
                platform.getNamedGroups() == null ? Set.copyOf(CLASSICAL) : Set.of(platform.getNamedGroups());
        return Stream.concat(Stream.of(HYBRID), CLASSICAL.stream())
                .filter(known::contains)
                .toList();
    }

    /** A context for connections that this node makes: nothing that is set on its engines makes them weaker. */
    public SSLContext forCalls(KeyManager[] own, TrustManager[] trust) {
        return new ProfiledContext(initialised(own, trust), this, Handshakes.Side.CLIENT);
    }

    /** The same for the connections that this node takes. */
    SSLContext forCallers(KeyManager[] own, TrustManager[] trust) {
        return new ProfiledContext(initialised(own, trust), this, Handshakes.Side.SERVER);
    }

    /** For whoever takes them; the engines of both contexts have them anyhow. */
    public SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters();
        apply(parameters);
        return parameters;
    }

    /** Puts versions, suites and groups in the place of whatever stands there. */
    void apply(SSLParameters parameters) {
        parameters.setProtocols(settings.level().versions().toArray(String[]::new));
        parameters.setCipherSuites(settings.level().suites().toArray(String[]::new));
        parameters.setNamedGroups(groups.toArray(String[]::new));
    }

    Handshakes handshakes() {
        return handshakes;
    }

    /** The best first. */
    public List<String> versions() {
        return settings.level().versions();
    }

    /** The one that is wanted most first. */
    public List<String> groups() {
        return groups;
    }

    /** For an operator: where it is weaker than the guideline's best, and by which setting. */
    public List<String> weaker() {
        List<String> found = new ArrayList<>(weaker(settings));
        if (!groups.contains(HYBRID)) {
            found.add("no hybrid key exchange: this Java has no " + HYBRID);
        }
        return found;
    }

    /** What of it a configuration says. */
    public static List<String> weaker(TlsSettings settings) {
        return settings.level() == TlsLevel.GOOD
                ? List.of()
                : List.of("sluis.tls.level: takes TLS 1.2 and keys of 128 bits too, which is sufficient and not good");
    }

    private SSLContext initialised(KeyManager[] own, TrustManager[] trust) {
        SSLContext context = platform();
        try {
            context.init(own, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS cannot be set up with the node's certificate", e);
        }
    }

    private static SSLContext platform() {
        try {
            return SSLContext.getInstance("TLS");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS is part of every Java runtime", e);
        }
    }
}
