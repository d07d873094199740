package nl.sluis.adapter.partners.veiligthuis;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.adapter.source.DraftPerson;
import nl.sluis.adapter.source.DraftPerson.Standing;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.adapter.source.XmlTree;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.Sex;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A natural person of StUF-BG, in any of the selections of Jeugdzorg 1.0.9: who it is, where they live, how to reach them. */
final class StufPerson {

    private static final List<String> ADDRESSES =
            List.of("verblijfsadres", "formeelVerblijfadresBinnenland", "feitelijkVerblijfsadresBinnenland");
    private static final List<String> MINIMISED = List.of(
            "vreemdelingennummer",
            "rni",
            "nationaliteit",
            "inp.heeftAlsNationaliteit",
            "inp.geboorteplaats",
            "inp.geboorteLand",
            "geboortelandNaam",
            "geboortplaatsnaamBuitenland");

    private final XmlTree tree;
    private final Element element;

    StufPerson(XmlTree tree, Element element) {
        this.tree = tree;
        this.element = element;
    }

    /** Adds what is said of the person. A number that fails the eleven test is not taken for one. */
    void read(DraftPerson person, Standing standing) {
        person.identity(name(), birthDate(), sex(), standing);
        person.bsn(number());
        for (String phone : List.of("telefoonnummer", "sub.telefoonnummer")) {
            tree.takeAll(element, phone).forEach(number -> person.contact("phone", number));
        }
        person.contact("email", tree.take(element, "sub.emailadres"));
        for (String address : ADDRESSES) {
            address(person, XmlTree.at(element, address));
        }
        for (Element address : XmlTree.children(element, "adres")) {
            tree.take(address, "soortadres");
            address(person, XmlTree.at(address, "nederlandsadres"));
        }
        // Descent and nationality serve no help (GDPR art. 9): they stay with who sent them
        for (String left : MINIMISED) {
            XmlTree.children(element, left).forEach(each -> tree.note(each, Fate.NOT_RELEASED));
        }
    }

    /** The name alone, as a relation to a person gives it. */
    PersonName name() {
        String family = tree.take(element, "geslachtsnaam");
        String whole = tree.take(element, "volledigeNaam");
        String plain = tree.take(element, "naam");
        return new PersonName(
                tree.take(element, "voornamen"),
                tree.take(element, "voorletters"),
                tree.take(element, "voorvoegselGeslachtsnaam"),
                family != null ? family : whole != null ? whole : plain);
    }

    /** The citizen service number; null when there is none, or it fails the eleven test and is not taken for one. */
    @Nullable
    String number() {
        Element bsn = XmlTree.at(element, "inp.bsn");
        String text = XmlTree.text(bsn);
        boolean one = text != null && text.matches("[0-9]{9}") && new Bsn(text).passesElevenTest();
        tree.note(bsn, text == null || one ? Fate.MAPPED : Fate.NOT_UNDERSTOOD);
        return one ? text : null;
    }

    private PartialDate birthDate() {
        Element born = XmlTree.at(element, "geboortedatum");
        String text = tree.take(element, "geboortedatum");
        if (born != null && text != null && !Stuf.isDate(born, text)) {
            tree.fault(born, "NOT_A_DATE", "There is no such date.");
        }
        return Stuf.date(born, text);
    }

    private Sex sex() {
        String code = tree.take(element, "geslachtsaanduiding");
        return switch (code == null ? "" : code.toUpperCase(Locale.ROOT)) {
            case "M" -> Sex.MALE;
            case "V" -> Sex.FEMALE;
            default -> Sex.UNKNOWN;
        };
    }

    private void address(DraftPerson person, @Nullable Element address) {
        if (address == null || XmlTree.children(address).isEmpty()) {
            return;
        }
        String street = tree.take(address, "gor.openbareRuimteNaam");
        String other = tree.take(address, "gor.straatnaam");
        String number = Stream.of(
                        tree.take(address, "aoa.huisnummer"),
                        tree.take(address, "aoa.huisletter"),
                        tree.take(address, "aoa.huisnummertoevoeging"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        person.address(new Content.Address(
                street == null ? other : street,
                number.isEmpty() ? null : number,
                tree.take(address, "aoa.postcode"),
                tree.take(address, "wpl.woonplaatsNaam"),
                "NL",
                false));
    }
}
