package nl.sluis.adapter.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.adapter.Completeness;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.register.CustodyStatement.Said;
import nl.sluis.adapter.source.JsonSchema;
import nl.sluis.adapter.source.Ledger;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.adapter.source.Parsed;
import nl.sluis.adapter.source.StrictJson;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.PartialDate;
import tools.jackson.databind.JsonNode;

/**
 * An answer of Haal Centraal BRP bevragen (version 2, {@code POST /personen}) with the field {@code gezag}: custody of each minor in it.
 * All else that the register says of people is left alone. docs/partners/registers.md.
 */
public final class BrpCustody {

    private static final JsonSchema SCHEMA = JsonSchema.ofResource("/schemas/brp-gezag.schema.json");

    private final JsonNode people;
    private final Ledger ledger = new Ledger();
    private final Map<String, PartialDate> born = new LinkedHashMap<>();

    private BrpCustody(JsonNode people) {
        this.people = people;
    }

    /**
     * What an answer holds.
     *
     * @param people whom it is about, in its order; empty of who stands in it without a number
     */
    public record Answer(List<CustodyStatement> statements, List<Optional<Bsn>> people, Completeness completeness) {
        public Answer {
            statements = List.copyOf(statements);
            people = List.copyOf(people);
        }
    }

    /** Reads an answer; any byte string gets an answer of ours, never an exception. A minor about whom it says nothing is not in it. */
    public static Parsed<Answer> read(Payload payload) {
        return StrictJson.read(payload).then(document -> read(document.root()));
    }

    private static Parsed<Answer> read(JsonNode root) {
        List<Violation> faults = SCHEMA.faults(root);
        return faults.isEmpty()
                ? new Parsed.Tree<>(new BrpCustody(root.path("personen")).answer())
                : new Parsed.Faulty<>(faults);
    }

    private Answer answer() {
        Map<String, Said> minors = new LinkedHashMap<>();
        List<Optional<Bsn>> asked = new ArrayList<>();
        Set<String> uncertain = new HashSet<>();
        ledger.note("/type", Fate.MAPPED);
        for (int i = 0; i < people.size(); i++) {
            JsonNode person = people.get(i);
            String at = "/personen/" + i;
            for (String field : person.propertyNames()) {
                if (!field.equals("gezag")) {
                    ledger.note(at + "/" + field, fate(field));
                }
            }
            String number = person.path("burgerservicenummer").asString("");
            asked.add(number.isEmpty() ? Optional.empty() : Optional.of(new Bsn(number)));
            if (person.path("inOnderzoek").path("burgerservicenummer").asBoolean(false)) {
                uncertain.add(number);
            }
            if (!number.isEmpty()) {
                born.put(number, BrpDate.of(person.path("geboorte").path("datum")));
            }
            JsonNode relations = person.path("gezag");
            for (int j = 0; j < relations.size(); j++) {
                GezagRelation relation = new GezagRelation(relations.get(j), at + "/gezag/" + j, ledger);
                minors.merge(relation.minor(), relation.said(), BrpCustody::both);
            }
            curatorship(person, number, minors);
        }
        List<CustodyStatement> statements = new ArrayList<>();
        minors.forEach((number, said) -> statements.add(CustodyStatement.of(
                "persoon-" + (statements.size() + 1),
                number,
                born.getOrDefault(number, PartialDate.UNKNOWN),
                uncertain.contains(number) ? said.investigated() : said)));
        return new Answer(statements, asked, ledger.completeness());
    }

    private static Fate fate(String field) {
        return switch (field) {
            case "burgerservicenummer", "geboorte", "indicatieCurateleRegister", "inOnderzoek" -> Fate.MAPPED;
            default -> Fate.NOT_UNDERSTOOD;
        };
    }

    private static void curatorship(JsonNode person, String number, Map<String, Said> minors) {
        if (person.path("indicatieCurateleRegister").asBoolean(false) && !number.isEmpty()) {
            boolean open =
                    person.path("inOnderzoek").path("indicatieCurateleRegister").asBoolean(false);
            minors.put(number, Said.open(Doubt.CURATORSHIP, open));
        }
    }

    /** The same minor stands with each parent: alike, in whatever order, is one statement; different is for a person. */
    private static Said both(Said one, Said other) {
        boolean open = one.underInvestigation() || other.underInvestigation();
        boolean alike = one.type() == other.type()
                && one.doubt() == other.doubt()
                && Set.copyOf(one.holders()).equals(Set.copyOf(other.holders()));
        return alike ? new Said(one.type(), one.holders(), open, one.doubt()) : Said.open(Doubt.CONTRADICTION, open);
    }
}
