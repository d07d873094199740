package nl.sluis.adapter.partners.debt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.partners.debt.DdasAdapter.Model;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The {@code schuldhulptraject} of a plan summary, with what {@link Trajectory} makes of one. */
final class TrajectoryWriting {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Message message;
    private final ObjectNode trajectory;
    private final List<Violation> faults;
    private final Map<PersonRef, ClientWriting> clients = new LinkedHashMap<>();

    TrajectoryWriting(Message message, ObjectNode trajectory, List<Violation> faults) {
        this.message = message;
        this.trajectory = trajectory;
        this.faults = faults;
    }

    void write(String municipality) {
        trajectory.put("gemeentecode", municipality);
        for (int i = 0; i < message.persons().size(); i++) {
            Person person = message.persons().get(i);
            if (person.role() != HouseholdRole.OTHER) {
                faults.add(new Violation(
                        "/persons/" + i, "NO_PLACE", "DDAS does not say who somebody is in a household."));
            }
            ObjectNode client = trajectory.withArray("client").addObject();
            clients.put(person.ref(), new ClientWriting(client, Model.SHV, faults));
        }
        for (int i = 0; i < message.sections().size(); i++) {
            section(message.sections().get(i), "/sections/" + i);
        }
    }

    private void section(Section section, String at) {
        ClientWriting client = clients.get(section.subject());
        if (client == null) {
            faults.add(DdasWriting.noPlace(at));
            return;
        }
        String part = DdasWriting.part(section);
        switch (section.content()) {
            case Content.Identity identity -> client.identity(identity, at);
            case Content.CitizenNumber number -> client.number(number, at);
            case Content.Address address -> client.address(address, at);
            case Content.Amount amount
            when amount.since() == null && section.category() == DataCategory.DEBT_AMOUNT ->
                DdasWriting.wholeEuros(trajectory, "totaalSchuldbedragBijAanvangSchuld", amount.euros(), at, faults);
            case Content.Planned planned when planned.responsible() == null -> planned(planned, part, at);
            case Content.Statement said when part.equals("omschrijving") -> trajectory.put("omschrijving", said.text());
            case Content.Carried carried
            when carried.mediaType().equals(Trajectory.FRAGMENT) -> carried(carried, part, at);
            default -> faults.add(DdasWriting.noPlace(at));
        }
    }

    private void planned(Content.Planned planned, String part, String at) {
        ObjectNode owner;
        if (part.equals("term")) {
            owner = trajectory;
        } else {
            owner = trajectory.withArray("begeleiding").addObject().put("soort", planned.description());
        }
        put(owner, "startdatum", planned.from(), at);
        put(owner, "einddatum", planned.until(), at);
    }

    private void put(ObjectNode owner, String field, @Nullable PartialDate date, String at) {
        if (date != null) {
            owner.put(field, DdasWriting.day(date, at, faults));
        }
    }

    private void carried(Content.Carried carried, String part, String at) {
        JsonNode fragment;
        try {
            fragment = MAPPER.readTree(carried.text());
        } catch (JacksonException broken) {
            faults.add(new Violation(at, "NOT_JSON", "The fragment of DDAS is not well-formed JSON."));
            return;
        }
        if (part.matches("schuld-[0-9]{1,4}")) {
            trajectory.withArray("schulden").add(fragment);
        } else if (Trajectory.STEPS.contains(part)) {
            trajectory.set(part, fragment);
        } else {
            faults.add(DdasWriting.noPlace(at));
        }
    }
}
