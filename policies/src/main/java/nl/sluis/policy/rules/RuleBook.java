package nl.sluis.policy.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every rule that was read, of all dates, with its words, terms and examples; known by one hash. Immutable. */
public final class RuleBook {

    private final String hash;
    private final Vocabulary vocabulary;
    private final Law law;
    private final List<Rule> rules;
    private final ExamplePoints examples;
    private final TreeMap<LocalDate, RuleSet> byStart = new TreeMap<>();
    private volatile Period last;

    /**
     * What the set says beside its rows: terms, which basis is in force when, what a message holds at least, what goes one way, and
     * its wording.
     */
    private record Law(
            Map<String, Term> terms,
            List<InForce> inForce,
            List<RequiredData> required,
            List<Monotone> monotone,
            Phrases phrases,
            ExplanationTexts explanations) {}

    private RuleBook(String hash, Vocabulary vocabulary, Law law, List<Rule> rules, ExamplePoints examples) {
        this.hash = hash;
        this.vocabulary = vocabulary;
        this.law = law;
        this.rules = List.copyOf(rules);
        this.examples = examples;
        starts(rules, law).forEach(day -> byStart.put(day, setOf(day)));
        this.last = Period.of(byStart, byStart.firstKey());
    }

    /** In which the rules stay the same; nearly every day that is asked for is in that of the day before it. */
    private record Period(LocalDate from, @Nullable LocalDate next, RuleSet rules) {

        static Period of(TreeMap<LocalDate, RuleSet> byStart, LocalDate day) {
            Map.Entry<LocalDate, RuleSet> entry = byStart.floorEntry(day);
            return new Period(entry.getKey(), byStart.higherKey(day), entry.getValue());
        }

        boolean has(LocalDate day) {
            return !day.isBefore(from) && (next == null || day.isBefore(next));
        }
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
        PlainText.check(sorted, faults);
        refuse(faults);
        List<MarkdownTables.Table> tables = new ArrayList<>();
        Map<String, Validity> validity = new HashMap<>();
        sorted.forEach((file, text) -> {
            tables.addAll(MarkdownTables.read(file, text, faults));
            validity.put(file, Validity.read(file, text, faults));
        });
        tables.forEach(table -> Headings.check(table, faults));
        Vocabulary vocabulary = VocabularyReader.read(tables, faults);
        Map<String, Term> terms = TermReader.read(tables, faults);
        RuleReader reader = new RuleReader(vocabulary, codes, terms.keySet(), validity, faults);
        tables.forEach(table -> Effect.of(table.heading()).ifPresent(effect -> reader.table(table, effect)));
        Contradictions.find(reader.rules(), faults);
        Law law = new Law(
                terms,
                InForceReader.read(tables, vocabulary, faults),
                RequiredDataReader.read(tables, vocabulary, faults),
                new MonotoneReader(vocabulary, reader.rules(), validity, faults).read(tables),
                PhraseReader.read(vocabulary, tables, faults),
                new ExplanationReader(vocabulary, reader.rules(), codes, faults).read(tables, terms.values()));
        ExamplePoints examples = new ExampleReader(vocabulary, reader.rules(), faults).read(tables);
        required.stream()
                .filter(heading ->
                        tables.stream().noneMatch(table -> table.heading().equals(heading)))
                .forEach(heading -> faults.add(new Fault("", 0, "er is geen tabel '%s'".formatted(heading))));
        if (starts(reader.rules(), law).size() > Limits.PERIODS) {
            faults.add(new Fault("", 0, "meer dan %d perioden met andere regels".formatted(Limits.PERIODS)));
        }
        refuse(faults);
        return new RuleBook(hashOf(sorted), vocabulary, law, reader.rules(), examples);
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultyRules(
                    faults.stream().distinct().sorted().limit(Limits.FAULTS).toList());
        }
    }

    /** The rules that hold on a day; the day of sending decides, not the day of deployment. */
    public RuleSet on(LocalDate day) {
        Period period = last;
        if (!period.has(day)) {
            period = Period.of(byStart, day);
            last = period;
        }
        return period.rules();
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
        return Collections.unmodifiableMap(law.terms());
    }

    /** Every row of every date, invariants too. */
    public List<Rule> rules() {
        return rules;
    }

    /** The examples, each a test. Worked out anew each time: whoever decides has no need of them. */
    public List<Example> examples() {
        return examples.examples();
    }

    /** What is declared to go one way; proved like the invariants. */
    List<Monotone> monotone() {
        return law.monotone();
    }

    /** The days on which an example must hold: its own, or the first day of each period in which all its rows are in force. */
    public List<LocalDate> daysOf(Example example) {
        if (example.day() != null) {
            return List.of(example.day());
        }
        Set<String> named = Set.copyOf(example.rules());
        return byStart.keySet().stream()
                .filter(day -> rules.stream()
                        .filter(rule -> named.contains(rule.id()))
                        .allMatch(rule -> rule.place().holdsOn(day)))
                .toList();
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
        return law.phrases();
    }

    /** What is told to whom. */
    public ExplanationTexts explanations() {
        return law.explanations();
    }

    private static List<LocalDate> starts(List<Rule> rules, Law law) {
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
