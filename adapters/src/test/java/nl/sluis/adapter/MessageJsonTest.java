package nl.sluis.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class MessageJsonTest {

    private static final PersonRef P1 = new PersonRef("p1");

    @Test
    void readsBackEveryContentThatItWrites() {
        Message message = message(List.of(
                section(
                        "1",
                        DataCategory.IDENTITY,
                        new Content.Identity(
                                new PersonName("Mila", "M.", null, "Demir"),
                                PartialDate.parse("2017-03-00"),
                                Sex.FEMALE)),
                section("2", DataCategory.BSN, new Content.CitizenNumber(new Bsn("999990019"))),
                section(
                        "3",
                        DataCategory.ADDRESS,
                        new Content.Address("Populierstraat", "18", null, "Lindedam", null, false)),
                section("4", DataCategory.CONTACT, new Content.ContactPoint("phone", "000")),
                section(
                        "5",
                        DataCategory.OBSERVATION,
                        new Content.Statement("Valt in slaap.", AssertionType.OBSERVED, null, null)),
                section("6", DataCategory.DIAGNOSIS, new Content.Coded("icpc", "P20", null)),
                section("7", DataCategory.GOALS, new Content.Goal("Rust", null, PartialDate.parse("2027-06-01"))),
                section("8", DataCategory.PLANNING, new Content.Planned("Evaluatie", null, null, null)),
                section("9", DataCategory.DEBT_AMOUNT, new Content.Amount(new BigDecimal("1250.00"), null)),
                section("10", DataCategory.SCHOOL_PROGRESS, new Content.Carried("application/xml", "<a/>"))));

        byte[] json = MessageJson.write(message);

        assertThat(MessageJson.readMessage(json)).isEqualTo(message);
        assertThat(MessageJson.write(MessageJson.readMessage(json))).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1e99999990408", "1e2147483648", "1e999999999", "1e-999999999", "1e41"})
    void refusesAnAmountThatFillsAMemoryWhenItIsWrittenOut(String euros) {
        String json = "{\"type\":\"amount\",\"euros\":" + euros + "}";

        assertThatThrownBy(() -> MessageJson.mapper().readValue(json, Content.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesAFieldThatItDoesNotKnow() {
        String json = new String(MessageJson.write(message(List.of())), StandardCharsets.UTF_8)
                .replaceFirst("\\{", "{\"extra\":1,");

        assertThatThrownBy(() -> MessageJson.readMessage(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JacksonException.class);
    }

    private static Section section(String id, DataCategory category, Content content) {
        return new Section(new SectionId(id), P1, category, LifeDomain.LGZ, false, content);
    }

    private static Message message(List<Section> sections) {
        return new Message(
                new MessageId(UUID.fromString("0192f0c4-0000-7000-8000-000000000001")),
                new ThreadId(UUID.fromString("0192f0c4-0000-7000-8000-000000000002")),
                null,
                MessageKind.SIGNAL,
                new OrganisationId("de-wilgenhof"),
                ProfessionalRole.INTERN_BEGELEIDER,
                new OrganisationId("wijkteam-noord"),
                Instant.parse("2026-11-22T09:00:00Z"),
                Urgency.ROUTINE,
                Purpose.YOUTH_SUPPORT,
                LegalBasis.CONSENT,
                List.of(new Person(P1, HouseholdRole.CHILD)),
                sections,
                null);
    }
}
