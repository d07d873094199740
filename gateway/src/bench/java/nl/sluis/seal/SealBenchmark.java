package nl.sluis.seal;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What a message of 10 kB costs to sign and encrypt, and to decrypt and verify: as Sluis seals it, beside CMS with RSA of today's
 * strength and a signed JWT in an encrypted one.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SealBenchmark {

    private static final int BYTES = 10_000;

    private final SealKeys school = TestSeals.keys("school");
    private final SealKeys team = TestSeals.keys("wijkteam");
    private final byte[] content = new byte[BYTES];
    private byte[] classical;
    private byte[] hybrid;
    private RsaSeal rsa;
    private byte[] rsaSealed;
    private KeyPair sender;
    private KeyPair recipient;
    private String jwe;

    /** Makes the keys, and one of each to open. */
    @Setup
    public void seal() throws Exception {
        new Random(1).nextBytes(content);
        classical = sluisClassicalSeal();
        hybrid = sluisHybridSeal();
        rsa = new RsaSeal();
        rsaSealed = cmsRsaSeal();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        sender = generator.generateKeyPair();
        recipient = generator.generateKeyPair();
        jwe = joseSeal();
    }

    /** ECDSA P-256, ECDH P-256. */
    @Benchmark
    public byte[] sluisClassicalSeal() {
        return sealed(TestSeals.recipient("wijkteam"));
    }

    /** The same, opened and verified. */
    @Benchmark
    public Object sluisClassicalOpen() throws Exception {
        return opened(classical);
    }

    /** ECDSA P-256, ML-KEM-768 around ECDH P-384. */
    @Benchmark
    public byte[] sluisHybridSeal() {
        return sealed(TestSeals.hybridRecipient("wijkteam"));
    }

    /** The same, opened and verified. */
    @Benchmark
    public Object sluisHybridOpen() throws Exception {
        return opened(hybrid);
    }

    /** RSA-3072 both ways. */
    @Benchmark
    public byte[] cmsRsaSeal() throws Exception {
        return rsa.seal(content);
    }

    /** The same, opened and verified. */
    @Benchmark
    public byte[] cmsRsaOpen() throws Exception {
        return rsa.open(rsaSealed);
    }

    /** ES256 inside ECDH-ES+A256KW with A256GCM. */
    @Benchmark
    public String joseSeal() throws JOSEException {
        JWSObject signed = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload(content));
        signed.sign(new ECDSASigner((ECPrivateKey) sender.getPrivate()));
        JWEObject encrypted = new JWEObject(
                new JWEHeader(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM), new Payload(signed));
        encrypted.encrypt(new ECDHEncrypter((ECPublicKey) recipient.getPublic()));
        return encrypted.serialize();
    }

    /** The same, opened and verified. */
    @Benchmark
    public byte[] joseOpen() throws JOSEException, ParseException {
        JWEObject encrypted = JWEObject.parse(jwe);
        encrypted.decrypt(new ECDHDecrypter((ECPrivateKey) recipient.getPrivate()));
        JWSObject signed = encrypted.getPayload().toJWSObject();
        if (!signed.verify(new ECDSAVerifier((ECPublicKey) sender.getPublic()))) {
            throw new IllegalStateException("not verified");
        }
        return signed.getPayload().toBytes();
    }

    private byte[] sealed(SealRecipient to) {
        return Encryption.encrypt(
                Cms.sign(content, school.privateKey(), school.certificate(), Encryption.suite(to)), to);
    }

    private Object opened(byte[] cms) throws Exception {
        Verification verification = Verification.of(
                team.decrypt(cms), new Expected(List.of(school.certificate()), at -> true, at -> true, seal -> Optional.empty()));
        if (verification instanceof Verification.Bad) {
            throw new IllegalStateException("not verified");
        }
        return verification;
    }
}
