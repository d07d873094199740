package nl.sluis.policyset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.sluis.certs.CertificateUse;
import nl.sluis.policy.RuleSets;
import nl.sluis.policyset.SignedSets.Ran;
import nl.sluis.seal.TestSignatures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A policy set is what two trusted people signed, and every way to tamper with it is told for what it is. */
class SetCommandsTest {

    @TempDir
    static Path shared;

    private static SignedSets signers;
    private static Path signed;

    @TempDir
    Path home;

    @BeforeAll
    static void signOnce() {
        signers = new SignedSets(shared);
        signed = signers.signed(signers.shipped(), null, "2026-11-01");
        Ran untouched = signers.verify(signed);
        assertThat(untouched.exit()).as(untouched.errors()).isZero();
        assertThat(untouched.output()).startsWith(RuleSets.builtIn().hash()).contains("2026-11-01");
    }

    interface Tampering {
        void with(Path set, SignedSets sets) throws IOException;
    }

    static Stream<Arguments> tamperings() {
        return Stream.of(
                tampering(
                        "a changed file",
                        "FILE_CHANGED: 20-toestemming.md",
                        (set, sets) -> append(set.resolve("20-toestemming.md"), "\nnog een zin\n")),
                tampering(
                        "a missing file",
                        "FILE_MISSING: 36-kinderbescherming.md",
                        (set, sets) -> Files.delete(set.resolve("36-kinderbescherming.md"))),
                tampering(
                        "an extra file",
                        "FILE_EXTRA: 99-extra.md",
                        (set, sets) -> Files.writeString(set.resolve("99-extra.md"), "# Niets\n")),
                tampering(
                        "a file that does not belong",
                        "FILE_EXTRA: notes.txt",
                        (set, sets) -> Files.writeString(set.resolve("notes.txt"), "x")),
                tampering(
                        "a changed MANIFEST",
                        "SIGNATURE_WRONG: handtekeningen/fg.p7s is over another",
                        (set, sets) ->
                                replace(set.resolve("MANIFEST"), "geldig-vanaf 2026-11-01", "geldig-vanaf 2026-10-01")),
                tampering(
                        "a MANIFEST with a blank more",
                        "MANIFEST: MANIFEST is not in its one form",
                        (set, sets) -> append(set.resolve("MANIFEST"), " ")),
                tampering(
                        "no MANIFEST",
                        "MANIFEST: there is no MANIFEST",
                        (set, sets) -> Files.delete(set.resolve("MANIFEST"))),
                tampering(
                        "swapped signatures",
                        "SIGNER_NOT_TRUSTED: handtekeningen/fg.p7s",
                        (set, sets) ->
                                swap(signature(set, SignerRole.PRIVACY_OFFICER), signature(set, SignerRole.LAWYER))),
                tampering(
                        "one signature twice",
                        "SIGNER_NOT_TRUSTED: handtekeningen/jurist.p7s",
                        (set, sets) -> Files.copy(
                                signature(set, SignerRole.PRIVACY_OFFICER),
                                signature(set, SignerRole.LAWYER),
                                StandardCopyOption.REPLACE_EXISTING)),
                tampering(
                        "a missing signature",
                        "SIGNATURE_MISSING: the lawyer has not signed",
                        (set, sets) -> Files.delete(signature(set, SignerRole.LAWYER))),
                tampering("no signatures", "SIGNATURE_MISSING: the privacy-officer has not signed", (set, sets) -> {
                    Files.delete(signature(set, SignerRole.LAWYER));
                    Files.delete(signature(set, SignerRole.PRIVACY_OFFICER));
                    Files.delete(set.resolve("handtekeningen"));
                }),
                tampering(
                        "a damaged signature",
                        "SIGNATURE_WRONG: handtekeningen/fg.p7s is no signature",
                        (set, sets) -> Files.writeString(signature(set, SignerRole.PRIVACY_OFFICER), "0000")),
                tampering(
                        "a signature of another authority",
                        "SIGNER_NOT_TRUSTED: handtekeningen/fg.p7s",
                        (set, sets) ->
                                Files.write(signature(set, SignerRole.PRIVACY_OFFICER), by("other-ca", set, sets))),
                tampering("a link", "FOLDER: 20-toestemming.md is not a plain file", (set, sets) -> {
                    Files.delete(set.resolve("20-toestemming.md"));
                    Files.createSymbolicLink(set.resolve("20-toestemming.md"), set.resolve("30-meldcode.md"));
                }),
                tampering("a folder of links", "FILE_EXTRA: handtekeningen does not belong", (set, sets) -> {
                    Files.move(set.resolve("handtekeningen"), set.resolveSibling("elders"));
                    Files.createSymbolicLink(set.resolve("handtekeningen"), set.resolveSibling("elders"));
                }),
                tampering(
                        "a name in other case",
                        "FOLDER: two names differ in upper and lower case",
                        (set, sets) -> Files.writeString(set.resolve("20-Toestemming.md"), "# Niets\n")),
                tampering(
                        "a MANIFEST in other case",
                        "FOLDER: two names differ in upper and lower case",
                        (set, sets) -> Files.writeString(set.resolve("manifest"), "")),
                tampering(
                        "a huge file",
                        "FOLDER: 99-groot.md is larger",
                        (set, sets) -> Files.write(set.resolve("99-groot.md"), new byte[300_000])),
                tampering("very many files", "FOLDER: more than 102 files", (set, sets) -> {
                    for (int i = 0; i < 201; i++) {
                        Files.writeString(set.resolve("a" + i + ".md"), "");
                    }
                }),
                tampering(
                        "a path in the MANIFEST",
                        "FILE_MISSING: ../outside.md is not there",
                        (set, sets) ->
                                append(set.resolve("MANIFEST"), "bestand " + "0".repeat(64) + " 1 ../outside.md\n")),
                tampering(
                        "bytes that are no text",
                        "FILE_CHANGED: 00-LEESMIJ.md",
                        (set, sets) -> Files.write(set.resolve("00-LEESMIJ.md"), new byte[] {(byte) 0xc3, 0x28})));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
    void tellsWhatIsWrong(String name, String told, Tampering tampering) throws IOException {
        SignedSets sets = signers;
        Path set = copy();
        tampering.with(set, sets);
        Ran ran = sets.verify(set);
        assertThat(ran.exit()).isEqualTo(PolicyCommand.FAILED);
        assertThat(ran.errors()).contains(told);
        assertThat(ran.output()).isEmpty();
    }

    @Test
    void aCertificateThatHadEndedWhenItSignedDoesNotCount() throws IOException {
        SignedSets sets = signers;
        Path set = copy();
        Files.write(signature(set, SignerRole.LAWYER), by("expired", set, sets));
        Ran ran = verifiedWith(sets, set, sets.pki().certificate("expired", CertificateUse.SEAL));
        assertThat(ran.exit()).isEqualTo(PolicyCommand.FAILED);
        assertThat(ran.errors()).contains("SIGNER_EXPIRED: handtekeningen/jurist.p7s");
    }

    @Test
    void aSignatureOfTomorrowDoesNotCount() throws IOException {
        SignedSets sets = signers;
        Path set = copy();
        Files.write(
                signature(set, SignerRole.LAWYER),
                TestSignatures.signed(
                        Files.readAllBytes(set.resolve("MANIFEST")),
                        sets.key(SignerRole.LAWYER),
                        sets.certificate(SignerRole.LAWYER),
                        Instant.now().plusSeconds(86_400)));
        assertThat(sets.verify(set).errors()).contains("SIGNER_EXPIRED").contains("in the future");
    }

    @Test
    @EnabledIf("opensslIsThere")
    void aSignatureByTheDocumentedOpensslCommandCounts() throws IOException, InterruptedException {
        Path set = signers.shipped();
        Ran prepared = SignedSets.run(List.of("prepare", "--set", set.toString(), "--valid-from", "2026-11-01"));
        assertThat(prepared.exit()).as(prepared.errors()).isZero();
        assertThat(signers.sign(set, SignerRole.LAWYER, null, "2026-11-01").exit())
                .isZero();
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "cms",
                        "-sign",
                        "-binary",
                        "-in",
                        "MANIFEST",
                        "-signer",
                        signers.certificate(SignerRole.PRIVACY_OFFICER).toString(),
                        "-inkey",
                        signers.key(SignerRole.PRIVACY_OFFICER).toString(),
                        "-outform",
                        "DER",
                        "-out",
                        "handtekeningen/fg.p7s")
                .directory(set.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(openssl.waitFor()).isZero();
        assertThat(signature(set, SignerRole.PRIVACY_OFFICER)).exists();
        Ran ran = signers.verify(set);
        assertThat(ran.exit()).as(ran.errors()).isZero();
    }

    @Test
    void whatIsPreparedIsNotPreparedForAnotherDay() {
        Path set = signers.shipped();
        List<String> words = List.of("prepare", "--set", set.toString(), "--valid-from");
        assertThat(SignedSets.run(concat(words, "2026-11-01")).exit()).isZero();
        Ran again = SignedSets.run(concat(words, "2026-12-01"));
        assertThat(again.exit()).isEqualTo(PolicyCommand.FAILED);
        assertThat(again.errors()).contains("MANIFEST: it says from 2026-11-01");
    }

    private static List<String> concat(List<String> words, String last) {
        return Stream.concat(words.stream(), Stream.of(last)).toList();
    }

    static boolean opensslIsThere() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "openssl")));
    }

    @Test
    void onePersonInBothRolesDoesNotCount() throws IOException {
        SignedSets sets = signers;
        Path set = copy();
        Files.copy(
                signature(set, SignerRole.PRIVACY_OFFICER),
                signature(set, SignerRole.LAWYER),
                StandardCopyOption.REPLACE_EXISTING);
        Ran ran = verifiedWith(sets, set, sets.certificate(SignerRole.PRIVACY_OFFICER));
        assertThat(ran.errors()).contains("SAME_SIGNER");
    }

    @Test
    void showsTheEffectToWhoeverSignsAndRefusesWhatChangedSince() throws IOException {
        SignedSets sets = new SignedSets(home);
        Path set = sets.stricter("1");
        Ran first = sets.sign(set, SignerRole.PRIVACY_OFFICER, null, "2026-12-01");
        assertThat(first.output())
                .contains("Eerst “het gegeven mag”, voortaan “het hele bericht mag niet”")
                .contains("Regel Z-W1 is nieuw.");
        append(set.resolve("21-extra.md"), "\nNog een zin.\n");
        Ran second = sets.sign(set, SignerRole.LAWYER, null, "2026-12-01");
        assertThat(second.exit()).isEqualTo(PolicyCommand.FAILED);
        assertThat(second.errors()).contains("FILE_CHANGED: 21-extra.md");
        assertThat(sets.sign(set, SignerRole.PRIVACY_OFFICER, null, "2026-12-01")
                        .exit())
                .isNotZero();
    }

    @Test
    void signsNothingThatMayNotDecide() throws IOException {
        SignedSets sets = new SignedSets(home);
        Path weak = sets.shipped();
        replace(weak.resolve("50-ontvangersprofielen.md"), "\n| P-W5 |", "\n\n| P-W5 |");
        assertThat(sets.sign(weak, SignerRole.LAWYER, null, "2026-12-01").errors())
                .contains("RULES: 50-ontvangersprofielen.md:");

        Path unproved = sets.shipped();
        replace(
                unproved.resolve("50-ontvangersprofielen.md"),
                "| P-W7 | - | - | - | - | - | ja |",
                "| P-W7 | - | - | - | - | ja | ja |");
        assertThat(sets.sign(unproved, SignerRole.LAWYER, null, "2026-12-01").errors())
                .contains("NOT_PROVED: N42");
        assertThat(unproved.resolve("MANIFEST")).doesNotExist();
    }

    @Test
    void aWrongKeyOrAWrongWordSignsNothing() throws IOException {
        SignedSets sets = new SignedSets(home);
        Path set = sets.shipped();
        Ran wrongKey = SignedSets.run(List.of(
                "sign",
                "--set",
                set.toString(),
                "--as",
                "lawyer",
                "--key",
                sets.key(SignerRole.PRIVACY_OFFICER).toString(),
                "--certificate",
                sets.certificate(SignerRole.LAWYER).toString()));
        assertThat(wrongKey.exit()).isEqualTo(PolicyCommand.BAD_INPUT);
        assertThat(wrongKey.errors()).contains("the key is not that of the certificate");
        assertThat(set.resolve("MANIFEST")).doesNotExist();
        assertThat(SignedSets.run(List.of("sign", "--set", set.toString(), "--as", "mayor"))
                        .exit())
                .isEqualTo(PolicyCommand.BAD_INPUT);
        assertThat(SignedSets.run(List.of("verify", "--set", set.toString(), "--colour", "blue"))
                        .exit())
                .isEqualTo(PolicyCommand.BAD_INPUT);
    }

    @Test
    void checksAndComparesFolders() {
        SignedSets sets = new SignedSets(home);
        Path set = sets.stricter("1");
        assertThat(SignedSets.run(List.of("check", "--set", sets.shipped().toString()))
                        .exit())
                .isZero();
        Ran same = SignedSets.run(List.of("diff", "shipped", sets.shipped().toString()));
        assertThat(same.output()).startsWith("Elk geval wordt beslist als tevoren.");
        Ran english = SignedSets.run(List.of("diff", "shipped", set.toString(), "--language", "en"));
        assertThat(english.output())
                .contains("from then on “the whole message may not go”")
                .contains("sha256:");
        assertThat(SignedSets.run(
                                List.of("diff", "shipped", home.resolve("none").toString()))
                        .exit())
                .isEqualTo(PolicyCommand.FAILED);
        assertThat(SignedSets.run(List.of("diff", "shipped")).exit()).isEqualTo(PolicyCommand.BAD_INPUT);
    }

    @Test
    void aSetOfOtherFactsIsNotForThisProgram() {
        SignedSets sets = new SignedSets(home);
        Map<String, String> files = new java.util.HashMap<>(RuleSets.builtInText());
        files.computeIfPresent(
                "10-woordenlijst.md", (name, text) -> text.replace("| ARTS, anders |", "| ARTS, anders, tolk |"));
        files.computeIfPresent(
                "11-zinnen.md",
                (name, text) -> text.replace(
                        "## Zinnen\n\n",
                        "## Zinnen\n\n| feit | waarde | zin | sentence | wie |\n|---|---|---|---|---|\n"
                                + "| rol | tolk | een tolk verzendt | an interpreter sends | niemand |\n\n"));
        Ran ran = sets.sign(sets.folder(files), SignerRole.LAWYER, null, "2026-12-01");
        assertThat(ran.errors()).contains("WORDS: the fact rol");
    }

    private Path copy() {
        Path set = home.resolve("set");
        SignedSets.copy(signed, set);
        return set;
    }

    private static Ran verifiedWith(SignedSets sets, Path set, Path lawyer) {
        return SignedSets.run(List.of(
                "verify",
                "--set",
                set.toString(),
                "--privacy-officer",
                sets.certificate(SignerRole.PRIVACY_OFFICER).toString(),
                "--lawyer",
                lawyer.toString()));
    }

    private static byte[] by(String name, Path set, SignedSets sets) throws IOException {
        return TestSignatures.signed(
                Files.readAllBytes(set.resolve("MANIFEST")),
                sets.pki().key(name, CertificateUse.SEAL),
                sets.pki().certificate(name, CertificateUse.SEAL),
                Instant.now());
    }

    private static Arguments tampering(String name, String told, Tampering tampering) {
        return Arguments.of(name, told, tampering);
    }

    private static Path signature(Path set, SignerRole role) {
        return set.resolve("handtekeningen").resolve(role.file());
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, Files.readString(file) + text);
    }

    private static void replace(Path file, String old, String now) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, now));
    }

    private static void swap(Path one, Path other) throws IOException {
        byte[] first = Files.readAllBytes(one);
        Files.write(one, Files.readAllBytes(other));
        Files.write(other, first);
    }
}
