package nl.sluis.adapter.register;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.adapter.register.CustodyStatement.Holder;
import nl.sluis.adapter.register.CustodyStatement.Said;
import nl.sluis.adapter.source.Ledger;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.canonical.CustodyType;
import nl.sluis.canonical.HouseholdRole;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One {@code Gezagsrelatie}. A type that is not known, or a third party without a number, is no fault of the answer: it settles nothing. */
final class GezagRelation {

    private final JsonNode relation;
    private final String at;
    private final Ledger ledger;

    GezagRelation(JsonNode relation, String at, Ledger ledger) {
        this.relation = relation;
        this.at = at;
        this.ledger = ledger;
    }

    String minor() {
        people("minderjarige", relation.path("minderjarige"));
        return relation.path("minderjarige").path("burgerservicenummer").asString();
    }

    Said said() {
        ledger.note(at + "/type", Fate.MAPPED);
        ledger.note(at + "/inOnderzoek", Fate.MAPPED);
        boolean open = relation.path("inOnderzoek").asBoolean(false);
        return switch (relation.path("type").asString("")) {
            case "GezamenlijkOuderlijkGezag" ->
                new Said(CustodyType.JOINT_PARENTS, people("ouders", HouseholdRole.PARENT), open, null);
            case "EenhoofdigOuderlijkGezag" ->
                new Said(CustodyType.SOLE_PARENT, people("ouder", HouseholdRole.PARENT), open, null);
            case "GezamenlijkGezag" -> withThird(open);
            case "Voogdij" -> new Said(CustodyType.GUARDIAN, people("derden", HouseholdRole.GUARDIAN), open, null);
            case "TijdelijkGeenGezag" -> none(CustodyType.TEMPORARILY_NONE, open);
            case "GezagNietTeBepalen" -> none(CustodyType.NOT_DETERMINABLE, open);
            default -> unknown(open);
        };
    }

    private Said withThird(boolean open) {
        List<Holder> holders = new ArrayList<>(people("ouder", HouseholdRole.PARENT));
        boolean known =
                "BekendeDerde".equals(relation.path("derde").path("type").asString(""));
        ledger.note(at + "/derde/type", Fate.MAPPED);
        holders.addAll(people("derde", HouseholdRole.GUARDIAN));
        return known ? new Said(CustodyType.JOINT_OTHER, holders, open, null) : Said.open(Doubt.HOLDER_NOT_NAMED, open);
    }

    /** The explanation ({@code toelichting}) is for people who look it up in the register. */
    private Said none(CustodyType type, boolean open) {
        ledger.note(at + "/toelichting", Fate.NOT_RELEASED);
        return new Said(type, List.of(), open, null);
    }

    private Said unknown(boolean open) {
        relation.propertyNames().forEach(name -> {
            if (!ledger.mentions(at + "/" + name)) {
                ledger.note(at + "/" + name, Fate.NOT_UNDERSTOOD);
            }
        });
        return Said.open(Doubt.UNKNOWN_CODE, open);
    }

    private List<Holder> people(String field, HouseholdRole role) {
        JsonNode said = relation.path(field);
        List<Holder> holders = new ArrayList<>();
        if (said.isArray()) {
            for (int i = 0; i < said.size(); i++) {
                people(field + "/" + i, said.get(i));
                holders.add(new Holder(number(said.get(i)), role));
            }
        } else if (said.isObject()) {
            people(field, said);
            holders.add(new Holder(number(said), role));
        }
        return holders;
    }

    /** Names and ages are not needed to decide, so they go no further. */
    private void people(String below, JsonNode person) {
        person.propertyNames()
                .forEach(name -> ledger.note(
                        at + "/" + below + "/" + name,
                        name.equals("burgerservicenummer") || name.equals("type") ? Fate.MAPPED : Fate.NOT_RELEASED));
    }

    private static @Nullable String number(JsonNode person) {
        String number = person.path("burgerservicenummer").asString("");
        return number.isEmpty() ? null : number;
    }
}
