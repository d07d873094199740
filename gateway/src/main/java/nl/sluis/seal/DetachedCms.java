package nl.sluis.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * CMS SignedData beside what it signs (RFC 5652, 5.2), with the time of signing as a signed attribute (11.3). Unlike the seal it
 * reads what a person's own card or {@code openssl cms -sign} makes: ECDSA or RSA, with SHA-256 or stronger.
 */
final class DetachedCms {

    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final Set<String> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId());

    private DetachedCms() {}

    static byte[] sign(byte[] content, PrivateKey key, X509Certificate certificate, Instant at) {
        try {
            AttributeTable time =
                    new AttributeTable(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(time))
                    .build(
                            new JcaContentSignerBuilder(
                                            key.getAlgorithm().startsWith("EC")
                                                    ? "SHA256withECDSA"
                                                    : "SHA256withRSAandMGF1")
                                    .setProvider(BOUNCY_CASTLE)
                                    .build(key),
                            certificate));
            generator.addCertificate(new JcaX509CertificateHolder(certificate));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded();
        } catch (CMSException | IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("this key cannot sign", e);
        }
    }

    static DetachedSignature.Check verify(byte[] content, byte[] cms, Collection<X509Certificate> trusted) {
        try {
            CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(content), cms);
            List<SignerInformation> signers =
                    List.copyOf(signed.getSignerInfos().getSigners());
            if (signers.size() != 1 || !DIGESTS.contains(signers.getFirst().getDigestAlgOID())) {
                return bad(DetachedSignature.Fault.MALFORMED);
            }
            return verify(signers.getFirst(), trusted);
        } catch (CMSException | OperatorCreationException | RuntimeException | GeneralSecurityException e) {
            // As in Cms: malformed ASN.1 is answered with many sorts of exception
            return bad(DetachedSignature.Fault.MALFORMED);
        }
    }

    private static DetachedSignature.Check verify(SignerInformation signature, Collection<X509Certificate> trusted)
            throws CMSException, OperatorCreationException, GeneralSecurityException {
        Optional<Instant> at = signingTime(signature);
        if (at.isEmpty()) {
            return bad(DetachedSignature.Fault.MALFORMED);
        }
        for (X509Certificate signer : trusted) {
            if (signature.getSID().match(new JcaX509CertificateHolder(signer))) {
                // By key first: with a certificate, Bouncy Castle mixes a wrong signature with a wrong day
                SignerInformationVerifier verifier = new JcaSimpleSignerInfoVerifierBuilder()
                        .setProvider(BOUNCY_CASTLE)
                        .build(signer.getPublicKey());
                if (!verified(signature, verifier)) {
                    return bad(DetachedSignature.Fault.OTHER_CONTENT);
                }
                boolean valid = !at.get().isBefore(signer.getNotBefore().toInstant())
                        && !at.get().isAfter(signer.getNotAfter().toInstant());
                return valid
                        ? new DetachedSignature.Check.Good(signer, at.get())
                        : bad(DetachedSignature.Fault.NOT_VALID_AT_SIGNING);
            }
        }
        return bad(DetachedSignature.Fault.NOT_TRUSTED);
    }

    private static boolean verified(SignerInformation signature, SignerInformationVerifier verifier) {
        try {
            return signature.verify(verifier);
        } catch (CMSException e) {
            return false;
        }
    }

    private static Optional<Instant> signingTime(SignerInformation signature) {
        AttributeTable attributes = signature.getSignedAttributes();
        Attribute time = attributes == null ? null : attributes.get(CMSAttributes.signingTime);
        if (time == null || time.getAttrValues().size() != 1) {
            return Optional.empty();
        }
        ASN1Encodable value = time.getAttrValues().getObjectAt(0);
        return Optional.of(Time.getInstance(value).getDate().toInstant());
    }

    private static DetachedSignature.Check bad(DetachedSignature.Fault fault) {
        return new DetachedSignature.Check.Bad(fault);
    }
}
