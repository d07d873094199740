package nl.sluis.policyset;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.rules.Difference;
import nl.sluis.policy.rules.DifferenceSentences;
import nl.sluis.policy.rules.DifferenceWords;
import nl.sluis.policy.rules.Incomparable;
import nl.sluis.policy.rules.Language;
import nl.sluis.policy.rules.RuleBook;
import nl.sluis.seal.DetachedSignature;

/** The commands about the life of a policy set: {@code policy sign}, {@code verify}, {@code diff} and {@code replay}. */
final class SetCommands {

    static final String USAGE = """
                   policy sign --set DIR --as privacy-officer|lawyer --key FILE --certificate FILE
                               [--previous DIR] [--valid-from DATE]
                   policy verify --set DIR --privacy-officer FILE --lawyer FILE [--previous DIR]
                   policy diff OLD NEW [--language nl|en] [--since DATE] [--exactly-on DATE]
                               folders, or 'shipped' for the rules of this program
                   policy replay --set DIR --decisions FILE|- [--day DATE]
            """;

    private static final ZoneId HOME = ZoneId.of("Europe/Amsterdam");

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    SetCommands(InputStream in, PrintStream out, PrintStream err, Clock clock) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /** The exit code, or nothing when the first word is no command of this class. */
    Optional<Integer> run(List<String> words) {
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        try {
            return switch (words.isEmpty() ? "" : words.getFirst()) {
                case "sign" -> Optional.of(sign(rest));
                case "verify" -> Optional.of(verify(rest));
                case "diff" -> Optional.of(diff(rest));
                case "replay" -> Optional.of(new ReplayCommand(in, out, err).run(rest));
                default -> Optional.empty();
            };
        } catch (Options.BadUsage e) {
            err.println("policy: " + e.getMessage());
            return Optional.of(PolicyCommand.BAD_INPUT);
        } catch (RefusedSet e) {
            e.faults().forEach(fault -> err.println(fault));
            return Optional.of(PolicyCommand.FAILED);
        } catch (Incomparable e) {
            err.println(e.getMessage());
            return Optional.of(PolicyCommand.FAILED);
        } catch (IOException e) {
            err.println("policy: a file cannot be read or written, or is not what it should be");
            return Optional.of(PolicyCommand.BAD_INPUT);
        }
    }

    private int sign(List<String> words) throws Options.BadUsage, RefusedSet, IOException {
        Options options = Options.of(words, Set.of("set", "as", "key", "certificate", "previous", "valid-from"));
        SignerRole role = SignerRole.of(options.need("as"))
                .orElseThrow(() -> new Options.BadUsage("--as is privacy-officer or lawyer"));
        Path folder = options.needPath("set");
        Path key = options.needPath("key");
        Path certificate = options.needPath("certificate");
        PolicySet set = SetFolder.read(folder);
        Optional<Path> previousFolder = options.path("previous");
        Predecessor previous = previousFolder.isPresent()
                ? Predecessor.of(SetFolder.read(previousFolder.get()))
                : Predecessor.shipped();
        LocalDate today = LocalDate.ofInstant(clock.instant(), HOME);
        SetToSign toSign = SetToSign.of(set, previous, options.day("valid-from"), today);
        sentences(set.book(), Language.NL).of(toSign.difference(), today).forEach(out::println);
        Path signature = folder.resolve(SetFolder.SIGNATURES).resolve(role.file());
        if (Files.exists(signature)) {
            throw new Options.BadUsage("the " + role.word() + " has signed already; take the signature away first");
        }
        byte[] manifest = toSign.manifest().bytes();
        byte[] signed;
        try {
            signed = DetachedSignature.sign(manifest, key, certificate, clock.instant());
        } catch (IllegalStateException e) {
            throw new Options.BadUsage(String.valueOf(e.getMessage()));
        }
        if (set.manifest() == null) {
            Files.write(folder.resolve(Manifest.NAME), manifest, StandardOpenOption.CREATE_NEW);
        }
        Files.createDirectories(folder.resolve(SetFolder.SIGNATURES));
        Files.write(signature, signed, StandardOpenOption.CREATE_NEW);
        out.println(toSign.manifest().policy());
        out.println("signed by the " + role.word() + ", decides from "
                + toSign.manifest().validFrom());
        return PolicyCommand.OK;
    }

    private int verify(List<String> words) throws Options.BadUsage, RefusedSet, IOException {
        Options options = Options.of(words, Set.of("set", "privacy-officer", "lawyer", "previous"));
        Path folder = options.needPath("set");
        TrustedSigners trusted = TrustedSigners.read(options.paths("privacy-officer"), options.paths("lawyer"));
        PolicySet set = SetFolder.read(folder);
        Manifest manifest = new SetVerifier(trusted, clock.instant()).verify(set);
        RuleBook book = set.book();
        if (!book.hash().equals(manifest.policy())) {
            throw new RefusedSet(SetFault.Code.MANIFEST, "the hash of the rules is another");
        }
        Optional<Path> previous = options.path("previous");
        if (previous.isPresent()) {
            SetToSign.of(set, Predecessor.of(SetFolder.read(previous.get())), Optional.empty(), manifest.validFrom());
        }
        out.println(manifest.policy());
        out.println("signed by privacy officer and lawyer, decides from " + manifest.validFrom() + ", follows "
                + manifest.previous());
        return PolicyCommand.OK;
    }

    private int diff(List<String> words) throws Options.BadUsage, RefusedSet {
        if (words.size() < 2) {
            throw new Options.BadUsage("diff takes two sets: OLD NEW");
        }
        Options options = Options.of(words.subList(2, words.size()), Set.of("language", "since", "exactly-on"));
        String language = options.one("language").orElse("nl");
        if (!Set.of("nl", "en").contains(language)) {
            throw new Options.BadUsage("--language is nl or en");
        }
        LocalDate since = options.day("since").orElse(LocalDate.ofInstant(clock.instant(), HOME));
        RuleBook after = book(words.get(1));
        Difference difference = Difference.between(book(words.get(0)), after);
        DifferenceSentences sentences = sentences(after, language.equals("nl") ? Language.NL : Language.EN);
        sentences.of(difference, since).forEach(out::println);
        options.day("exactly-on")
                .ifPresent(day -> sentences.exactlyOn(difference, day).forEach(out::println));
        out.println(difference.hash());
        return PolicyCommand.OK;
    }

    private static DifferenceSentences sentences(RuleBook after, Language language) {
        return new DifferenceSentences(language, DifferenceWords.of(after, language));
    }

    /** The rules of a folder, or those of this program. */
    static RuleBook book(String folder) throws Options.BadUsage, RefusedSet {
        if (folder.equals("shipped")) {
            return RuleSets.builtIn();
        }
        Path path = Options.of(List.of("--set", folder), Set.of("set")).needPath("set");
        return SetFolder.read(path).book();
    }
}
