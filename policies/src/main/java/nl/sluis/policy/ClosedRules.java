package nl.sluis.policy;

import java.util.HashMap;
import java.util.Map;
import nl.sluis.policy.rules.RuleBook;

/** The rules for when there are none: everything is denied, with that as its reason. They are rules like any other. */
public final class ClosedRules {

    private static final String FILE = "80-gesloten.md";
    private static final String TEXT = """
            # Gesloten

            ## Weigeren als

            | regel | code | artikel | reden | reason | zichtbaar | zekerheid |
            |---|---|---|---|---|---|---|
            | Z-W1 | BASIS_NOT_IN_FORCE | AVG 5 lid 2; AVG 24 | Er is geen geldige beleidsset geladen; er gaat niets weg. | No valid policy set is loaded; nothing leaves. | afzender, fg | beleid |
            """;

    private ClosedRules() {}

    /** The rules that deny everything. The same object every time. */
    public static RuleBook book() {
        return Holder.BOOK;
    }

    // The words and terms of the shipped set, which stand before its decision tables
    private static RuleBook read() {
        Map<String, String> files = new HashMap<>(RuleSets.builtInText());
        files.keySet().removeIf(name -> name.compareTo("2") > 0);
        files.put(FILE, TEXT);
        return RuleSets.read(files);
    }

    private static final class Holder {
        private static final RuleBook BOOK = read();
    }
}
