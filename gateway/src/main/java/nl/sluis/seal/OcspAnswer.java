package nl.sluis.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * What a responder says of one certificate (RFC 6960), once its signature holds. Without a nonce, as responders that answer from
 * what they signed before have it (RFC 5019): an answer can be played again until its end, which is why it has one.
 *
 * @param from when it was said
 * @param until it says nothing any more from that moment on; what was taken back stays so
 */
public record OcspAnswer(RevocationStatus status, Instant from, Instant until) {

    /** Clocks differ by so much. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private static final Set<ASN1ObjectIdentifier> STRONG = Set.of(
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512,
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption,
            PKCSObjectIdentifiers.id_RSASSA_PSS,
            EdECObjectIdentifiers.id_Ed25519);

    /**
     * Reads an answer.
     *
     * @param issuer of the certificate; who signed is it, or whom it lets answer
     * @return empty when it is none, of somebody else, about another certificate, or not of now
     */
    public static Optional<OcspAnswer> read(
            byte[] bytes, X509Certificate certificate, X509Certificate issuer, Instant now) {
        try {
            OCSPResp response = new OCSPResp(bytes);
            return response.getStatus() == OCSPResp.SUCCESSFUL
                            && response.getResponseObject() instanceof BasicOCSPResp basic
                            && isSigned(basic, issuer, now)
                    ? about(basic, certificate, issuer).flatMap(single -> of(single, now))
                    : Optional.empty();
        } catch (IOException
                | OCSPException
                | GeneralSecurityException
                | OperatorCreationException
                | ArithmeticException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | NullPointerException e) {
            // Malformed ASN.1 is answered with many sorts of exception
            return Optional.empty();
        }
    }

    /** What to ask about a certificate. */
    public static byte[] question(X509Certificate certificate, X509Certificate issuer) {
        try {
            // By SHA-1, as every responder knows it (RFC 5019, 2.1.1): it finds a name, and proves nothing
            return new OCSPReqBuilder()
                    .addRequest(new CertificateID(
                            new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                            new JcaX509CertificateHolder(issuer),
                            certificate.getSerialNumber()))
                    .build()
                    .getEncoded();
        } catch (OCSPException | OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a question about a certificate can be written", e);
        }
    }

    private static Optional<OcspAnswer> of(SingleResp single, Instant now) {
        Date next = single.getNextUpdate();
        Instant from = single.getThisUpdate().toInstant();
        if (next == null || !now.isBefore(next.toInstant()) || from.isAfter(now.plus(SKEW))) {
            return Optional.empty();
        }
        CertificateStatus status = single.getCertStatus();
        RevocationStatus said = status == CertificateStatus.GOOD
                ? new RevocationStatus.Good()
                : status instanceof RevokedStatus revoked
                        ? new RevocationStatus.Revoked(
                                revoked.getRevocationTime().toInstant())
                        : new RevocationStatus.Disowned();
        return Optional.of(new OcspAnswer(said, from, next.toInstant()));
    }

    private static Optional<SingleResp> about(BasicOCSPResp basic, X509Certificate certificate, X509Certificate issuer)
            throws OCSPException, GeneralSecurityException, OperatorCreationException {
        DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
        X509CertificateHolder holder = new JcaX509CertificateHolder(issuer);
        for (SingleResp single : basic.getResponses()) {
            if (single.getCertID().getSerialNumber().equals(certificate.getSerialNumber())
                    && single.getCertID().matchesIssuer(holder, digests)) {
                return Optional.of(single);
            }
        }
        return Optional.empty();
    }

    private static boolean isSigned(BasicOCSPResp basic, X509Certificate issuer, Instant now)
            throws OCSPException, GeneralSecurityException, OperatorCreationException {
        if (!STRONG.contains(basic.getSignatureAlgOID())) {
            return false;
        }
        List<X509Certificate> signers = new ArrayList<>(List.of(issuer));
        for (X509CertificateHolder enclosed : basic.getCerts()) {
            X509Certificate found = new JcaX509CertificateConverter().getCertificate(enclosed);
            if (mayAnswer(found, issuer, now)) {
                signers.add(found);
            }
        }
        for (X509Certificate signer : signers) {
            if (basic.isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .setProvider(BOUNCY_CASTLE)
                    .build(signer.getPublicKey()))) {
                return true;
            }
        }
        return false;
    }

    // RFC 6960, 4.2.2.2: issued directly, and for this. Whether it was taken back itself is not asked: its own end
    // bounds that
    private static boolean mayAnswer(X509Certificate found, X509Certificate issuer, Instant now)
            throws GeneralSecurityException {
        List<String> purposes = found.getExtendedKeyUsage();
        if (purposes == null
                || !purposes.contains(KeyPurposeId.id_kp_OCSPSigning.getId())
                || !found.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                || now.isBefore(found.getNotBefore().toInstant())
                || now.isAfter(found.getNotAfter().toInstant())
                || !STRONG.contains(new ASN1ObjectIdentifier(found.getSigAlgOID()))) {
            return false;
        }
        try {
            found.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
