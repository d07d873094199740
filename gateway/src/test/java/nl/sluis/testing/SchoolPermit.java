package nl.sluis.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Regime;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import nl.sluis.canonical.ThreadId;
import nl.sluis.canonical.Urgency;
import nl.sluis.policy.Permit;
import nl.sluis.policy.PersonFacts;
import nl.sluis.policy.PolicyDecisionPoint;
import nl.sluis.policy.ReceivingParty;
import nl.sluis.policy.RecordedFacts;
import nl.sluis.policy.SendingParty;
import nl.sluis.policy.SharingContext;
import nl.sluis.seal.Sealer;
import nl.sluis.seal.TestSeals;

/** A permit of the school for the team, about one pupil, on her own consent to what was observed: decided by the rules in force. */
public final class SchoolPermit {

    /** What no consent here covers. */
    public static final Content.Attachment WITHHELD = new Content.Attachment(
            UUID.randomUUID(), "Proces-verbaal", new Content.File("application/pdf", 10, "cd".repeat(32)));

    /** The pupil. */
    public static final PersonRef SANNE = new PersonRef("leerling-42");

    private static final OrganisationId SCHOOL = TestSeals.organisation("school");
    private static final OrganisationId TEAM = TestSeals.organisation("wijkteam");

    private SchoolPermit() {}

    /** Carries these attachments; one about crime, which it does not carry, is in the question. */
    public static Permit with(Content.Attachment... attachments) {
        List<Section> sections = new ArrayList<>();
        for (Content.Attachment attachment : attachments) {
            sections.add(section(DataCategory.OBSERVATION, attachment));
        }
        sections.add(section(DataCategory.CRIMINAL, WITHHELD));
        return of(sections);
    }

    /** Carries what may go of these sections; given now, since a permit does not last. */
    public static Permit of(List<Section> sections) {
        return of(sections, Instant.now());
    }

    /** The same of a message that says that it was sent then. */
    public static Permit of(List<Section> sections, Instant sentAt) {
        Instant now = Instant.now();
        Message message = new Message(
                new MessageId(UUID.randomUUID()),
                new ThreadId(UUID.randomUUID()),
                null,
                MessageKind.SIGNAL,
                SCHOOL,
                ProfessionalRole.INTERN_BEGELEIDER,
                TEAM,
                sentAt,
                Urgency.ROUTINE,
                Purpose.YOUTH_SUPPORT,
                LegalBasis.CONSENT,
                List.of(new Person(SANNE, HouseholdRole.OTHER)),
                sections,
                null);
        return (Permit) new PolicyDecisionPoint().decide(message, context(now), Sealer.FORM);
    }

    private static SharingContext context(Instant now) {
        RecordedFacts none = RecordedFacts.NONE;
        return new SharingContext(
                now,
                new SendingParty(SCHOOL, OrganisationType.SCHOOL, Regime.AVG, ProfessionalRole.INTERN_BEGELEIDER),
                new ReceivingParty(TEAM, OrganisationType.WIJKTEAM),
                List.of(new PersonFacts(SANNE, PartialDate.parse("1992-05-04"), true, null)),
                new RecordedFacts(
                        List.of(consent(now)),
                        null,
                        List.of(),
                        null,
                        List.of(),
                        Set.of(),
                        null,
                        null,
                        none.disclosure1215(),
                        false));
    }

    private static ConsentRecord consent(Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new ConsentRecord(
                "c1",
                SANNE,
                Capacity.SELF,
                Set.of(SANNE),
                SCHOOL,
                Set.of(TEAM),
                Set.of(Purpose.YOUTH_SUPPORT),
                Set.of(DataCategory.OBSERVATION),
                Set.of(LifeDomain.LGZ),
                ConsentDecision.GIVEN,
                day.minusMonths(2),
                day.plusMonths(9),
                now.minusSeconds(60),
                null,
                "form");
    }

    private static Section section(DataCategory category, Content.Attachment attachment) {
        return new Section(
                new SectionId(attachment.id().toString()), SANNE, category, LifeDomain.LGZ, false, attachment);
    }
}
