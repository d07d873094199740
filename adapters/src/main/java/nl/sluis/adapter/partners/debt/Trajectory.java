package nl.sluis.adapter.partners.debt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A {@code schuldhulptraject}: whose it is, its term and its guidance as planning, the height of the debt, and each step as it stands. Who the
 * creditors are is about others and stays behind.
 */
final class Trajectory {

    static final String FRAGMENT = "application/json;profile=ddas-fragment";
    private static final Set<String> TERM = Set.of("startdatum", "einddatum", "toekenningsdatum");
    static final Set<String> STEPS = Set.of(
            "aanmelding",
            "crisisinterventies",
            "informatieEnAdvies",
            "intake",
            "moratoria",
            "nazorg",
            "oplossing",
            "planVanAanpak",
            "schuldregeling",
            "voorlopigeVoorzieningen",
            "uitstroom",
            "stabilisatie");

    private final JsonNode trajectory;
    private final DdasPlaces places;
    private final PersonRef first = new PersonRef("client-1");
    private final List<Section> sections = new ArrayList<>();

    Trajectory(JsonNode trajectory, DdasPlaces places) {
        this.trajectory = trajectory;
        this.places = places;
    }

    List<Section> sections(List<PersonDetails> persons) {
        JsonNode clients = trajectory.path("client");
        for (int i = 0; i < clients.size(); i++) {
            DdasClient client =
                    new DdasClient(clients.get(i), "client/" + i + "/", new PersonRef("client-" + (i + 1)), places);
            sections.addAll(client.sections(i == 0));
            persons.add(client.details());
        }
        term();
        amount();
        guidance();
        for (String field : trajectory.propertyNames()) {
            other(field, trajectory.path(field));
        }
        return sections;
    }

    private void term() {
        add(
                "term",
                DataCategory.PLANNING,
                true,
                new Content.Planned(
                        "Schuldhulptraject",
                        places.date(trajectory, "startdatum", ""),
                        places.date(trajectory, "einddatum", ""),
                        null));
        places.date(trajectory, "toekenningsdatum", "");
    }

    private void amount() {
        JsonNode total = trajectory.path("totaalSchuldbedragBijAanvangSchuld");
        if (total.isNumber()) {
            add("amount", DataCategory.DEBT_AMOUNT, false, new Content.Amount(total.decimalValue(), null));
        }
    }

    private void guidance() {
        JsonNode guidance = trajectory.path("begeleiding");
        for (int i = 0; i < guidance.size(); i++) {
            String below = "begeleiding/" + i + "/";
            JsonNode one = guidance.get(i);
            String sort = DdasPlaces.text(one, "soort");
            add(
                    "begeleiding-" + (i + 1),
                    DataCategory.PLANNING,
                    false,
                    new Content.Planned(
                            sort == null ? "Begeleiding" : sort,
                            places.date(one, "startdatum", below),
                            places.date(one, "einddatum", below),
                            null));
            one.propertyNames()
                    .forEach(name -> places.note(
                            below + name,
                            Set.of("soort", "startdatum", "einddatum").contains(name)
                                    ? Fate.MAPPED
                                    : Fate.NOT_UNDERSTOOD));
        }
    }

    private void other(String field, JsonNode value) {
        switch (field) {
            case "client", "begeleiding" -> {}
            case "omschrijving" -> {
                places.note(field, Fate.MAPPED);
                add(
                        field,
                        DataCategory.DEBT_DETAIL,
                        false,
                        new Content.Statement(value.asString(), AssertionType.PROFESSIONAL_OPINION, null, null));
            }
            case "schulden" -> debts(value);
            case "totaalSchuldbedragBijAanvangSchuld" -> places.note(field, Fate.MAPPED);
            case "gemeentecode" -> places.note(field, Fate.NOT_RELEASED);
            default -> {
                if (STEPS.contains(field)) {
                    places.note(field, Fate.CARRIED);
                    add(field, DataCategory.DEBT_DETAIL, false, new Content.Carried(FRAGMENT, value.toString()));
                } else {
                    places.note(field, TERM.contains(field) ? Fate.MAPPED : Fate.NOT_UNDERSTOOD);
                }
            }
        }
    }

    private void debts(JsonNode debts) {
        for (int i = 0; i < debts.size(); i++) {
            JsonNode debt = debts.get(i);
            String below = "schulden/" + i + "/";
            debt.propertyNames()
                    .forEach(name ->
                            places.note(below + name, name.equals("schuldeiser") ? Fate.NOT_RELEASED : Fate.CARRIED));
            ObjectNode without = debt.deepCopy().asObject();
            without.remove("schuldeiser");
            add(
                    "schuld-" + (i + 1),
                    DataCategory.DEBT_DETAIL,
                    false,
                    new Content.Carried(FRAGMENT, without.toString()));
        }
    }

    private void add(String part, DataCategory category, boolean mandatory, Content content) {
        sections.add(
                new Section(new SectionId(first + ":" + part), first, category, LifeDomain.FIN, mandatory, content));
    }
}
