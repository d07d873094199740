package nl.sluis.directory;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/** An authority with a responder on loopback, which can be told to answer as a bad one. */
final class TestResponder implements AutoCloseable {

    private static final Duration SPAN = Duration.ofDays(1);

    /** How it answers. */
    enum Manner {
        GOOD,
        TAKEN_BACK,
        UNKNOWN,
        BY_A_DELEGATE,
        BY_A_STRANGER,
        BY_A_DELEGATE_WITHOUT_THE_PURPOSE,
        SHA_1,
        OF_YESTERDAY,
        OF_TOMORROW,
        WITHOUT_AN_END,
        ABOUT_ANOTHER,
        RUBBISH,
        ERROR
    }

    private final KeyPair key = ec();
    private final X509Certificate authority;
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Manner manner = Manner.GOOD;
    private volatile CountDownLatch held = new CountDownLatch(0);

    TestResponder() throws GeneralSecurityException, OperatorCreationException, IOException {
        authority = certificate("CN=authority", key, 1, null);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    X509Certificate authority() {
        return authority;
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    int asked() {
        return asked.get();
    }

    /** Keeps everybody waiting who asks from now on, until told. */
    CountDownLatch holds() {
        CountDownLatch release = new CountDownLatch(1);
        held = release;
        return release;
    }

    void answers(Manner how) {
        manner = how;
    }

    /** A certificate of this authority. */
    X509Certificate issued(int serial) throws GeneralSecurityException, OperatorCreationException, IOException {
        return certificate("CN=holder, SERIALNUMBER=00000099000000000001", ec(), serial, KeyPurposeId.id_kp_serverAuth);
    }

    /** A server of this authority with that OIN, whose certificate says where to ask. */
    SslBundle server(String oin) throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPair own = ec();
        JcaX509v3CertificateBuilder builder = builder("CN=server, SERIALNUMBER=" + oin, own, 9);
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")))
                .addExtension(
                        Extension.authorityInfoAccess,
                        false,
                        new AuthorityInformationAccess(
                                AccessDescription.id_ad_ocsp,
                                new GeneralName(
                                        GeneralName.uniformResourceIdentifier,
                                        address().toString())));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", own.getPrivate(), new char[0], new X509Certificate[] {signed(builder), authority});
        return SslBundle.of(SslStoreBundle.of(store, "", trust()));
    }

    /** Trusts the authority and nobody else. */
    KeyStore trust() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", authority);
        return store;
    }

    /** What it answers about a certificate. */
    byte[] response(X509Certificate about, Manner how)
            throws GeneralSecurityException, OperatorCreationException, OCSPException, IOException {
        Instant now = Instant.now();
        Instant from = how == Manner.OF_YESTERDAY
                ? now.minus(SPAN.multipliedBy(2))
                : how == Manner.OF_TOMORROW ? now.plus(SPAN) : now.minusSeconds(60);
        CertificateStatus status = switch (how) {
            case TAKEN_BACK -> new RevokedStatus(Date.from(now.minusSeconds(3600)));
            case UNKNOWN -> new UnknownStatus();
            default -> CertificateStatus.GOOD;
        };
        BigInteger serial =
                how == Manner.ABOUT_ANOTHER ? about.getSerialNumber().add(BigInteger.ONE) : about.getSerialNumber();
        KeyPair signer = how.name().startsWith("BY_A") ? ec() : key;
        X509CertificateHolder[] along = switch (how) {
            case BY_A_DELEGATE -> along(signer, KeyPurposeId.id_kp_OCSPSigning);
            case BY_A_DELEGATE_WITHOUT_THE_PURPOSE -> along(signer, KeyPurposeId.id_kp_serverAuth);
            default -> new X509CertificateHolder[0];
        };
        BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(new X500Name("CN=responder")));
        builder.addResponse(
                new CertificateID(
                        new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                        new JcaX509CertificateHolder(authority),
                        serial),
                status,
                Date.from(from),
                how == Manner.WITHOUT_AN_END ? null : Date.from(from.plus(SPAN)));
        return new OCSPRespBuilder()
                .build(
                        OCSPRespBuilder.SUCCESSFUL,
                        builder.build(
                                new JcaContentSignerBuilder(how == Manner.SHA_1 ? "SHA1withECDSA" : "SHA256withECDSA")
                                        .build(signer.getPrivate()),
                                along,
                                Date.from(now)))
                .getEncoded();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private X509CertificateHolder[] along(KeyPair signer, KeyPurposeId purpose)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        return new X509CertificateHolder[] {
            new JcaX509CertificateHolder(certificate("CN=responder", signer, 77, purpose))
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        waitUntilReleased();
        byte[] answer;
        try {
            // Small questions stand in the address (RFC 6960, A.1)
            byte[] question = exchange.getRequestMethod().equals("GET")
                    ? Base64.getDecoder()
                            .decode(exchange.getRequestURI()
                                    .getPath()
                                    .substring(1)
                                    .replaceFirst("^/", ""))
                    : exchange.getRequestBody().readAllBytes();
            BigInteger serial =
                    new OCSPReq(question).getRequestList()[0].getCertID().getSerialNumber();
            answer = switch (manner) {
                case RUBBISH -> new byte[] {0x30, 0x03, 0x0a, 0x01, 0x00};
                case ERROR -> new OCSPResp(new OCSPResponse(new OCSPResponseStatus(6), null)).getEncoded();
                default -> response(issued(serial.intValueExact()), manner);
            };
        } catch (GeneralSecurityException | OperatorCreationException | OCSPException e) {
            throw new IOException(e);
        }
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void waitUntilReleased() throws IOException {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private X509Certificate certificate(String name, KeyPair holder, int serial, @Nullable KeyPurposeId purpose)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        JcaX509v3CertificateBuilder builder = builder(name, holder, serial);
        if (purpose == null) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        } else {
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        }
        return signed(builder);
    }

    private static JcaX509v3CertificateBuilder builder(String name, KeyPair holder, int serial) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                new X500Name("CN=authority"),
                BigInteger.valueOf(serial),
                Date.from(now.minus(SPAN)),
                Date.from(now.plus(SPAN.multipliedBy(30))),
                new X500Name(name),
                holder.getPublic());
    }

    private X509Certificate signed(JcaX509v3CertificateBuilder builder)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
    }

    private static KeyPair ec() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
