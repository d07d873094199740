package nl.sluis.policyset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.canonical.Custody;
import nl.sluis.canonical.CustodyType;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Regime;
import nl.sluis.canonical.SectionId;
import nl.sluis.policy.PersonFacts;
import nl.sluis.policy.ReceivingParty;
import nl.sluis.policy.RecordedFacts;
import nl.sluis.policy.RequestedItem;
import nl.sluis.policy.SendingParty;
import nl.sluis.policy.SharingRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one case into a question. */
final class CaseReader {

    static final String INVALID = "INVALID_VALUE";

    private final List<CaseError> errors = new ArrayList<>();
    private final CaseObject root;

    CaseReader(JsonNode node) {
        this.root = new CaseObject(node, "", errors);
    }

    List<CaseError> errors() {
        return errors;
    }

    /** The case's own name; null when it has none. */
    @Nullable
    String id() {
        return root.text("id", root.field("id"), word -> word, INVALID);
    }

    /** The question; null when something is wrong, which is then among the errors. */
    @Nullable
    SharingRequest request() {
        Instant at = root.moment("at", root.required("at"));
        SendingParty sender = sender();
        ReceivingParty recipient = recipient();
        MessageKind kind = root.code("kind", root.required("kind"), MessageKind.class);
        Purpose purpose = root.code("purpose", root.field("purpose"), Purpose.class);
        LegalBasis basis = root.code("basis", root.required("basis"), LegalBasis.class);
        List<PersonFacts> persons = root.objects("persons", root.required("persons"), this::person);
        List<RequestedItem> items = root.objects("items", root.required("items"), this::item);
        RecordedFacts facts = new CaseFactsReader(root, at).read();
        root.field("id");
        root.done();
        checkReferences(persons, items, kind, facts);
        if (!errors.isEmpty() || at == null || sender == null || recipient == null || kind == null || basis == null) {
            return null;
        }
        return new SharingRequest(at, sender, recipient, kind, purpose, basis, persons, items, facts);
    }

    private @Nullable SendingParty sender() {
        Optional<CaseObject> found = root.object("sender", root.required("sender"));
        if (found.isEmpty()) {
            return null;
        }
        CaseObject party = found.get();
        OrganisationId organisation =
                party.text("organisation", party.required("organisation"), OrganisationId::new, INVALID);
        OrganisationType type = party.code("type", party.required("type"), OrganisationType.class);
        Regime regime = party.code("regime", party.field("regime"), Regime.class);
        ProfessionalRole role = party.code("role", party.field("role"), ProfessionalRole.class);
        party.done();
        return organisation == null || type == null
                ? null
                : new SendingParty(organisation, type, regime, role == null ? ProfessionalRole.OTHER : role);
    }

    private @Nullable ReceivingParty recipient() {
        Optional<CaseObject> found = root.object("recipient", root.required("recipient"));
        if (found.isEmpty()) {
            return null;
        }
        CaseObject party = found.get();
        OrganisationId organisation =
                party.text("organisation", party.required("organisation"), OrganisationId::new, INVALID);
        OrganisationType type = party.code("type", party.required("type"), OrganisationType.class);
        party.done();
        return organisation == null || type == null ? null : new ReceivingParty(organisation, type);
    }

    private @Nullable PersonFacts person(CaseObject person) {
        PersonRef ref = person.text("ref", person.required("ref"), PersonRef::new, INVALID);
        PartialDate birth = person.text("birthDate", person.field("birthDate"), PartialDate::parse, "INVALID_DATE");
        boolean capable = person.flag("capable", true);
        Custody custody = person.object("custody", person.field("custody"))
                .flatMap(CaseReader::custody)
                .orElse(null);
        return ref == null ? null : new PersonFacts(ref, birth == null ? PartialDate.UNKNOWN : birth, capable, custody);
    }

    private static Optional<Custody> custody(CaseObject custody) {
        CustodyType type = custody.code("type", custody.required("type"), CustodyType.class);
        Set<PersonRef> holders = custody.texts("holders", PersonRef::new, INVALID);
        boolean underInvestigation = custody.flag("underInvestigation", false);
        custody.done();
        return type == null
                ? Optional.empty()
                : Optional.of(new Custody(type, List.copyOf(holders), underInvestigation));
    }

    private @Nullable RequestedItem item(CaseObject item) {
        SectionId id = item.text("id", item.required("id"), SectionId::new, INVALID);
        PersonRef subject = item.text("subject", item.required("subject"), PersonRef::new, INVALID);
        DataCategory category = item.code("category", item.required("category"), DataCategory.class);
        LifeDomain domain = item.code("lifeDomain", item.field("lifeDomain"), LifeDomain.class);
        boolean mandatory = item.flag("mandatory", false);
        return id == null || subject == null || category == null
                ? null
                : new RequestedItem(id, subject, category, domain, mandatory);
    }

    private void checkReferences(
            List<PersonFacts> persons, List<RequestedItem> items, @Nullable MessageKind kind, RecordedFacts facts) {
        if (!errors.isEmpty()) {
            // Positions in the lists are only those of the case when every element was read.
            return;
        }
        Set<PersonRef> refs = new HashSet<>();
        for (int i = 0; i < persons.size(); i++) {
            if (!refs.add(persons.get(i).ref())) {
                root.error("/persons/" + i + "/ref", "DUPLICATE");
            }
        }
        Set<SectionId> ids = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            if (!ids.add(items.get(i).id())) {
                root.error("/items/" + i + "/id", "DUPLICATE");
            }
            // A question for advice names nobody, so its items need no person behind them.
            if (kind != MessageKind.VT_ADVICE && !refs.contains(items.get(i).subject())) {
                root.error("/items/" + i + "/subject", "UNKNOWN_PERSON");
            }
        }
        // A misspelt name here would let go what the professional holds back.
        if (!ids.containsAll(facts.withheldByProfessional())) {
            root.error("/withheldByProfessional", "UNKNOWN_ITEM");
        }
    }
}
