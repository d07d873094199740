package nl.sluis.policy.rules;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * Writes the rules of a day as DMN 1.3 (OMG), so that people can look at them in a modeller and other engines can run them. One
 * decision table for each table of the rules, which collects the rows that hold; one decision for each effect; and one that
 * combines them. A copy for reading and checking: the Markdown stays the source.
 */
public final class DmnExport {

    /** The namespace of the exported model. */
    public static final String NAMESPACE = "https://sluis.nl/beleid";

    /** The decision that combines the others. */
    public static final String DECISION = "besluit";

    /** The decision service that combines given rows only. */
    public static final String COMBINE = "samenvoegen";

    private final RuleBook book;
    private final LocalDate day;

    /**
     * A table as it is exported.
     *
     * @param name the name of its decision
     * @param facts positions of the facts that some row names, in the order of the word list
     */
    record Table(String name, Effect effect, List<Integer> facts, List<Rule> rules) {}

    private DmnExport(RuleBook book, LocalDate day) {
        this.book = book;
        this.day = day;
    }

    /** The model of the rules that hold on a day, as XML. */
    public static String of(RuleBook book, LocalDate day) {
        return new DmnExport(book, day).write();
    }

    /** The tables of a day, in the order of the files; invariants are no part of a decision. */
    static List<Table> tables(RuleBook book, LocalDate day) {
        Map<String, List<Rule>> groups = new LinkedHashMap<>();
        for (Rule rule : book.on(day).rules()) {
            String place = rule.place().file() + ":" + rule.place().table();
            groups.computeIfAbsent(place, key -> new ArrayList<>()).add(rule);
        }
        List<Table> tables = new ArrayList<>();
        groups.values()
                .forEach(rules -> tables.add(
                        new Table(name(rules.get(0)), rules.get(0).effect(), facts(book.vocabulary(), rules), rules)));
        return tables;
    }

    // The first row names the table: ids are unique, and headings are not.
    private static String name(Rule first) {
        return "tabel_" + word(first.id());
    }

    private static List<Integer> facts(Vocabulary vocabulary, List<Rule> rules) {
        List<Integer> facts = new ArrayList<>();
        for (int f = 0; f < vocabulary.facts().size(); f++) {
            long all = vocabulary.fact(f).all();
            int fact = f;
            if (rules.stream().anyMatch(rule -> rule.box().mask(fact) != all)) {
                facts.add(f);
            }
        }
        return facts;
    }

    /** A name as expressions can use it: a hyphen would be a minus. */
    static String word(String name) {
        return name.replace('-', '_');
    }

    private String write() {
        StringWriter text = new StringWriter();
        try {
            DmnWriter dmn = new DmnWriter(text, NAMESPACE);
            dmn.start("beleid op " + day, "de regels van " + book.hash());
            List<Fact> facts = book.vocabulary().facts();
            for (Fact fact : facts) {
                dmn.type(word(fact.name()), fact.values());
            }
            for (Fact fact : facts) {
                dmn.input(word(fact.name()), fact.name());
            }
            List<Table> tables = tables(book, day);
            for (Table table : tables) {
                table(dmn, table);
            }
            for (Effect effect : Effect.values()) {
                if (effect != Effect.NEVER) {
                    effect(dmn, effect, tables);
                }
            }
            combine(dmn);
            dmn.end();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text in memory can be written", e);
        }
        return text.toString();
    }

    private void table(DmnWriter dmn, Table table) throws XMLStreamException {
        List<String> inputs = table.facts().stream()
                .map(fact -> word(book.vocabulary().fact(fact).name()))
                .toList();
        dmn.startTable(table.name(), table.effect().heading(), inputs);
        for (Rule rule : table.rules()) {
            List<String> cells = table.facts().stream()
                    .map(fact -> cell(book.vocabulary().fact(fact), rule.box().mask(fact)))
                    .toList();
            dmn.row(cells, quoted(rule.id()), rule.words().text());
        }
        dmn.endTable();
    }

    private static String cell(Fact fact, long mask) {
        if (mask == fact.all()) {
            return "-";
        }
        boolean not = Long.bitCount(mask) * 2 > fact.values().size();
        long shown = not ? fact.all() & ~mask : mask;
        String list = java.util.stream.IntStream.range(0, fact.values().size())
                .filter(v -> (shown & (1L << v)) != 0)
                .mapToObj(v -> quoted(fact.values().get(v)))
                .collect(Collectors.joining(", "));
        return not ? "not(" + list + ")" : list;
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The decision that gathers the rows of an effect from its tables. */
    static String collected(Effect effect) {
        return "rijen_" + effect.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static void effect(DmnWriter dmn, Effect effect, List<Table> tables) throws XMLStreamException {
        List<String> names = tables.stream()
                .filter(table -> table.effect() == effect)
                .map(Table::name)
                .toList();
        // Some engines answer null, and not an empty list, when no row holds.
        String rows = names.stream()
                .map(name -> "if " + name + " = null then [] else " + name)
                .collect(Collectors.joining("), (", "(", ")"));
        dmn.expression(collected(effect), names, names.isEmpty() ? "[]" : "concatenate(" + rows + ")", "rijen");
    }

    /** DENY before REVIEW before HOLD before PERMIT; silence denies. */
    private static void combine(DmnWriter dmn) throws XMLStreamException {
        List<Effect> effects = List.of(Effect.DENY, Effect.REVIEW, Effect.HOLD, Effect.PERMIT);
        List<String> names = effects.stream().map(DmnExport::collected).toList();
        dmn.expression(
                DECISION,
                names,
                ("if count(%s) > 0 then \"weigeren\" else if count(%s) > 0 then \"beoordelen\" else if count(%s) > 0 "
                                + "then \"wachten\" else if count(%s) > 0 then \"toestaan\" else \"weigeren\"")
                        .formatted(names.toArray()),
                "string");
        dmn.service(COMBINE, DECISION, names);
    }
}
