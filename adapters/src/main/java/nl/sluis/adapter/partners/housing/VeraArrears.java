package nl.sluis.adapter.partners.housing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.sluis.adapter.ArrearsEvidence;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.EvidenceJson;
import nl.sluis.adapter.source.Ledger;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import nl.sluis.canonical.Sex;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns arrears that passed their schema into a draft: contact data and the amount, and nothing else of the collection. */
final class VeraArrears {

    private static final PersonRef TENANT = new PersonRef("huurder");
    private static final Set<String> AMOUNT = Set.of("saldo", "bedrag", "begindatum");
    private static final Set<String> PERSON =
            Set.of("id", "voornaam", "voorletters", "tussenvoegsels", "achternaam", "geboortedatum");
    private static final Set<String> ADDRESS =
            Set.of("straat", "huisnummer", "huisletter", "huisnummertoevoeging", "postcode", "woonplaats");

    private final JsonNode root;
    private final JsonNode person;
    private final Ledger ledger = new Ledger();
    private final List<Violation> faults = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();

    VeraArrears(JsonNode root) {
        this.root = root;
        this.person = root.path("relatie");
    }

    Translation translation() {
        PartialDate born = date(person, "geboortedatum", "/relatie");
        identity(born == null ? PartialDate.UNKNOWN : born);
        address(root.path("adres"));
        amount(root.path("externeIncasso"));
        PartialDate signal = date(root, "signaaldatum", "");
        ArrearsEvidence evidence = EvidenceJson.read(root.path("voorwaarden"), "/voorwaarden", signal, faults);
        account();
        return faults.isEmpty()
                ? new Translation.Translated(draft(born, evidence), ledger.completeness())
                : new Translation.Untranslatable(faults);
    }

    private void identity(PartialDate born) {
        PersonName name = new PersonName(
                text(person, "voornaam"),
                text(person, "voorletters"),
                text(person, "tussenvoegsels"),
                text(person, "achternaam"));
        add("identity", DataCategory.IDENTITY, null, true, new Content.Identity(name, born, Sex.UNKNOWN));
    }

    private void address(JsonNode address) {
        if (address.isMissingNode()) {
            return;
        }
        StringBuilder number = new StringBuilder();
        for (String part : List.of("huisnummer", "huisletter", "huisnummertoevoeging")) {
            String text = text(address, part);
            number.append(text == null ? "" : (number.isEmpty() ? "" : " ") + text);
        }
        add(
                "address",
                DataCategory.ADDRESS,
                null,
                false,
                new Content.Address(
                        text(address, "straat"),
                        number.isEmpty() ? null : number.toString(),
                        text(address, "postcode"),
                        text(address, "woonplaats"),
                        null,
                        false));
    }

    /** What is still owed, else what was handed over for collection. */
    private void amount(JsonNode collection) {
        JsonNode owed = collection.has("saldo") ? collection.path("saldo") : collection.path("bedrag");
        PartialDate since = date(collection, "begindatum", "/externeIncasso");
        if (owed.isNumber()) {
            Content amount = new Content.Amount(owed.decimalValue(), since);
            add("achterstand", DataCategory.DEBT_AMOUNT, LifeDomain.FIN, true, amount);
        }
    }

    private void account() {
        for (String name : root.propertyNames()) {
            switch (name) {
                case "externeIncasso" -> below(name, AMOUNT, Fate.NOT_RELEASED);
                case "relatie" -> below(name, PERSON, Fate.NOT_UNDERSTOOD);
                case "adres" -> below(name, ADDRESS, Fate.NOT_UNDERSTOOD);
                default -> ledger.note("/" + name, Fate.MAPPED);
            }
        }
    }

    private void below(String name, Set<String> read, Fate otherwise) {
        for (String field : root.path(name).propertyNames()) {
            ledger.note("/" + name + "/" + field, read.contains(field) ? Fate.MAPPED : otherwise);
        }
    }

    private Draft draft(@Nullable PartialDate born, @Nullable ArrearsEvidence evidence) {
        Set<PersonIdentifier> numbers = new HashSet<>();
        String own = text(person, "id");
        if (own != null) {
            numbers.add(new PersonIdentifier(PersonIdentifier.LOCAL, own));
        }
        PartialDate known = born == null ? PartialDate.UNKNOWN : born;
        return new Draft(
                MessageKind.ARREARS_SIGNAL,
                null,
                ProfessionalRole.WOONCONSULENT,
                Purpose.DEBT_HELP,
                LegalBasis.ARREARS_BGS_2,
                Urgency.ROUTINE,
                null,
                null,
                List.of(new PersonDetails(TENANT, HouseholdRole.OTHER, numbers, known)),
                sections,
                List.of(),
                Set.of(),
                false,
                evidence);
    }

    private @Nullable PartialDate date(JsonNode owner, String field, String at) {
        String text = text(owner, field);
        try {
            return text == null ? null : PartialDate.parse(text);
        } catch (IllegalArgumentException noDate) {
            faults.add(new Violation(at + "/" + field, "NOT_A_DATE", "There is no such date."));
            return null;
        }
    }

    private void add(
            String part, DataCategory category, @Nullable LifeDomain domain, boolean mandatory, Content content) {
        sections.add(new Section(new SectionId(TENANT + ":" + part), TENANT, category, domain, mandatory, content));
    }

    private static @Nullable String text(JsonNode owner, String field) {
        String text = owner.path(field).asString("").strip();
        return text.isEmpty() ? null : text;
    }
}
