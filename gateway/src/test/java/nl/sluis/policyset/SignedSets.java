package nl.sluis.policyset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.DevelopmentPki;
import nl.sluis.certs.Holder;
import nl.sluis.certs.PkiFiles;
import nl.sluis.policy.RuleSets;
import org.jspecify.annotations.Nullable;

/** Policy sets in real folders, signed by the two people of development through the command that people use. */
public final class SignedSets {

    private static final String EXTRA = """
            # Extra

            ## Weigeren als

            | regel | grondslag | soort | code | artikel | reden | reason | zichtbaar | zekerheid |
            |---|---|---|---|---|---|---|---|---|
            | Z-W1 | CONSENT | CORRECTION | NO_BASIS | eigen keuze %s | Nu niet. | Not now. | afzender, fg | beleid |
            """;

    private final Path home;
    private final PkiFiles pki;
    private int folders;

    /** Keeps everything below this folder. */
    public SignedSets(Path home) {
        this.home = home;
        try {
            this.pki = DevelopmentPki.generate(home.resolve("pki"), Holder.signers());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The rules that come with the program, in a new folder. */
    public Path shipped() {
        return folder(RuleSets.builtInText());
    }

    /** The same with one row more, which denies corrections on the ground of consent, and without the examples that it breaks. */
    public Path stricter(String version) {
        Map<String, String> files = new HashMap<>(RuleSets.builtInText());
        files.keySet().removeIf(name -> name.endsWith(".voorbeelden.md"));
        files.put("21-extra.md", EXTRA.formatted(version));
        return folder(files);
    }

    /** Rules in a new folder. */
    public Path folder(Map<String, String> files) {
        try {
            Path folder = Files.createDirectory(home.resolve("set-" + folders++));
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Has both people sign. */
    public Path signed(Path folder, @Nullable Path previous, String validFrom) {
        for (SignerRole role : SignerRole.values()) {
            Ran ran = sign(folder, role, previous, validFrom);
            assertThat(ran.exit()).as(ran.errors()).isZero();
        }
        return folder;
    }

    /** Has one of them sign. */
    public Ran sign(Path folder, SignerRole role, @Nullable Path previous, String validFrom) {
        List<String> words = new ArrayList<>(
                List.of("sign", "--set", folder.toString(), "--as", role.word(), "--valid-from", validFrom));
        words.addAll(List.of(
                "--key",
                key(role).toString(),
                "--certificate",
                certificate(role).toString()));
        if (previous != null) {
            words.addAll(List.of("--previous", previous.toString()));
        }
        return run(words);
    }

    /** Verifies with the trust of both. */
    public Ran verify(Path folder) {
        return run(List.of(
                "verify",
                "--set",
                folder.toString(),
                "--privacy-officer",
                certificate(SignerRole.PRIVACY_OFFICER).toString(),
                "--lawyer",
                certificate(SignerRole.LAWYER).toString()));
    }

    /** What a command gave back. */
    public record Ran(int exit, String output, String errors) {}

    /** Runs {@code policy}. */
    public static Ran run(List<String> words) {
        return run(words, "");
    }

    static Ran run(List<String> words, String input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = PolicyCommand.run(
                words.toArray(String[]::new),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The certificate of the signer in a role. */
    public Path certificate(SignerRole role) {
        return pki.certificate(role.word(), CertificateUse.SEAL);
    }

    Path key(SignerRole role) {
        return pki.key(role.word(), CertificateUse.SEAL);
    }

    PkiFiles pki() {
        return pki;
    }

    /** Puts what is in one folder in another, which loses what it had: as an operator copies a new set over the old one. */
    public static void copy(Path from, Path to) {
        try {
            if (Files.isDirectory(to)) {
                for (Path old : all(to).reversed()) {
                    if (!old.equals(to)) {
                        Files.delete(old);
                    }
                }
            }
            for (Path file : all(from)) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }
}
