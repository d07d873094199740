package nl.sluis.adapter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.sluis.canonical.*;

/** Messages of every shape of content, for the way out. */
public final class Messages {

    private static final PersonRef MILA = new PersonRef("mila");
    private static final PersonRef SANNE = new PersonRef("1234/sanne van \"Rijn\"");

    private Messages() {}

    public static List<Message> all() {
        return List.of(
                message(MessageKind.SIGNAL, Purpose.YOUTH_SUPPORT, null, everything()),
                message(
                        MessageKind.FEEDBACK,
                        Purpose.YOUTH_SUPPORT,
                        id(7),
                        everything().subList(5, 8)),
                message(MessageKind.PLAN_SUMMARY, null, null, List.of()));
    }

    static Message message(MessageKind kind, Purpose purpose, MessageId answered, List<Section> sections) {
        return new Message(
                id(1),
                new ThreadId(new UUID(0, 2)),
                answered,
                kind,
                new OrganisationId("de-wilgenhof"),
                ProfessionalRole.INTERN_BEGELEIDER,
                new OrganisationId("wijkteam-noord"),
                Instant.parse("2026-11-22T09:00:00Z"),
                Urgency.PRIORITY,
                purpose,
                LegalBasis.CONSENT,
                List.of(new Person(MILA, HouseholdRole.CHILD), new Person(SANNE, HouseholdRole.PARENT)),
                sections,
                new Original("application/json", "0".repeat(64)));
    }

    private static MessageId id(long number) {
        return new MessageId(new UUID(0, number));
    }

    private static List<Section> everything() {
        return List.of(
                section(
                        1,
                        MILA,
                        DataCategory.IDENTITY,
                        null,
                        new Content.Identity(
                                new PersonName("Mila", "M.", "van", "Rijn"),
                                PartialDate.parse("2017-03-00"),
                                Sex.FEMALE)),
                section(2, MILA, DataCategory.BSN, null, new Content.CitizenNumber(new Bsn("999990019"))),
                section(
                        3,
                        MILA,
                        DataCategory.ADDRESS,
                        null,
                        new Content.Address("Populierstraat", "18", "9999ZZ", "Lindedam", null, true)),
                section(4, SANNE, DataCategory.CONTACT, null, new Content.ContactPoint("phone", "0600000001")),
                section(
                        5,
                        SANNE,
                        DataCategory.IDENTITY,
                        null,
                        new Content.Identity(new PersonName(null, null, null, null), PartialDate.UNKNOWN, Sex.UNKNOWN)),
                section(
                        6,
                        MILA,
                        DataCategory.OBSERVATION,
                        LifeDomain.LGZ,
                        new Content.Statement(
                                "Valt in slaap <b>&amp; \"schrikt\"</b>\n\u0142",
                                AssertionType.REPORTED_BY,
                                PartialDate.parse("2026-11-16"),
                                "juf")),
                section(
                        7,
                        SANNE,
                        DataCategory.DIAGNOSIS,
                        LifeDomain.GGZ,
                        new Content.Coded("http://hl7.org/fhir/sid/icpc-1-nl", "P02", null)),
                section(
                        8,
                        SANNE,
                        DataCategory.GOALS,
                        LifeDomain.GGZ,
                        new Content.Goal("Vaste dagstructuur", "loopt", PartialDate.parse("2027-00-00"))),
                section(
                        9,
                        SANNE,
                        DataCategory.PLANNING,
                        LifeDomain.GGZ,
                        new Content.Planned("Evaluatie", PartialDate.parse("2027-06-01"), null, "I. Meijer")),
                section(
                        10,
                        SANNE,
                        DataCategory.DEBT_AMOUNT,
                        LifeDomain.FIN,
                        new Content.Amount(new BigDecimal("412.50"), null)),
                section(
                        11,
                        MILA,
                        DataCategory.SCHOOL_PROGRESS,
                        LifeDomain.WOP,
                        new Content.Carried("application/xml", "<a>&amp;</a>")),
                section(
                        12,
                        MILA,
                        DataCategory.OBSERVATION,
                        LifeDomain.WOP,
                        new Content.Attachment(
                                UUID.fromString("00000000-0000-4000-8000-0000000000a1"),
                                "Tekening van Mila",
                                new Content.File("image/png", 1_234_567, "ab".repeat(32)))));
    }

    private static Section section(
            int number, PersonRef who, DataCategory category, LifeDomain domain, Content content) {
        return new Section(new SectionId("s" + number), who, category, domain, number % 2 == 0, content);
    }
}
