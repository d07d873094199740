package nl.sluis.policyset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.rules.Difference;
import nl.sluis.policy.rules.DifferenceSentences;
import nl.sluis.policy.rules.DifferenceWords;
import nl.sluis.policy.rules.Language;
import nl.sluis.policy.rules.RuleBook;
import nl.sluis.seal.DetachedSignature;

/** The life of a policy set: {@code policy diff}, {@code replay}, {@code prepare}, {@code sign} and {@code verify}. */
final class SetCommands {

    private static final ZoneId HOME = ZoneId.of("Europe/Amsterdam");
    private static final String SHIPPED = "shipped";

    private final Terminal terminal;
    private final Clock clock;

    SetCommands(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    int prepare(Path folder, Optional<Path> previous, Optional<LocalDate> validFrom) throws RefusedSet, IOException {
        SetToSign toSign = toSign(SetFolder.read(folder), previous, validFrom);
        write(folder, toSign.manifest());
        terminal.out()
                .println("both sign the bytes of " + Manifest.NAME + ", it decides from "
                        + toSign.manifest().validFrom());
        return PolicyCommand.OK;
    }

    int sign(
            Path folder,
            SignerRole role,
            Path key,
            Path certificate,
            Optional<Path> previous,
            Optional<LocalDate> validFrom)
            throws RefusedSet, IOException {
        Path signature = folder.resolve(SetFolder.SIGNATURES).resolve(role.file());
        if (Files.exists(signature)) {
            return wrong("the " + role.word() + " has signed already; take the signature away first");
        }
        Manifest manifest = toSign(SetFolder.read(folder), previous, validFrom).manifest();
        byte[] signed;
        try {
            signed = DetachedSignature.sign(manifest.bytes(), key, certificate, clock.instant());
        } catch (IllegalStateException e) {
            return wrong(String.valueOf(e.getMessage()));
        }
        write(folder, manifest);
        Files.createDirectories(signature.resolveSibling(""));
        Files.write(signature, signed, StandardOpenOption.CREATE_NEW);
        terminal.out().println("signed by the " + role.word() + ", decides from " + manifest.validFrom());
        return PolicyCommand.OK;
    }

    int verify(Path folder, List<Path> officers, List<Path> lawyers, Optional<Path> previous)
            throws RefusedSet, IOException {
        PolicySet set = SetFolder.read(folder);
        Manifest manifest = new SetVerifier(TrustedSigners.read(officers, lawyers), clock.instant()).verify(set);
        List<SetFault> faults = RulesCheck.faults(set.book(), manifest);
        if (!faults.isEmpty()) {
            throw new RefusedSet(faults);
        }
        if (previous.isPresent()) {
            SetToSign.of(set, Predecessor.of(SetFolder.read(previous.get())), Optional.empty(), manifest.validFrom());
        }
        terminal.out().println(manifest.policy());
        terminal.out()
                .println("signed by privacy officer and lawyer, decides from " + manifest.validFrom() + ", follows "
                        + manifest.previous());
        return PolicyCommand.OK;
    }

    int diff(String old, String now, Language language, Optional<LocalDate> since, Optional<LocalDate> exactlyOn)
            throws RefusedSet {
        RuleBook after = book(now);
        Difference difference = Difference.between(book(old), after);
        DifferenceSentences sentences = sentences(after, language);
        sentences.of(difference, since.orElse(today())).forEach(terminal.out()::println);
        exactlyOn.ifPresent(day -> sentences.exactlyOn(difference, day).forEach(terminal.out()::println));
        terminal.out().println(difference.hash());
        return PolicyCommand.OK;
    }

    int replay(String set, Path decisions, Optional<LocalDate> day) throws RefusedSet, IOException {
        Replay replay = new Replay(book(set), day.orElse(null));
        try (BufferedReader lines = decisions.toString().equals("-")
                ? new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8))
                : Files.newBufferedReader(decisions)) {
            long wrong = replay.take(lines);
            if (wrong > 0) {
                return wrong("line " + wrong + " is no decision");
            }
        }
        replay.report(terminal.out());
        return PolicyCommand.OK;
    }

    private SetToSign toSign(PolicySet set, Optional<Path> previous, Optional<LocalDate> validFrom) throws RefusedSet {
        Predecessor before =
                previous.isPresent() ? Predecessor.of(SetFolder.read(previous.get())) : Predecessor.shipped();
        SetToSign toSign = SetToSign.of(set, before, validFrom, today());
        sentences(set.book(), Language.NL).of(toSign.difference(), today()).forEach(terminal.out()::println);
        terminal.out().println(toSign.manifest().policy());
        return toSign;
    }

    private static void write(Path folder, Manifest manifest) throws IOException {
        Path file = folder.resolve(Manifest.NAME);
        if (Files.notExists(file)) {
            Files.write(file, manifest.bytes(), StandardOpenOption.CREATE_NEW);
        }
    }

    private int wrong(String what) {
        terminal.err().println("policy: " + what);
        return PolicyCommand.BAD_INPUT;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HOME);
    }

    private static DifferenceSentences sentences(RuleBook after, Language language) {
        return new DifferenceSentences(language, DifferenceWords.of(after, language));
    }

    private static RuleBook book(String folder) throws RefusedSet {
        return folder.equals(SHIPPED)
                ? RuleSets.builtIn()
                : SetFolder.read(Path.of(folder)).book();
    }
}
