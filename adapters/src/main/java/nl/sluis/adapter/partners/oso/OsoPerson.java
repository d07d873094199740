package nl.sluis.adapter.partners.oso;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluis.adapter.source.Ledger;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import nl.sluis.canonical.Sex;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What pupil and carers have in common (persoonType of OSO): name, sex, addresses, ways to reach them. */
final class OsoPerson {

    private static final List<String> IDENTITY = List.of(
            "voornaam",
            "voorletters-1",
            "voorvoegsel",
            "achternaam",
            "roepnaam",
            "geboortedatum",
            "geboortemaand",
            "geslacht");

    private static final Set<String> ADDRESS = Set.of("straat", "nummer", "toevoeging", "postcode", "plaats", "land");
    private static final Set<String> CONTACT = Set.of("soort", "nummer", "geheim");

    private final Element person;
    private final PersonRef ref;
    private final Ledger ledger;
    private final boolean secret;
    private final List<Section> sections = new ArrayList<>();

    /**
     * @param secret whether an address of anybody in the dossier is secret: people who live together give each other away
     */
    OsoPerson(Element person, PersonRef ref, Ledger ledger, boolean secret) {
        this.person = person;
        this.ref = ref;
        this.ledger = ledger;
        this.secret = secret;
    }

    List<Section> sections(boolean mandatory) {
        identity(mandatory);
        note("adresgeheim");
        for (Element list : Dossier.children(person, "adreslijst")) {
            Dossier.children(list, "adres").forEach(this::address);
        }
        for (Element list : Dossier.children(person, "communicatielijst")) {
            Dossier.children(list, "communicatie").forEach(this::contact);
        }
        return sections;
    }

    static PartialDate birthDate(Element person) {
        String date = Dossier.text(person, "geboortedatum");
        String known = date == null ? Dossier.text(person, "geboortemaand") : date;
        return known == null ? PartialDate.UNKNOWN : date(known);
    }

    /** EEJJ-MM-DD, EEJJ-MM or EEJJ; anything else is not known. */
    static PartialDate date(String text) {
        String full = text.length() < 10 ? text + "0000-00-00".substring(text.length()) : text;
        try {
            return PartialDate.parse(full);
        } catch (IllegalArgumentException noDate) {
            return PartialDate.UNKNOWN;
        }
    }

    private void identity(boolean mandatory) {
        IDENTITY.forEach(this::note);
        List<String> given =
                Dossier.children(person, "voornaam").stream().map(Dossier::text).toList();
        String called = Dossier.text(person, "roepnaam");
        PersonName name = new PersonName(
                given.isEmpty() ? called : String.join(" ", given),
                Dossier.text(person, "voorletters-1"),
                Dossier.text(person, "voorvoegsel"),
                Dossier.text(person, "achternaam"));
        add("identity", DataCategory.IDENTITY, mandatory, new Content.Identity(name, birthDate(person), sex()));
    }

    /** Codelijst 14: 0 unknown, 1 woman, 2 man. */
    private Sex sex() {
        String code = Dossier.text(person, "geslacht");
        return "1".equals(code) ? Sex.FEMALE : "2".equals(code) ? Sex.MALE : Sex.UNKNOWN;
    }

    private void address(Element address) {
        parts(address, ADDRESS);
        String number = Dossier.text(address, "nummer");
        String suffix = Dossier.text(address, "toevoeging");
        Content content = new Content.Address(
                Dossier.text(address, "straat"),
                number == null || suffix == null ? number : number + " " + suffix,
                Dossier.text(address, "postcode"),
                Dossier.text(address, "plaats"),
                Dossier.text(address, "land"),
                secret);
        add("address-" + (sections.size() + 1), DataCategory.ADDRESS, false, content);
    }

    /** A secret number never becomes a section, whatever its category says. */
    private void contact(Element contact) {
        String value = Dossier.text(contact, "nummer");
        if (Dossier.yes(contact, "geheim") || value == null) {
            ledger.note(Dossier.path(contact), Fate.NOT_RELEASED);
            return;
        }
        parts(contact, CONTACT);
        Content content = new Content.ContactPoint(system(Dossier.text(contact, "soort")), value);
        add("contact-" + (sections.size() + 1), DataCategory.CONTACT, false, content);
    }

    private void parts(Element block, Set<String> read) {
        for (Element part : Dossier.children(block)) {
            ledger.note(Dossier.path(part), read.contains(part.getLocalName()) ? Fate.MAPPED : Fate.NOT_UNDERSTOOD);
        }
    }

    private static String system(@Nullable String kind) {
        return "e-mail".equals(kind) ? "email" : "telefoon".equals(kind) ? "phone" : "other";
    }

    private void note(String name) {
        Dossier.children(person, name).forEach(child -> ledger.note(Dossier.path(child), Fate.MAPPED));
    }

    private void add(String part, DataCategory category, boolean mandatory, Content content) {
        sections.add(new Section(new SectionId(ref + ":" + part), ref, category, null, mandatory, content));
    }
}
