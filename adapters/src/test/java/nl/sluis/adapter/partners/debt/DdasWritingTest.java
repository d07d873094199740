package nl.sluis.adapter.partners.debt;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.adapter.Batch;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Messages;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.RealFiles;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.partners.debt.DdasAdapter.Model;
import nl.sluis.canonical.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DdasWritingTest {

    static final DdasSupplier SUPPLIER = new DdasSupplier("LIN-01", "9999", "Waterbedrijf Lindewater", "00000000");

    @ParameterizedTest
    @CsvSource({"VS, ddas-vs-sanne.json", "SHV, ddas-shv-sanne.json"})
    void writesWhatItReadAndReadsItBack(Model model, String sample) {
        there(model, Sample.of(sample, "").text());
    }

    /** Each message of the published files, which come back as they went. */
    @ParameterizedTest
    @CsvSource({
        "VS, ddas-vroegsignalering/v0.9, enkelvoudigVoorbeeld.json",
        "VS, ddas-vroegsignalering/v0.9, meervoudigVoorbeeld.json",
        "SHV, ddas/v1.0, enkelvoudigVoorbeeld.json",
        "SHV, ddas/v1.0, meervoudigVoorbeeld.json",
    })
    void writesThePublishedMessagesByThePublishedSchema(Model model, String folder, String file) {
        String schema = RealFiles.read(folder, "json_schema_Uitwisselmodel.json");
        Batch batch = new DdasAdapter(model).readAll(payload(model, RealFiles.read(folder, file)), 100);
        for (Batch.Entry entry : batch.entries()) {
            String written = there(model, new String(entry.original().bytes(), StandardCharsets.UTF_8));
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema, InputFormat.JSON)
                            .validate(written, InputFormat.JSON))
                    .isEmpty();
        }
    }

    /** Samples of our own, as a partner would get them. */
    @ParameterizedTest
    @CsvSource({"VS, ddas-vroegsignalering/v0.9, ddas-vs-sanne.json", "SHV, ddas/v1.0, ddas-shv-sanne.json"})
    void writesItsOwnSamplesByThePublishedSchema(Model model, String folder, String sample) {
        String written = there(model, Sample.of(sample, "").text());
        Schema published = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(RealFiles.read(folder, "json_schema_Uitwisselmodel.json"), InputFormat.JSON);
        assertThat(published.validate(written, InputFormat.JSON)).isEmpty();
        assertThat(published.validate(written.replace("\"leveringen\"", "\"levering\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void writesNothingWithoutWhoDelivers() {
        Message message =
                message(draft(Model.VS, Sample.of("ddas-vs-sanne.json", "").text()));
        assertThat(new DdasAdapter(Model.VS).write(message)).isEmpty();
        assertThat(new DdasAdapter(Model.VS).missing(message)).isEmpty();
        assertThat(new DdasAdapter(Model.SHV, SUPPLIER).write(message)).isEmpty();
    }

    @Test
    void namesThePlaceOfWhatItHasNoFieldFor() {
        Content.Identity given = new Content.Identity(
                new PersonName("Zqxmarker", null, null, "Zqxmarker"), PartialDate.parse("1992-05-00"), Sex.OTHER);
        assertThat(faults(Model.VS, DataCategory.IDENTITY, given))
                .containsExactly("/sections/0 NO_PLACE", "/sections/0 NO_PLACE", "/sections/0 NO_PLACE");
        assertThat(faults(Model.VS, DataCategory.DEBT_AMOUNT, new Content.Amount(new BigDecimal("412.50"), null)))
                .containsExactly("/sections/0 NO_PLACE", "/sections REQUIRED");
        assertThat(faults(Model.VS, DataCategory.CONTACT, new Content.ContactPoint("phone", "0600000001")))
                .containsExactly("/sections/0 NO_PLACE", "/sections REQUIRED");
        assertThat(faults(
                        Model.VS,
                        DataCategory.ADDRESS,
                        new Content.Address("Zqxmarker", "1", "9999ZZ", null, "NL", true)))
                .containsExactly("/sections/0 NO_PLACE", "/sections REQUIRED");
        assertThat(faults(Model.VS, DataCategory.BSN, new Content.CitizenNumber(new Bsn("123456789"))))
                .containsExactly("/sections/0 BSN_INVALID", "/sections REQUIRED");
        assertThat(faults(Model.SHV, DataCategory.IDENTITY, given)).hasSize(3);
        assertThat(faults(Model.SHV, DataCategory.DEBT_DETAIL, new Content.Carried("application/xml", "<a/>")))
                .containsExactly("/sections/0 NO_PLACE");
        assertThat(faults(Model.SHV, DataCategory.DEBT_DETAIL, new Content.Carried(Trajectory.FRAGMENT, "{")))
                .containsExactly("/sections/0 NOT_JSON");
    }

    private static List<String> faults(Model model, DataCategory category, Content content) {
        PersonRef who = new PersonRef("client");
        Message like = Messages.all().get(0);
        Message message = new Message(
                like.id(),
                like.thread(),
                null,
                model == Model.VS ? MessageKind.ARREARS_SIGNAL : MessageKind.PLAN_SUMMARY,
                like.sender(),
                like.senderRole(),
                like.recipient(),
                like.sentAt(),
                like.urgency(),
                Purpose.DEBT_HELP,
                LegalBasis.CONSENT,
                List.of(new Person(who, HouseholdRole.OTHER)),
                List.of(new Section(new SectionId("a:b"), who, category, null, true, content)),
                null);
        DdasAdapter adapter = new DdasAdapter(model, SUPPLIER);
        assertThat(adapter.write(message)).isEmpty();
        List<Violation> faults = adapter.missing(message);
        assertThat(faults.toString()).doesNotContain("Zqxmarker");
        return faults.stream().map(fault -> fault.path() + " " + fault.code()).toList();
    }

    private static String there(Model model, String json) {
        DdasAdapter adapter = new DdasAdapter(model, SUPPLIER);
        Draft draft = draft(model, json);
        Message message = message(draft);
        assertThat(adapter.missing(message)).isEmpty();
        Payload written = adapter.write(message).orElseThrow();
        assertThat(adapter.reads(written.mediaType())).isTrue();
        String text = new String(written.bytes(), StandardCharsets.UTF_8);
        Draft back = draft(model, text);
        assertThat(back.sections()).isEqualTo(draft.sections());
        assertThat(back.persons()).isEqualTo(draft.persons());
        assertThat(List.of(back.kind(), back.basis(), back.urgency(), back.senderRole()))
                .isEqualTo(List.of(draft.kind(), draft.basis(), draft.urgency(), draft.senderRole()));
        assertThat(adapter.write(message(back)).orElseThrow().bytes()).isEqualTo(written.bytes());
        return text;
    }

    private static Message message(Draft draft) {
        Message like = Messages.all().get(0);
        List<Person> people = new ArrayList<>();
        draft.persons().forEach(person -> people.add(new Person(person.ref(), person.role())));
        return new Message(
                like.id(),
                like.thread(),
                null,
                draft.kind(),
                like.sender(),
                draft.senderRole(),
                like.recipient(),
                Instant.parse("2026-11-22T23:30:00Z"),
                draft.urgency(),
                draft.purpose(),
                draft.basis(),
                people,
                draft.sections(),
                null);
    }

    private static Draft draft(Model model, String json) {
        Translation read = new DdasAdapter(model).read(payload(model, json));
        assertThat(read).isInstanceOf(Translation.Translated.class);
        return ((Translation.Translated) read).draft();
    }

    private static Payload payload(Model model, String json) {
        return RealFiles.payload("application/json;profile=" + (model == Model.VS ? "ddas-vs" : "ddas-shv"), json);
    }
}
