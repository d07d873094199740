package nl.sluis.tls;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.springframework.boot.ssl.SslBundle;
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

    static final String STAPLE = "jdk.tls.server.enableStatusRequestExtension";

    private static final List<String> CLASSICAL = List.of("x25519", "secp256r1", "secp384r1", "secp521r1", "x448");

    private static final List<String> ALL =
            Stream.concat(Stream.of(HYBRID), CLASSICAL.stream()).toList();

    private final TlsSettings settings;
    private final Handshakes handshakes;
    private final List<String> groups;

    TlsProfile(TlsSettings settings, MeterRegistry metrics) {
        if (settings.staple()) {
            // The platform has no other switch; it reads it whenever a context is made
            System.setProperty(STAPLE, "true");
        }
        this.settings = settings;
        this.handshakes = new Handshakes(metrics);
        SSLParameters defaults = initialised(new KeyManager[0], new TrustManager[0])
                .createSSLEngine()
                .getSSLParameters();
        // Bouncy Castle tells no groups before some are set, and has them all
        this.groups = settings.provider() == TlsProvider.BOUNCY_CASTLE ? ALL : groups(defaults);
    }

    /** Those of the platform that may be used, the one that is wanted most first. */
    static List<String> groups(SSLParameters platform) {
        // None says that the platform does not tell: then it has no hybrid one either
        Set<String> known =
                platform.getNamedGroups() == null ? Set.copyOf(CLASSICAL) : Set.of(platform.getNamedGroups());
        return ALL.stream().filter(known::contains).toList();
    }

    /** A context for connections that this node makes: nothing that is set on its engines makes them weaker. */
    public SSLContext forCalls(SslBundle own, TrustManager... trust) {
        return new ProfiledContext(initialised(settings.provider().keys(own), trust), this, Handshakes.Side.CLIENT);
    }

    /** The same for the connections that this node takes. */
    SSLContext forCallers(SslBundle own) {
        TrustManager[] trust = own.getManagers().getTrustManagers();
        return new ProfiledContext(initialised(settings.provider().keys(own), trust), this, Handshakes.Side.SERVER);
    }

    /**
     * Ports besides that of the container: whoever connects shows a certificate that is trusted.
     *
     * @param own what the node has of certificates at that moment, asked for each connection
     */
    public MutualPorts ports(Supplier<SslBundle> own) {
        return new MutualPorts(
                () -> {
                    SslBundle present = own.get();
                    return initialised(
                            settings.provider().keys(present),
                            present.getManagers().getTrustManagers());
                },
                this::parameters);
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
            found.add("no hybrid key exchange: this Java has no " + HYBRID
                    + ", and sluis.tls.provider is not bouncy-castle");
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
        SSLContext context = settings.provider().context();
        try {
            context.init(own, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS cannot be set up with the node's certificate", e);
        }
    }
}
