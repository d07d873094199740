package nl.sluis.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.node.HardwareTokenSettings;

/**
 * A token of SoftHSM2 (Debian: softhsm2). Its library takes the place of its files from the environment and nowhere else, so that
 * the build says it: {@code SOFTHSM2_CONF}.
 */
public final class SoftToken {

    /** Its PIN. */
    public static final String PIN = "271828";

    private static final Pattern SLOT = Pattern.compile("slot (\\d+)");
    private static final String PLACE = "SOFTHSM2_CONF";

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"));

    private final HardwareTokenSettings settings;
    private final HardwareTokenSettings unopened;
    private final KeyStore store;

    private SoftToken(HardwareTokenSettings settings, HardwareTokenSettings unopened, KeyStore store) {
        this.settings = settings;
        this.unopened = unopened;
        this.store = store;
    }

    /** Why there can be none here; empty when there can. */
    public static Optional<String> missing() {
        if (System.getenv(PLACE) == null) {
            return Optional.of(PLACE + " is not set, as mvn does");
        }
        return library().isPresent() ? Optional.empty() : Optional.of("Debian's softhsm2 is not installed");
    }

    /** A new one, whose PIN stands in a file in that directory. */
    public static SoftToken in(Path directory) throws IOException, InterruptedException, GeneralSecurityException {
        Path configuration = Path.of(System.getenv(PLACE));
        Path tokens = Files.createDirectories(configuration.resolveSibling("softhsm-tokens"));
        Files.writeString(configuration, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
        // Both now: the library looks for tokens once
        long slot = initialised();
        long other = initialised();
        Path pin = Files.writeString(directory.resolve("token.pin"), PIN + "\n");
        HardwareTokenSettings settings = new HardwareTokenSettings(library().orElseThrow(), slot, pin);
        Provider provider = Security.getProvider("SunPKCS11")
                .configure("--name=writing\nlibrary=" + settings.library() + "\nslot=" + settings.slot()
                        + "\nattributes(*,CKO_PRIVATE_KEY,*)={\nCKA_SIGN=true\nCKA_DERIVE=true\n"
                        + "CKA_SENSITIVE=true\nCKA_EXTRACTABLE=false\n}\n");
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, PIN.toCharArray());
        return new SoftToken(settings, new HardwareTokenSettings(settings.library(), other, pin), store);
    }

    /** As a node has it. */
    public HardwareTokenSettings settings() {
        return settings;
    }

    /** Another one, without keys, which nobody has opened yet: what is open stays so for the whole process. */
    public HardwareTokenSettings unopened() {
        return unopened;
    }

    /** Puts a key into it, from which it never comes out, with its certificate. */
    public void put(String label, PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        // By the platform's name for its algorithm, which Bouncy Castle has another for
        PrivateKey plain = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        store.setKeyEntry(label, plain, null, new X509Certificate[] {certificate});
    }

    private static long initialised() throws IOException, InterruptedException {
        Process made = new ProcessBuilder(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        "sluis",
                        "--pin",
                        PIN,
                        "--so-pin",
                        "314159")
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher slot = SLOT.matcher(said);
        if (made.waitFor() != 0 || !slot.find()) {
            throw new IOException("softhsm2-util: " + said);
        }
        return Long.parseLong(slot.group(1));
    }

    private static Optional<Path> library() {
        return LIBRARIES.stream().filter(Files::isReadable).findFirst();
    }
}
