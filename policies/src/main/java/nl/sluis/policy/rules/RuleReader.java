package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the decision tables. */
final class RuleReader {

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,19}");
    static final List<String> CONFIDENCE =
            List.of("wettekst", "wettekst-2015", "secundair", "algemene-kennis", "beleid", "voorstel");
    private static final List<String> READERS = List.of("afzender", "fg", "betrokkene");
    private static final List<String> GIVERS = List.of("gezagsdragers", "betrokkene", "vertegenwoordiger");

    /** On what the table of givers may depend: it is asked before anything else is known of an item. */
    private static final List<String> ASKED_OF_GIVERS =
            List.of("grondslag", "leeftijd", "wilsbekwaam", "regime", "openbaarmaking");

    private final Vocabulary vocabulary;
    private final List<String> codes;
    private final List<String> duties;
    private final Map<String, Validity> validity;
    private final List<Fault> faults;
    private final Set<String> ids = new HashSet<>();
    private final List<Rule> rules = new ArrayList<>();

    RuleReader(
            Vocabulary vocabulary,
            Set<String> codes,
            Set<String> duties,
            Map<String, Validity> validity,
            List<Fault> faults) {
        this.vocabulary = vocabulary;
        this.codes = List.copyOf(codes);
        this.duties = List.copyOf(duties);
        this.validity = new HashMap<>(validity);
        this.faults = faults;
    }

    void table(MarkdownTables.Table table, Effect effect) {
        Cells cells = new Cells(table, faults);
        if (!cells.columnsAre(columns(effect), vocabulary)) {
            return;
        }
        for (MarkdownTables.Row row : table.rows()) {
            if (Limits.reached(faults)) {
                return;
            }
            if (rules.size() >= Limits.RULES) {
                cells.fault(row.line(), "meer dan %d rijen in alle tabellen".formatted(Limits.RULES));
                return;
            }
            row(table, effect, cells, row);
        }
    }

    List<Rule> rules() {
        return rules;
    }

    private static List<String> columns(Effect effect) {
        return switch (effect) {
            case DENY, REVIEW, HOLD, NOTE ->
                List.of("regel", "code", "artikel", "reden", "reason", "zichtbaar", "zekerheid");
            case PERMIT -> List.of("regel", "artikel", "reden", "reason", "plicht", "zekerheid");
            case REQUIRE -> List.of("regel", "wie", "artikel", "zekerheid");
            case DUTY -> List.of("regel", "plicht", "artikel", "zekerheid");
            case NEVER -> List.of("regel", "waarom");
        };
    }

    private void row(MarkdownTables.Table table, Effect effect, Cells cells, MarkdownTables.Row row) {
        String id = cells.text(row, "regel");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            cells.fault(row.line(), "een regel heet hoogstens 20 letters, cijfers en streepjes");
        }
        if (!ids.add(id)) {
            cells.fault(row.line(), "regel '%s' staat er twee keer".formatted(id));
        }
        Box box = cells.box(row, vocabulary);
        if (effect == Effect.REQUIRE) {
            onlyWhatIsAsked(box, cells, row);
        }
        Validity dates = validity.getOrDefault(table.file(), Validity.ALWAYS);
        Rule.Place place = new Rule.Place(table.file(), row.line(), table.line(), dates.from(), dates.until());
        rules.add(new Rule(id, effect, box, words(effect, cells, row), place, aboutMessage(box)));
    }

    // A row that names another fact would be asked while that fact is unknown, and so silently hold never or always
    private void onlyWhatIsAsked(Box box, Cells cells, MarkdownTables.Row row) {
        for (int f = 0; f < box.size(); f++) {
            Fact fact = vocabulary.fact(f);
            if (box.mask(f) != fact.all() && !ASKED_OF_GIVERS.contains(fact.name())) {
                cells.fault(
                        row.line(),
                        "'%s' is nog niet bekend als wordt gevraagd wie toestemt; een rij noemt hier alleen %s"
                                .formatted(fact.name(), String.join(", ", ASKED_OF_GIVERS)));
            }
        }
    }

    private Rule.Words words(Effect effect, Cells cells, MarkdownTables.Row row) {
        List<String> columns = columns(effect);
        String code = columns.contains("code") ? code(effect, cells, row) : null;
        String reason = effect == Effect.NEVER ? "waarom" : "reden";
        return new Rule.Words(
                code,
                columns.contains("artikel") ? cells.said(row, "artikel") : "",
                columns.contains(reason) ? cells.said(row, reason) : "",
                columns.contains("reason") ? cells.said(row, "reason") : "",
                columns.contains("zichtbaar") ? cells.list(row, "zichtbaar", READERS) : List.of(),
                names(columns, cells, row),
                columns.contains("zekerheid") ? cells.word(row, "zekerheid", CONFIDENCE) : "");
    }

    private List<String> names(List<String> columns, Cells cells, MarkdownTables.Row row) {
        if (columns.contains("wie")) {
            return cells.list(row, "wie", GIVERS);
        }
        return columns.contains("plicht") ? cells.list(row, "plicht", duties) : List.of();
    }

    // The case format has no code for "a person must decide although nothing is missing": such a row has none.
    private @Nullable String code(Effect effect, Cells cells, MarkdownTables.Row row) {
        String code = cells.text(row, "code");
        if (code.equals("-") && effect == Effect.REVIEW) {
            return null;
        }
        return cells.word(row, "code", codes);
    }

    private boolean aboutMessage(Box box) {
        for (int f = 0; f < box.size(); f++) {
            Fact fact = vocabulary.fact(f);
            if (fact.level() == Fact.Level.ITEM && box.mask(f) != fact.all()) {
                return false;
            }
        }
        return true;
    }
}
