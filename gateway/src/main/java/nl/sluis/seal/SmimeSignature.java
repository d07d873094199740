package nl.sluis.seal;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.Provider;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.mail.smime.SMIMESigned;
import org.bouncycastle.operator.OperatorCreationException;

/** Looks at the one signature that stands on all that was in a mail: {@code multipart/signed} or opaque (RFC 8551, 3.5). */
final class SmimeSignature {

    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private static final Set<ASN1ObjectIdentifier> DIGESTS =
            Set.of(NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha384, NISTObjectIdentifiers.id_sha512);

    // The digest of those that name none is the one above
    private static final Set<ASN1ObjectIdentifier> SIGNATURES = Set.of(
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512,
            PKCSObjectIdentifiers.rsaEncryption,
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption);

    /**
     * Whoever has a mail can send it again for ever. Mail servers give up after days (RFC 5321, 4.5.4.1), and what was submitted is known
     * again for months: longer than this in every configuration that is allowed.
     */
    private static final Duration OLDEST = Duration.ofDays(14);

    /** A clock may be wrong by a day. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private SmimeSignature() {}

    /**
     * What the partner signed.
     *
     * @throws CMSException or another one when it is malformed
     */
    static SmimeOpening verified(MimeBodyPart signed, SmimePartner partner, Instant now)
            throws CMSException, MessagingException, IOException, OperatorCreationException,
                    CertificateEncodingException {
        if (signed.isMimeType("multipart/signed")
                && Boundaries.areFew(signed)
                && signed.getContent() instanceof MimeMultipart both
                && both.getCount() == 2) {
            SMIMESigned parts = new SMIMESigned(both);
            return judged(parts, parts.getContent(), partner, now);
        }
        if (!SmimeMailbox.isCms(signed)) {
            return new SmimeOpening.Refused(SmimeRefusal.NOT_SIGNED);
        }
        CMSSignedData opaque = new CMSSignedData(SmimeMailbox.bytes(signed));
        if (!CMSObjectIdentifiers.data.equals(
                Objects.requireNonNull(opaque.getSignedContent()).getContentType())) {
            return new SmimeOpening.Refused(SmimeRefusal.NOT_SIGNED);
        }
        byte[] content = (byte[]) opaque.getSignedContent().getContent();
        return judged(opaque, new MimeBodyPart(new ByteArrayInputStream(content)), partner, now);
    }

    private static SmimeOpening judged(CMSSignedData signed, MimeBodyPart content, SmimePartner partner, Instant now)
            throws OperatorCreationException, CertificateEncodingException {
        List<SignerInformation> signers = List.copyOf(signed.getSignerInfos().getSigners());
        if (signers.size() != 1) {
            return new SmimeOpening.Refused(signers.isEmpty() ? SmimeRefusal.NOT_SIGNED : SmimeRefusal.WRONG_SIGNER);
        }
        SignerInformation signer = signers.getFirst();
        Optional<X509Certificate> certificate = of(signer, partner, now);
        if (certificate.isEmpty()) {
            return new SmimeOpening.Refused(SmimeRefusal.WRONG_SIGNER);
        }
        if (!DIGESTS.contains(signer.getDigestAlgorithmID().getAlgorithm())
                || !strong(signer.toASN1Structure().getDigestEncryptionAlgorithm())
                || !SmimePartner.strong(certificate.get())) {
            return new SmimeOpening.Refused(SmimeRefusal.WEAK_ALGORITHM);
        }
        if (!holds(signer, certificate.get())) {
            return new SmimeOpening.Refused(SmimeRefusal.SIGNATURE_BROKEN);
        }
        return isRecent(signer, now)
                ? new SmimeOpening.Opened(content)
                : new SmimeOpening.Refused(SmimeRefusal.WRONG_TIME);
    }

    // PSS names its digests apart, and means SHA-1 when it names none (RFC 4055, 3.1)
    private static boolean strong(AlgorithmIdentifier signature) {
        if (!PKCSObjectIdentifiers.id_RSASSA_PSS.equals(signature.getAlgorithm())) {
            return SIGNATURES.contains(signature.getAlgorithm());
        }
        RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(signature.getParameters());
        return parameters != null
                && DIGESTS.contains(parameters.getHashAlgorithm().getAlgorithm())
                && SmimeEncryption.strong(parameters.getMaskGenAlgorithm());
    }

    private static boolean isRecent(SignerInformation signer, Instant now) {
        AttributeTable attributes = signer.getSignedAttributes();
        Attribute said = attributes == null ? null : attributes.get(CMSAttributes.signingTime);
        if (said == null || said.getAttrValues().size() != 1) {
            return false;
        }
        Instant at =
                Time.getInstance(said.getAttrValues().getObjectAt(0)).getDate().toInstant();
        return at.isAfter(now.minus(OLDEST)) && at.isBefore(now.plus(AHEAD));
    }

    private static Optional<X509Certificate> of(SignerInformation signer, SmimePartner partner, Instant now)
            throws CertificateEncodingException {
        for (X509Certificate certificate : partner.certificates()) {
            if (signer.getSID().match(new JcaX509CertificateHolder(certificate)) && partner.admits(certificate, now)) {
                return Optional.of(certificate);
            }
        }
        return Optional.empty();
    }

    private static boolean holds(SignerInformation signer, X509Certificate certificate)
            throws OperatorCreationException {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(BOUNCY_CASTLE)
                    .build(certificate));
        } catch (CMSException e) {
            // So it tells of a digest that does not agree, too
            return false;
        }
    }
}
