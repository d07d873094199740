package nl.sluis.adapter.partners.debt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluis.adapter.ArrearsEvidence;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.partners.debt.DdasAdapter.Model;
import nl.sluis.adapter.source.Ledger;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One signal or one trajectory of a delivery, as a message. What the delivery says of itself is not about anybody and stays. */
final class DdasItem {

    private final JsonNode root;
    private final JsonNode delivery;
    private final JsonNode item;
    private final String inDelivery;
    private final DdasPlaces places;
    private final Model model;

    DdasItem(JsonNode root, int delivery, int item, Model model) {
        this.root = root;
        this.delivery = root.path("leveringen").get(delivery);
        this.item = this.delivery.path(model.items()).get(item);
        this.inDelivery = "/leveringen/" + delivery;
        this.places = new DdasPlaces(inDelivery + "/" + model.items() + "/" + item);
        this.model = model;
    }

    Translation translation() {
        envelope();
        Translation read = model == Model.VS ? signal() : trajectory();
        return places.faults().isEmpty() ? read : new Translation.Untranslatable(places.faults());
    }

    private void envelope() {
        Ledger ledger = places.ledger();
        for (String name : root.propertyNames()) {
            if (!name.equals("leveringen")) {
                ledger.note("/" + name, Fate.NOT_RELEASED);
            }
        }
        for (String name : delivery.propertyNames()) {
            if (!name.equals(model.items())) {
                boolean handling = name.equals("vroegsignaalzaken");
                ledger.note(inDelivery + "/" + name, handling ? Fate.NOT_UNDERSTOOD : Fate.NOT_RELEASED);
            }
        }
    }

    private Translation signal() {
        ArrearsSignal signal = new ArrearsSignal(item, places);
        List<Section> sections = signal.sections();
        return translated(
                MessageKind.ARREARS_SIGNAL,
                signal.basis(),
                item.path("crisissignaal").asBoolean(false) ? Urgency.PRIORITY : Urgency.ROUTINE,
                signal.persons(),
                sections,
                signal.evidence());
    }

    private Translation trajectory() {
        Trajectory trajectory = new Trajectory(item, places);
        List<PersonDetails> persons = new ArrayList<>();
        List<Section> sections = trajectory.sections(persons);
        return translated(MessageKind.PLAN_SUMMARY, LegalBasis.CONSENT, Urgency.ROUTINE, persons, sections, null);
    }

    private Translation translated(
            MessageKind kind,
            LegalBasis basis,
            Urgency urgency,
            List<PersonDetails> persons,
            List<Section> sections,
            @Nullable ArrearsEvidence evidence) {
        Draft draft = new Draft(
                kind,
                null,
                kind == MessageKind.PLAN_SUMMARY ? ProfessionalRole.SCHULDHULPVERLENER : ProfessionalRole.OTHER,
                Purpose.DEBT_HELP,
                basis,
                urgency,
                null,
                null,
                persons,
                sections,
                List.of(),
                Set.of(),
                false,
                evidence);
        return new Translation.Translated(draft, places.ledger().completeness());
    }
}
