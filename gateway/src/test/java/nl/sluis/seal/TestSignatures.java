package nl.sluis.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;

/** Signatures that the product would not make. */
public final class TestSignatures {

    private TestSignatures() {}

    /** Signs at any moment, also with a certificate that is not valid then. */
    public static byte[] signed(byte[] content, Path key, Path certificate, Instant at) {
        try {
            return DetachedCms.sign(
                    content,
                    SealKeys.readPrivateKey(key),
                    DetachedSignature.certificates(certificate).getFirst(),
                    at);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** As a seal is signed, with the content in it, at any moment. */
    static byte[] attached(byte[] content, PrivateKey key, X509Certificate certificate, Instant at) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            AttributeTable timed =
                    new AttributeTable(new DERSet()).add(CMSAttributes.signingTime, new Time(Date.from(at)));
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .setProvider(new BouncyCastleProvider())
                    .setSignedAttributeGenerator(timed)
                    .build("SHA256withECDSA", key, certificate));
            return generator
                    .generate(new CMSProcessableByteArray(content), true)
                    .getEncoded();
        } catch (CMSException | OperatorCreationException | CertificateEncodingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
