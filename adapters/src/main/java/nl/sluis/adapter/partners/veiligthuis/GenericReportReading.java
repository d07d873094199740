package nl.sluis.adapter.partners.veiligthuis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.DraftPerson;
import nl.sluis.adapter.source.DraftPerson.Standing;
import nl.sluis.adapter.source.Drafting;
import nl.sluis.adapter.source.XmlTree;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.Purpose;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A report of the police, {@code meldingGeneriekDi01}: care that is no emergency (NAZ), Veilig Thuis, or a house for care and
 * safety (ZVH). It names no ground, so none is claimed: a person decides. Codes of involvement are criminal data (GDPR art. 10).
 */
final class GenericReportReading {

    private static final String INVOLVEMENT = "urn:jubes:betrokkenheid-hoedanigheid";
    private static final String RELATION = "urn:jubes:betrokkenheid-relatie";

    private final XmlTree tree;
    private final List<DraftPerson> people = new ArrayList<>();

    GenericReportReading(XmlTree tree) {
        this.tree = tree;
    }

    Translation translation() {
        Element report = XmlTree.at(tree.root(), "object");
        Element about = XmlTree.at(report, "heeftBetrekkingOp");
        Element natural = XmlTree.at(about, "gerelateerde", "natuurlijkPersoon");
        String sort = tree.take(report, "soortmeldingCode");
        List<Violation> faults = faults(natural, sort);
        if (!faults.isEmpty() || about == null || natural == null) {
            return new Translation.Untranslatable(faults);
        }
        DraftPerson subject = person(about, natural, "betrokkene", Standing.SUBJECT);
        coded(subject, INVOLVEMENT, tree.take(about, "hoedanigheid"));
        for (Element other : XmlTree.children(report, "heeftAlsOverigBetrokkene")) {
            Element person = XmlTree.at(other, "gerelateerde", "natuurlijkPersoon");
            if (person != null) {
                coded(
                        person(other, person, "overig-" + people.size(), Standing.OTHER),
                        RELATION,
                        tree.take(other, "betrokkenheidRelatie"));
            }
        }
        situation(subject, XmlTree.at(report, "betreft", "gerelateerde"));
        say(subject, "verzoek", DataCategory.PLANNING, null, tree.take(report, "verzoekOmschrijving"));
        say(subject, "reden", DataCategory.SAFETY, null, tree.take(report, "redenMelding", "omschrijving"));
        coded(subject, "urn:jubes:reden-melding", tree.take(report, "redenMelding", "code"));
        say(subject, "overig", DataCategory.SAFETY, null, tree.take(report, "overigeInformatie", "omschrijving"));
        if ("Ja".equals(tree.take(report, "indicatieTerugkoppelingGewenst"))) {
            say(subject, "terugkoppeling", DataCategory.PLANNING, null, "Terugkoppeling gewenst.");
        }
        tree.take(report, "identificatie");
        tree.take(report, "datumTijdMelding");
        organisation(XmlTree.at(report, "heeftAlsInitiator"));
        organisation(XmlTree.at(report, "heeftAlsUitvoerende"));
        MessageKind kind = "VT".equals(sort) ? MessageKind.VT_REPORT : MessageKind.SIGNAL;
        return tree.translation(new Drafting(kind)
                .on(LegalBasis.NONE, Purpose.SAFETY)
                .about(people)
                .draft());
    }

    private static List<Violation> faults(@Nullable Element natural, @Nullable String sort) {
        List<Violation> faults = new ArrayList<>();
        if (natural == null) {
            faults.add(new Violation(
                    "/meldingGeneriekDi01/object/heeftBetrekkingOp/gerelateerde/natuurlijkPersoon",
                    "REQUIRED",
                    "Whom the report is about is missing."));
        }
        if (sort == null || !List.of("NAZ", "VT", "ZVH").contains(sort)) {
            faults.add(new Violation(
                    "/meldingGeneriekDi01/object/soortmeldingCode",
                    "UNKNOWN_CODE",
                    "One of NAZ, VT and ZVH is expected."));
        }
        return faults;
    }

    private DraftPerson person(Element relation, Element natural, String ref, Standing standing) {
        DraftPerson person = new DraftPerson(ref, HouseholdRole.OTHER);
        new StufPerson(tree, natural).read(person, standing);
        people.add(person);
        new InformingReading(tree, people).group(XmlTree.at(relation, "informering"), person);
        return person;
    }

    private void situation(DraftPerson subject, @Nullable Element situation) {
        String what = tree.take(situation, "omschrijvingZorgelijkeSituatie");
        say(subject, "situatie", DataCategory.SAFETY, null, what);
        say(subject, "nader", DataCategory.SAFETY, null, tree.take(situation, "nadereOmschrijving"));
        for (Element domain : XmlTree.children(situation, "leefgebied")) {
            String code = tree.take(domain, "leefgebiedCode");
            String text = tree.take(domain, "toelichting");
            LifeDomain known = Arrays.stream(LifeDomain.values())
                    .filter(each -> each.jubesCode().equals(code))
                    .findFirst()
                    .orElse(null);
            String words = text != null ? text : known == null ? code : known.dutchName();
            say(subject, "leefgebied", DataCategory.OBSERVATION, known, words);
        }
        for (Element pair : XmlTree.children(situation, "vraagAntwoord")) {
            String code = tree.take(pair, "vraagCode");
            String answer = tree.take(pair, "antwoord");
            say(subject, "vraag", DataCategory.SAFETY, null, answer == null ? null : code + ": " + answer);
        }
        tree.take(situation, "indicatieInstantiesBetrokken");
        Element incident = XmlTree.at(situation, "kent", "gerelateerde");
        say(subject, "incident", DataCategory.CRIMINAL, null, tree.take(incident, "omschrijving"));
        say(subject, "plaats", DataCategory.CRIMINAL, null, tree.take(incident, "locatieAanduiding"));
    }

    private void organisation(@Nullable Element relation) {
        Element unit = XmlTree.at(relation, "gerelateerde", "organisatorischeEenheid");
        tree.take(unit, "identificatie");
        tree.take(unit, "naam");
    }

    private static void coded(DraftPerson person, String system, @Nullable String code) {
        if (code != null) {
            Content coded = new Content.Coded(system, code, null);
            person.add("code-" + next(person), DataCategory.CRIMINAL, null, false, coded);
        }
    }

    private static void say(
            DraftPerson person,
            String part,
            DataCategory category,
            @Nullable LifeDomain domain,
            @Nullable String text) {
        if (text != null) {
            Content statement = new Content.Statement(text, AssertionType.REPORTED_BY, null, "politie");
            person.add(part + "-" + next(person), category, domain, true, statement);
        }
    }

    private static int next(DraftPerson person) {
        return person.sections().size() + 1;
    }
}
