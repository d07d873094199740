package nl.sluis.adapter.partners.oso;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.adapter.ConsentStatement;
import nl.sluis.adapter.RecipientScope;
import nl.sluis.adapter.source.Ledger;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The block {@code inzage}. {@code akkoord} is about the content and never consent; {@code toestemming} is about the transfer
 * (documentation of inzageType in the schema). The disagreement travels with the dossier.
 */
final class Inspection {

    private static final int OWN_CONSENT_FROM = 16;

    private final Dossier dossier;
    private final PupilReading people;
    private final @Nullable Element block;

    Inspection(Dossier dossier, PupilReading people, Ledger ledger) {
        this.dossier = dossier;
        this.people = people;
        this.block = Dossier.child(dossier.root(), "inzage");
        if (block != null) {
            boolean released = dossier.released(PupilRules.INSPECTION);
            ledger.note(Dossier.path(block), released ? Fate.MAPPED : Fate.NOT_RELEASED);
        }
    }

    /** The words of disagreement as a section: the dossier does not go without them. */
    Optional<Section> disagreement() {
        String words = words();
        if (words == null || !dossier.released(PupilRules.INSPECTION)) {
            return Optional.empty();
        }
        Content content =
                new Content.Statement(words, AssertionType.REPORTED_BY, date(), "ouders/verzorgers of leerling");
        SectionId id = new SectionId("leerling:redennietakkoord");
        return Optional.of(new Section(id, people.pupil().ref(), DataCategory.OPINION, LifeDomain.WOP, true, content));
    }

    /** A consent only when it is released and dated, and the age of the pupil says who gave it; a refusal counts whatever the release says. */
    List<ConsentStatement> statements(List<Section> sections) {
        String answer = block == null ? null : Dossier.text(block, "toestemming");
        PartialDate at = date();
        boolean given = "Ja".equals(answer)
                && dossier.released(PupilRules.INSPECTION)
                && at != null
                && people.pupil().birthDate().year() != 0;
        boolean refused = "Nee".equals(answer);
        List<ConsentStatement> statements = new ArrayList<>();
        if (given || refused) {
            ConsentDecision decision = given ? ConsentDecision.GIVEN : ConsentDecision.REFUSED;
            boolean self = ofAge(at);
            if (self || (refused && at == null)) {
                statements.add(statement(people.pupil(), Capacity.SELF, decision, sections));
            }
            if (!self) {
                people.carers().stream()
                        .filter(Carer::canConsent)
                        .forEach(carer ->
                                statements.add(statement(carer.details(), Capacity.CUSTODIAN, decision, sections)));
            }
        }
        return statements;
    }

    /** Whether the pupil was sixteen for certain on the day of the inspection. */
    private boolean ofAge(@Nullable PartialDate at) {
        PartialDate born = people.pupil().birthDate();
        return at != null
                && born.year() != 0
                && !born.latest().plusYears(OWN_CONSENT_FROM).isAfter(at.earliest());
    }

    private ConsentStatement statement(
            PersonDetails giver, Capacity capacity, ConsentDecision decision, List<Section> sections) {
        boolean given = decision == ConsentDecision.GIVEN;
        Set<DataCategory> categories = new HashSet<>();
        Set<LifeDomain> domains = new HashSet<>();
        for (Section section : given ? sections : List.<Section>of()) {
            categories.add(section.category());
            if (section.lifeDomain() != null) {
                domains.add(section.lifeDomain());
            }
        }
        PartialDate at = date();
        LocalDate from = at == null || !given ? null : at.latest();
        return new ConsentStatement(
                null,
                giver,
                capacity,
                List.of(people.pupil()),
                null,
                RecipientScope.ADDRESSED,
                Set.of(Purpose.EDUCATION),
                categories,
                domains,
                decision,
                from,
                null,
                null,
                at == null ? null : "oso-inzage-" + at,
                words());
    }

    private @Nullable String words() {
        return block == null ? null : Dossier.text(block, "redennietakkoord");
    }

    private @Nullable PartialDate date() {
        String text = block == null ? null : Dossier.text(block, "inzagedatum");
        PartialDate date = text == null ? PartialDate.UNKNOWN : OsoPerson.date(text);
        return date.year() == 0 ? null : date;
    }
}
