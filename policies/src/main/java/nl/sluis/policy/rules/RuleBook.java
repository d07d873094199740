package nl.sluis.policy.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every rule that was read, of all dates, with its words, terms and examples; known by one hash. Immutable. */
public final class RuleBook {

    private static final Set<String> OTHER_HEADINGS = Set.of(
            VocabularyReader.HEADING,
            TermReader.HEADING,
            InForceReader.HEADING,
            RequiredDataReader.HEADING,
            ExampleReader.HEADING,
            PhraseReader.PHRASES,
            PhraseReader.CODES,
            PhraseReader.PEOPLE);

    private final String hash;
    private final Vocabulary vocabulary;
    private final Map<String, Term> terms;
    private final Law law;
    private final List<Rule> rules;
    private final List<Example> examples;
    private final Phrases phrases;
    private final TreeMap<LocalDate, RuleSet> byStart = new TreeMap<>();

    /** What the set says beside its rows: which basis is in force when, and what a kind of message holds at least. */
    private record Law(List<InForce> inForce, List<RequiredData> required) {}

    private RuleBook(
            String hash,
            Vocabulary vocabulary,
            Map<String, Term> terms,
            Law law,
            List<Rule> rules,
            List<Example> examples,
            Phrases phrases) {
        this.hash = hash;
        this.vocabulary = vocabulary;
        this.terms = Map.copyOf(terms);
        this.law = law;
        this.rules = List.copyOf(rules);
        this.examples = List.copyOf(examples);
        this.phrases = phrases;
        starts().forEach(day -> byStart.put(day, setOf(day)));
    }

    /**
     * Reads rules.
     *
     * @param files text by file name
     * @param codes the reason codes that rows may give
     * @throws FaultyRules when anything in them is not as the notation demands; lists every fault with its place
     */
    public static RuleBook read(Map<String, String> files, Set<String> codes) {
        return read(files, codes, Set.of());
    }

    /**
     * Reads rules that must have certain tables.
     *
     * @param required headings of tables that a whole set has, beside the word list
     * @throws FaultyRules as {@link #read(Map, Set)} does, and when a table is not there
     */
    public static RuleBook read(Map<String, String> files, Set<String> codes, Set<String> required) {
        SortedMap<String, String> sorted = new TreeMap<>(files);
        List<Fault> faults = new ArrayList<>();
        List<MarkdownTables.Table> tables = new ArrayList<>();
        Map<String, Validity> validity = new HashMap<>();
        sorted.forEach((file, text) -> {
            tables.addAll(MarkdownTables.read(file, text, faults));
            validity.put(file, Validity.read(file, text, faults));
        });
        Vocabulary vocabulary = VocabularyReader.read(tables, faults);
        Map<String, Term> terms = TermReader.read(tables, faults);
        RuleReader reader = new RuleReader(vocabulary, codes, terms.keySet(), validity, faults);
        for (MarkdownTables.Table table : tables) {
            Optional<Effect> effect = Effect.of(table.heading());
            if (effect.isPresent()) {
                reader.table(table, effect.get());
            } else if (!OTHER_HEADINGS.contains(table.heading())) {
                faults.add(new Fault(table.file(), table.line(), "onbekende kop '%s'".formatted(table.heading())));
            }
        }
        Law law = new Law(
                InForceReader.read(tables, vocabulary, faults), RequiredDataReader.read(tables, vocabulary, faults));
        List<Example> examples = new ExampleReader(vocabulary, reader.rules(), faults).read(tables);
        Phrases phrases = PhraseReader.read(vocabulary, tables, faults);
        required.stream()
                .filter(heading ->
                        tables.stream().noneMatch(table -> table.heading().equals(heading)))
                .forEach(heading -> faults.add(new Fault("", 0, "er is geen tabel '%s'".formatted(heading))));
        if (!faults.isEmpty()) {
            throw new FaultyRules(faults.stream().sorted().toList());
        }
        return new RuleBook(hashOf(sorted), vocabulary, terms, law, reader.rules(), examples, phrases);
    }

    /** The rules that hold on a day; the day of sending decides, not the day of deployment. */
    public RuleSet on(LocalDate day) {
        return byStart.floorEntry(day).getValue();
    }

    /** The first day of each period in which the rules stay the same. */
    public Set<LocalDate> periods() {
        return Set.copyOf(byStart.keySet());
    }

    /** {@code sha256:} and 64 hexadecimal digits, over the sorted file names and their bytes. */
    public String hash() {
        return hash;
    }

    /** The words that the rules use. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The named numbers, by duty. */
    public Map<String, Term> terms() {
        return terms;
    }

    /** Every row of every date, invariants too. */
    public List<Rule> rules() {
        return rules;
    }

    /** The examples, each a test. */
    public List<Example> examples() {
        return examples;
    }

    /** Which basis is in force when. */
    List<InForce> inForce() {
        return law.inForce();
    }

    /** What a kind of message holds at least. */
    List<RequiredData> required() {
        return law.required();
    }

    /** Every fact in plain words. */
    public Phrases phrases() {
        return phrases;
    }

    private List<LocalDate> starts() {
        List<LocalDate> starts = new ArrayList<>(List.of(LocalDate.MIN));
        rules.forEach(
                rule -> addStarts(starts, rule.place().from(), rule.place().until()));
        law.inForce().forEach(basis -> addStarts(starts, basis.from(), basis.until()));
        return starts.stream().distinct().sorted().toList();
    }

    private static void addStarts(List<LocalDate> starts, @Nullable LocalDate from, @Nullable LocalDate until) {
        if (from != null) {
            starts.add(from);
        }
        if (until != null) {
            starts.add(until.plusDays(1));
        }
    }

    private RuleSet setOf(LocalDate day) {
        return new RuleSet(
                vocabulary,
                rules.stream()
                        .filter(rule ->
                                rule.effect() != Effect.NEVER && rule.place().holdsOn(day))
                        .toList(),
                law.inForce().stream()
                        .filter(basis -> basis.on(day))
                        .map(InForce::basis)
                        .collect(Collectors.toUnmodifiableSet()),
                law.required());
    }

    private static String hashOf(SortedMap<String, String> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, text) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
