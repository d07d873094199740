package nl.sluis.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import nl.sluis.certs.CertificateUse;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKEMRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on no allow list, made by somebody who has every key and certificate that he needs for it. */
class SealAlgorithmsTest {

    private static final Provider BC = new BouncyCastleProvider();
    private static final byte[] CONTENT = "{}".getBytes(StandardCharsets.UTF_8);
    private static final SealKeys SCHOOL = TestSeals.keys("school");
    private static final SealKeys TEAM = TestSeals.keys("wijkteam");
    private static final X509Certificate SEAL = TestSeals.certificate("wijkteam", CertificateUse.SEAL);
    private static final X509Certificate AGREEMENT = TestSeals.certificate("wijkteam", CertificateUse.AGREEMENT);
    private static final X509Certificate KEM = TestSeals.certificate("wijkteam", CertificateUse.KEM);

    @Test
    void bothSuitesAreRead() throws CMSException {
        assertThat(TEAM.decrypt(Encryption.encrypt(CONTENT, TestSeals.recipient("wijkteam")))
                        .suite())
                .isEqualTo(Suite.CLASSICAL);
        assertThat(TEAM.decrypt(Encryption.encrypt(CONTENT, TestSeals.hybridRecipient("wijkteam")))
                        .suite())
                .isEqualTo(Suite.HYBRID);
    }

    @Test
    void whatAVersionBeforeThisOneWroteIsRead() throws Exception {
        byte[] large = new byte[5000];
        CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(ecdh(CMSAlgorithm.ECDH_SHA256KDF, CMSAlgorithm.AES256_WRAP, SEAL));
        byte[] ber = generator
                .generate(new CMSProcessableByteArray(large), (OutputAEADEncryptor)
                        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM).build())
                .getEncoded();
        assertThat(ber[1]).as("of indefinite length").isEqualTo((byte) 0x80);
        assertThat(TEAM.decrypt(ber).content()).isEqualTo(large);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CBC without a tag",
                "AES-128",
                "a key wrapped with AES-128",
                "P-256 with SHA-1",
                "P-384 alone",
                "ML-KEM alone",
                "ML-KEM around P-256",
                "P-256 around ML-KEM",
                "ML-KEM twice",
                "two recipients",
                "RSA",
                "a curve of its own",
                "ML-KEM with another derivation"
            })
    void noOtherEncryptionIsRead(String which) throws Exception {
        byte[] cms = encrypted(which);
        assertThat(refuses(cms)).as(which).isTrue();
    }

    private static boolean refuses(byte[] cms) {
        try {
            // What is read in the end is signed content; whatever else comes out is read by nobody
            return !Arrays.equals(TEAM.decrypt(cms).content(), CONTENT);
        } catch (CMSException | RuntimeException e) {
            return true;
        }
    }

    private static byte[] encrypted(String which) throws Exception {
        return switch (which) {
            case "CBC without a tag" -> {
                CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
                generator.addRecipientInfoGenerator(ecdh(CMSAlgorithm.ECDH_SHA256KDF, CMSAlgorithm.AES256_WRAP, SEAL));
                yield generator
                        .generate(
                                new CMSProcessableByteArray(CONTENT),
                                new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build())
                        .getEncoded();
            }
            case "AES-128" ->
                enveloped(CMSAlgorithm.AES128_GCM, ecdh(CMSAlgorithm.ECDH_SHA256KDF, CMSAlgorithm.AES256_WRAP, SEAL));
            case "a key wrapped with AES-128" ->
                enveloped(CMSAlgorithm.AES256_GCM, ecdh(CMSAlgorithm.ECDH_SHA256KDF, CMSAlgorithm.AES128_WRAP, SEAL));
            case "P-256 with SHA-1" ->
                enveloped(CMSAlgorithm.AES256_GCM, ecdh(CMSAlgorithm.ECDH_SHA1KDF, CMSAlgorithm.AES256_WRAP, SEAL));
            case "P-384 alone" -> AgreementLayer.P384.encrypt(CONTENT, AGREEMENT);
            case "ML-KEM alone" -> KemLayer.encrypt(CONTENT, KEM);
            case "ML-KEM around P-256" -> KemLayer.encrypt(AgreementLayer.P256.encrypt(CONTENT, SEAL), KEM);
            case "P-256 around ML-KEM" -> AgreementLayer.P256.encrypt(KemLayer.encrypt(CONTENT, KEM), SEAL);
            case "ML-KEM twice" -> KemLayer.encrypt(KemLayer.encrypt(CONTENT, KEM), KEM);
            case "two recipients" ->
                enveloped(
                        CMSAlgorithm.AES256_GCM,
                        ecdh(CMSAlgorithm.ECDH_SHA256KDF, CMSAlgorithm.AES256_WRAP, SEAL),
                        ecdh(CMSAlgorithm.ECDH_SHA256KDF, CMSAlgorithm.AES256_WRAP, AGREEMENT));
            case "RSA" -> {
                KeyPair rsa = rsa();
                byte[] cms = enveloped(
                        CMSAlgorithm.AES256_GCM,
                        new JceKeyTransRecipientInfoGenerator(selfSigned(rsa, "SHA256withRSA")).setProvider(BC));
                // Also by the node that has the key
                assertThat(refusesAlsoWith(cms, rsa.getPrivate())).isTrue();
                yield cms;
            }
            case "a curve of its own" -> {
                KeyPair pair = onCurve("secp256k1");
                X509Certificate own = selfSigned(pair, "SHA256withECDSA");
                byte[] cms = new AgreementLayer(
                                "secp256k1",
                                org.bouncycastle.asn1.sec.SECObjectIdentifiers.secp256k1,
                                CMSAlgorithm.ECDH_SHA256KDF)
                        .encrypt(CONTENT, own);
                assertThat(refusesWith(cms, new OpeningKey(own, pair.getPrivate())))
                        .isTrue();
                yield cms;
            }
            case "ML-KEM with another derivation" ->
                KemLayerWith.derivation(PKCSObjectIdentifiers.id_alg_hkdf_with_sha512, CONTENT, KEM);
            default -> throw new IllegalArgumentException(which);
        };
    }

    private static final class KemLayerWith {
        static byte[] derivation(ASN1ObjectIdentifier kdf, byte[] content, X509Certificate kem) throws Exception {
            byte[] inner = AgreementLayer.P384.encrypt(content, AGREEMENT);
            byte[] identifier = new org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils()
                    .createSubjectKeyIdentifier(kem.getPublicKey())
                    .getKeyIdentifier();
            return Enveloped.write(
                    inner,
                    new JceKEMRecipientInfoGenerator(
                                    identifier,
                                    java.security.KeyFactory.getInstance("ML-KEM", BC)
                                            .generatePublic(new java.security.spec.X509EncodedKeySpec(
                                                    kem.getPublicKey().getEncoded())),
                                    CMSAlgorithm.AES256_WRAP)
                            .setKDF(new AlgorithmIdentifier(kdf))
                            .setProvider(BC));
        }
    }

    private static boolean refusesAlsoWith(byte[] cms, PrivateKey key) {
        return refusesWith(cms, new OpeningKey(SEAL, key));
    }

    private static boolean refusesWith(byte[] cms, OpeningKey key) {
        try {
            Encryption.decrypt(cms, List.of(key), List.of());
            return false;
        } catch (CMSException | RuntimeException e) {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SHA-1", "SHA-224", "SHA-384", "RSA", "P-384", "no signature", "two signatures", "no attributes"
            })
    void noOtherSignatureCounts(String which) throws Exception {
        X509Certificate signer = SCHOOL.certificate();
        byte[] signed = switch (which) {
            case "SHA-1" -> signed("SHA1withECDSA", SCHOOL.privateKey(), signer);
            case "SHA-224" -> signed("SHA224withECDSA", SCHOOL.privateKey(), signer);
            case "SHA-384" -> signed("SHA384withECDSA", SCHOOL.privateKey(), signer);
            case "RSA" -> {
                KeyPair rsa = rsa();
                signer = selfSigned(rsa, "SHA256withRSA");
                yield signed("SHA256withRSA", rsa.getPrivate(), signer);
            }
            case "P-384" -> {
                KeyPair pair = onCurve("secp384r1");
                signer = selfSigned(pair, "SHA384withECDSA");
                yield signed("SHA384withECDSA", pair.getPrivate(), signer);
            }
            case "no signature" ->
                new CMSSignedDataGenerator()
                        .generate(new CMSProcessableByteArray(CONTENT), true)
                        .getEncoded();
            case "two signatures" -> twice();
            case "no attributes" -> withoutAttributes();
            default -> throw new IllegalArgumentException(which);
        };
        assertThat(Verification.of(
                        new Encryption.Decrypted(Suite.CLASSICAL, signed),
                        new Expected(List.of(signer), at -> true, at -> true, seal -> Optional.empty())))
                .as(which)
                .isEqualTo(new Verification.Bad(Opening.Reason.BAD_SIGNATURE));
    }

    @Test
    void plainContentIsNoSignature() {
        assertThat(Verification.of(
                        new Encryption.Decrypted(Suite.HYBRID, CONTENT),
                        new Expected(List.of(SCHOOL.certificate()), at -> true, at -> true, seal -> Optional.empty())))
                .isEqualTo(new Verification.Bad(Opening.Reason.BAD_SIGNATURE));
    }

    private static byte[] signed(String algorithm, PrivateKey key, X509Certificate certificate) throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        add(generator, algorithm, key, certificate, false);
        return generator.generate(new CMSProcessableByteArray(CONTENT), true).getEncoded();
    }

    private static byte[] twice() throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        add(generator, "SHA256withECDSA", SCHOOL.privateKey(), SCHOOL.certificate(), false);
        add(generator, "SHA256withECDSA", TEAM.privateKey(), TEAM.certificate(), false);
        return generator.generate(new CMSProcessableByteArray(CONTENT), true).getEncoded();
    }

    private static byte[] withoutAttributes() throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        add(generator, "SHA256withECDSA", SCHOOL.privateKey(), SCHOOL.certificate(), true);
        return generator.generate(new CMSProcessableByteArray(CONTENT), true).getEncoded();
    }

    private static void add(
            CMSSignedDataGenerator generator, String algorithm, PrivateKey key, X509Certificate signer, boolean direct)
            throws OperatorCreationException, GeneralSecurityException {
        generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                        new JcaDigestCalculatorProviderBuilder().setProvider(BC).build())
                .setDirectSignature(direct)
                .build(new JcaContentSignerBuilder(algorithm).setProvider(BC).build(key), signer));
    }

    private static RecipientInfoGenerator ecdh(
            ASN1ObjectIdentifier agreement, ASN1ObjectIdentifier wrap, X509Certificate recipient)
            throws GeneralSecurityException {
        KeyPair ephemeral = onCurve(recipient.equals(AGREEMENT) ? "secp384r1" : "secp256r1");
        return new JceKeyAgreeRecipientInfoGenerator(agreement, ephemeral.getPrivate(), ephemeral.getPublic(), wrap)
                .addRecipient(recipient)
                .setProvider(BC);
    }

    private static byte[] enveloped(ASN1ObjectIdentifier algorithm, RecipientInfoGenerator... recipients)
            throws CMSException, IOException {
        CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
        for (RecipientInfoGenerator recipient : recipients) {
            generator.addRecipientInfoGenerator(recipient);
        }
        return generator
                .generate(new CMSProcessableByteArray(CONTENT), (OutputAEADEncryptor)
                        new JceCMSContentEncryptorBuilder(algorithm).build())
                .getEncoded();
    }

    private static KeyPair rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static KeyPair onCurve(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BC);
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static X509Certificate selfSigned(KeyPair pair, String algorithm)
            throws OperatorCreationException, GeneralSecurityException {
        X500Principal name = new X500Principal("CN=own");
        Instant now = Instant.now();
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(now.minusSeconds(3600)),
                                Date.from(now.plusSeconds(3600)),
                                name,
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder(algorithm)
                                .setProvider(BC)
                                .build(pair.getPrivate())));
    }
}
