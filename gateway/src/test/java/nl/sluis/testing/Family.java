package nl.sluis.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import nl.sluis.canonical.Sex;
import nl.sluis.canonical.ThreadId;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;

/** Builds messages about the invented family Van Rijn–Demir, and about others who do not exist. */
public final class Family {

    /** Test numbers that pass the check of the register. */
    public static final String BSN_MILA = "999990019";

    public static final String BSN_NOAH = "999990020";

    private final Map<PersonRef, Person> persons = new LinkedHashMap<>();
    private final List<Section> sections = new ArrayList<>();
    private ThreadId thread = new ThreadId(UUID.randomUUID());
    private OrganisationId sender = new OrganisationId("de-wilgenhof");
    private @Nullable MessageId answered;
    private MessageKind kind = MessageKind.SIGNAL;
    private Urgency urgency = Urgency.ROUTINE;
    private LegalBasis basis = LegalBasis.CONSENT;

    private Family() {}

    /** A message of which nothing is said yet. */
    public static Family message() {
        return new Family();
    }

    /** A concern of the school about Mila, as most tests need one. */
    public static Family concern(String text) {
        return message()
                .person("mila", HouseholdRole.CHILD)
                .named("mila", "Mila", "Demir", "2017-03-12")
                .bsn("mila", BSN_MILA)
                .said("mila", AssertionType.OBSERVED, text);
    }

    public Family from(String organisation) {
        sender = new OrganisationId(organisation);
        return this;
    }

    public Family kind(MessageKind value) {
        kind = value;
        return this;
    }

    public Family answering(MessageId value) {
        answered = value;
        return this;
    }

    public Family urgency(Urgency value) {
        urgency = value;
        return this;
    }

    public Family on(LegalBasis value) {
        basis = value;
        return this;
    }

    public Family in(ThreadId value) {
        thread = value;
        return this;
    }

    public Family person(String ref, HouseholdRole role) {
        persons.put(new PersonRef(ref), new Person(new PersonRef(ref), role));
        return this;
    }

    public Family named(String ref, @Nullable String given, String family, String birthDate) {
        PersonName name = new PersonName(given, null, null, family);
        return section(
                ref,
                DataCategory.IDENTITY,
                null,
                new Content.Identity(name, PartialDate.parse(birthDate), Sex.UNKNOWN));
    }

    /** With initials where the given name is not known. */
    public Family initials(String ref, String initials, String family, String birthDate) {
        PersonName name = new PersonName(null, initials, null, family);
        return section(
                ref,
                DataCategory.IDENTITY,
                null,
                new Content.Identity(name, PartialDate.parse(birthDate), Sex.UNKNOWN));
    }

    /** Lives there. */
    public Family at(String ref, String postalCode, String number) {
        return section(
                ref,
                DataCategory.ADDRESS,
                null,
                new Content.Address("Dorpsstraat", number, postalCode, "Lindedam", "NL", false));
    }

    public Family bsn(String ref, String number) {
        return section(ref, DataCategory.BSN, null, new Content.CitizenNumber(new Bsn(number)));
    }

    public Family said(String ref, AssertionType assertion, String text) {
        DataCategory category = assertion == AssertionType.OBSERVED ? DataCategory.OBSERVATION : DataCategory.OPINION;
        return section(
                ref,
                category,
                LifeDomain.HGV,
                new Content.Statement(text, assertion, PartialDate.parse("2026-11-19"), null));
    }

    /** A file that came along. */
    public Family file(String ref, UUID id, String title) {
        return section(
                ref,
                DataCategory.OBSERVATION,
                LifeDomain.HGV,
                new Content.Attachment(id, title, new Content.File("image/png", 1_500_000, "ab".repeat(32))));
    }

    public Family section(String ref, DataCategory category, @Nullable LifeDomain domain, Content content) {
        SectionId id = new SectionId("s" + (sections.size() + 1));
        sections.add(new Section(id, new PersonRef(ref), category, domain, false, content));
        return this;
    }

    public Message build() {
        return new Message(
                new MessageId(UUID.randomUUID()),
                thread,
                answered,
                kind,
                sender,
                ProfessionalRole.INTERN_BEGELEIDER,
                new OrganisationId("wijkteam"),
                Instant.parse("2026-11-20T08:00:00Z"),
                urgency,
                Purpose.YOUTH_SUPPORT,
                basis,
                List.copyOf(persons.values()),
                sections,
                null);
    }
}
