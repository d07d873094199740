package nl.sluis.policy.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small sound set of rules, and sets with one thing wrong. */
final class RuleTexts {

    static final String WORDS_FILE = "10-woorden.md";
    static final String RULES_FILE = "30-regels.md";
    static final String EXAMPLES_FILE = "30-regels.voorbeelden.md";
    static final String INVARIANTS_FILE = "90-nooit.md";

    private static final String WORDS = """
            # Woordenlijst

            ## Feiten

            | feit | waarden | over | onbekend = | gewoon = | betekenis |
            |---|---|---|---|---|---|
            | grondslag | CONSENT, NONE | bericht | - | CONSENT | waarop |
            | kleur | rood, groen, blauw | gegeven | blauw | rood | een kleur |

            ## In werking

            | grondslag | vanaf | tot en met | artikel | zekerheid |
            |---|---|---|---|---|
            | CONSENT | - | - | AVG 6 | beleid |
            | NONE | uit | - | AVG 6 | beleid |
            """;

    private static final String TERMS = """
            ## Termijnen

            | plicht | aantal | eenheid | betekenis | zekerheid |
            |---|---|---|---|---|
            | LATER | 5 | werkdagen-na-verzending | later | beleid |
            """;

    private static final String RULES = """
            # Regels

            ## Weigeren als

            | regel | kleur | code | artikel | reden | reason | zichtbaar | zekerheid |
            |---|---|---|---|---|---|---|---|
            | R-1 | niet groen, rood | NO | AVG 6 | Nee. | No. | afzender, fg | beleid |

            ## Toestaan als

            | regel | kleur | artikel | reden | reason | plicht | zekerheid |
            |---|---|---|---|---|---|---|
            | R-2 | groen, rood | AVG 6 | Ja. | Yes. | LATER | beleid |
            """;

    private static final String EXAMPLES = """
            ## Voorbeelden

            | voorbeeld | kleur | besluit | regels |
            |---|---|---|---|
            | Groen | groen | toestaan | R-2 |
            | Onbekend | | weigeren | R-1 |

            ## Voorbeelden in het kort

            | voorbeeld | zoals | maar | besluit | regels |
            |---|---|---|---|---|
            | Rood | Groen | kleur = rood | toestaan | R-2 |
            """;

    private static final String INVARIANTS = """
            ## Nooit toestaan als

            | regel | kleur | waarom |
            |---|---|---|
            | N1 | blauw | nooit blauw |

            ## Meer helpt nooit minder

            | regel | feit | van | naar | waarom |
            |---|---|---|---|---|
            | V1 | kleur | blauw | rood | een kleur kiezen houdt niets tegen |
            """;

    private RuleTexts() {}

    /** The sound set, with its own file names. */
    static Map<String, String> sound() {
        Map<String, String> files = new HashMap<>();
        files.put(WORDS_FILE, WORDS);
        files.put("15-termijnen.md", TERMS);
        files.put(RULES_FILE, RULES);
        files.put(EXAMPLES_FILE, EXAMPLES);
        files.put(INVARIANTS_FILE, INVARIANTS);
        return files;
    }

    /** The sound set with one text changed into another, once, in one file. */
    static Map<String, String> with(String file, String from, String to) {
        Map<String, String> files = sound();
        String text = files.get(file);
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException("no such text: " + from);
        }
        files.put(file, text.substring(0, at) + to + text.substring(at + from.length()));
        return files;
    }

    static RuleBook read(Map<String, String> files) {
        return RuleBook.read(files, Set.of("NO"));
    }

    /** The faults of a set, as text. */
    static List<String> faults(Map<String, String> files) {
        try {
            read(files);
            return List.of();
        } catch (FaultyRules faulty) {
            return faulty.faults().stream().map(Fault::toString).toList();
        }
    }
}
