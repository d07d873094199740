package nl.sluis.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** Time-stamps of another party over some content (RFC 3161), by its SHA-256. */
public final class TimeStamps {

    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private TimeStamps() {}

    /**
     * A time-stamp that holds.
     *
     * @param at as the authority's clock had it
     * @param authority whose signature it is
     */
    public record Stamp(Instant at, X509Certificate authority) {}

    /** What is asked of an authority: a stamp over the content, with its certificate. */
    public static byte[] request(byte[] content, BigInteger nonce) {
        try {
            return generated(content, nonce).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a request that was made can be written", e);
        }
    }

    /** The token in an answer to that request; empty when it is refused, of another request, or none. */
    public static Optional<byte[]> token(byte[] answer, byte[] content, BigInteger nonce) {
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            response.validate(generated(content, nonce));
            TimeStampToken token = response.getTimeStampToken();
            return token == null ? Optional.empty() : Optional.of(token.getEncoded());
        } catch (TSPException | IOException | RuntimeException e) {
            // As in Cms: malformed ASN.1 is answered with many sorts of exception
            return Optional.empty();
        }
    }

    /** The stamp in a token over this content by one of these, or by whom one of these issued a certificate. */
    public static Optional<Stamp> read(byte[] token, byte[] content, Collection<X509Certificate> trusted) {
        try {
            TimeStampToken read = new TimeStampToken(new CMSSignedData(token));
            boolean ofContent = NISTObjectIdentifiers.id_sha256.equals(
                            read.getTimeStampInfo().getMessageImprintAlgOID())
                    && MessageDigest.isEqual(read.getTimeStampInfo().getMessageImprintDigest(), Sha256.of(content));
            if (!ofContent) {
                return Optional.empty();
            }
            for (X509Certificate candidate : Issued.among(enclosed(read), trusted)) {
                if (read.getSID().match(new JcaX509CertificateHolder(candidate))) {
                    // Also that the certificate is for time-stamps, and was valid then
                    read.validate(new JcaSimpleSignerInfoVerifierBuilder()
                            .setProvider(BOUNCY_CASTLE)
                            .build(candidate));
                    return Optional.of(
                            new Stamp(read.getTimeStampInfo().getGenTime().toInstant(), candidate));
                }
            }
            return Optional.empty();
        } catch (TSPException
                | CMSException
                | IOException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a token is over this content, whoever made it. */
    public static boolean isOver(byte[] token, byte[] content) {
        try {
            return read(token, content, enclosed(new TimeStampToken(new CMSSignedData(token))))
                    .isPresent();
        } catch (TSPException | CMSException | IOException | GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private static List<X509Certificate> enclosed(TimeStampToken token) throws GeneralSecurityException {
        List<X509Certificate> found = new ArrayList<>();
        for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
            found.add(new JcaX509CertificateConverter().getCertificate(holder));
        }
        return found;
    }

    private static TimeStampRequest generated(byte[] content, BigInteger nonce) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator.generate(NISTObjectIdentifiers.id_sha256, Sha256.of(content), nonce);
    }
}
