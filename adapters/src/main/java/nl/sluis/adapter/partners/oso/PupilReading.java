package nl.sluis.adapter.partners.oso;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.sluis.adapter.source.Ledger;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The pupil and the carers, block by block. */
final class PupilReading {

    private static final PersonRef PUPIL = new PersonRef("leerling");
    private static final Set<String> READ_ELSEWHERE = Set.of(
            "voornaam",
            "voorletters-1",
            "voorvoegsel",
            "achternaam",
            "roepnaam",
            "geboortedatum",
            "geboortemaand",
            "geslacht",
            "adresgeheim",
            "adreslijst",
            "communicatielijst",
            "bsn",
            "leerlingid",
            "onderwijsnummer",
            "adresbuitenland",
            "verzorger");

    private final Dossier dossier;
    private final Element pupil;
    private final Ledger ledger;
    private final boolean secret;
    private final List<Carer> carers = new ArrayList<>();

    PupilReading(Dossier dossier, Element pupil, Ledger ledger) {
        this.dossier = dossier;
        this.pupil = pupil;
        this.ledger = ledger;
        List<Element> verzorgers = Dossier.children(pupil, "verzorger");
        this.secret = Dossier.yes(pupil, "adresgeheim")
                || verzorgers.stream().anyMatch(carer -> Dossier.yes(carer, "adresgeheim"));
        for (Element carer : verzorgers) {
            carers.add(new Carer(carer, carers.size() + 1));
        }
    }

    PersonDetails pupil() {
        Set<PersonIdentifier> identifiers = new HashSet<>();
        identifier(PersonIdentifier.LOCAL, Dossier.text(pupil, "leerlingid"), identifiers);
        identifier("onderwijsnummer", Dossier.text(pupil, "onderwijsnummer"), identifiers);
        Bsn bsn = bsn();
        identifier(PersonIdentifier.BSN, bsn == null ? null : bsn.value(), identifiers);
        return new PersonDetails(PUPIL, HouseholdRole.CHILD, identifiers, OsoPerson.birthDate(pupil));
    }

    List<Carer> carers() {
        return carers;
    }

    List<PersonDetails> persons() {
        List<PersonDetails> persons = new ArrayList<>(List.of(pupil()));
        carers.forEach(carer -> persons.add(carer.details()));
        return persons;
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        if (dossier.released(PupilRules.PUPIL)) {
            sections.addAll(new OsoPerson(pupil, PUPIL, ledger, secret).sections(true));
            number(sections);
            abroad(sections);
        }
        Dossier.children(pupil).forEach(block -> block(block, sections));
        if (dossier.released(PupilRules.CARERS)) {
            carers.forEach(carer -> sections.addAll(carer.sections(ledger, secret)));
        } else {
            carers.forEach(carer -> ledger.note(Dossier.path(carer.element()), Fate.NOT_RELEASED));
        }
        leftOver(pupil, false);
        return sections;
    }

    private void number(List<Section> sections) {
        Bsn bsn = bsn();
        Element element = Dossier.child(pupil, "bsn");
        if (bsn != null && element != null) {
            ledger.note(Dossier.path(element), Fate.MAPPED);
            add(sections, "bsn", DataCategory.BSN, new Content.CitizenNumber(bsn));
        }
        for (String known : List.of("leerlingid", "onderwijsnummer")) {
            Dossier.children(pupil, known).forEach(child -> ledger.note(Dossier.path(child), Fate.MAPPED));
        }
    }

    private void abroad(List<Section> sections) {
        for (Element abroad : Dossier.children(pupil, "adresbuitenland")) {
            ledger.note(Dossier.path(abroad), Fate.MAPPED);
            Content content = new Content.Address(Dossier.text(abroad), null, null, null, null, secret);
            add(sections, "address-abroad-" + (sections.size() + 1), DataCategory.ADDRESS, content);
        }
    }

    private void block(Element block, List<Section> sections) {
        String name = block.getLocalName();
        if (name.equals("onderwijsondersteuning")) {
            Dossier.children(block).forEach(part -> block(part, sections));
            return;
        }
        PupilRules.Rule rule = PupilRules.of(name);
        if (READ_ELSEWHERE.contains(name) || rule == null) {
            return;
        }
        if (!dossier.released(rule.releasedBy())) {
            ledger.note(Dossier.path(block), Fate.NOT_RELEASED);
            return;
        }
        ledger.note(Dossier.path(block), Fate.CARRIED);
        String text = Fragment.of(block, (Node left) -> ledger.note(Dossier.path(left), Fate.NOT_UNDERSTOOD));
        SectionId id = new SectionId("leerling:" + name + "-" + (sections.size() + 1));
        boolean mandatory =
                dossier.required(rule.releasedBy()) && !rule.releasedBy().equals(PupilRules.PUPIL);
        Content content = new Content.Carried(Fragment.MEDIA_TYPE, text);
        sections.add(new Section(id, PUPIL, rule.category(), rule.lifeDomain(), mandatory, content));
    }

    /** What nobody read: not released with the pupil's category, else not known to OSO 2019.1. */
    private void leftOver(Element parent, boolean ofPupil) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            String name = node instanceof Element ? node.getLocalName() : "";
            boolean known = ofPupil || READ_ELSEWHERE.contains(name);
            // A list that was read stands in the account by its items.
            boolean list = known && name.endsWith("lijst");
            if (node instanceof Element element && (list || name.equals("onderwijsondersteuning"))) {
                leftOver(element, list);
            } else if (node.getNodeType() != Node.TEXT_NODE && !ledger.mentions(Dossier.path(node))) {
                boolean held = known && !dossier.released(PupilRules.PUPIL);
                ledger.note(Dossier.path(node), held ? Fate.NOT_RELEASED : Fate.NOT_UNDERSTOOD);
            }
        }
    }

    private @Nullable Bsn bsn() {
        String text = Dossier.text(pupil, "bsn");
        boolean digits = text != null && text.matches("[0-9]{9}");
        Bsn bsn = digits && text != null ? new Bsn(text) : null;
        return bsn != null && bsn.passesElevenTest() ? bsn : null;
    }

    private static void identifier(String system, @Nullable String value, Set<PersonIdentifier> identifiers) {
        boolean fit = value != null
                && value.length() <= 200
                && value.chars().noneMatch(Character::isISOControl)
                && !value.isBlank();
        if (fit && value != null) {
            identifiers.add(new PersonIdentifier(system, value));
        }
    }

    private static void add(List<Section> sections, String part, DataCategory category, Content content) {
        sections.add(new Section(new SectionId("leerling:" + part), PUPIL, category, null, false, content));
    }
}
