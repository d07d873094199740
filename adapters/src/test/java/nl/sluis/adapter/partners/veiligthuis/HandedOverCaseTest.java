package nl.sluis.adapter.partners.veiligthuis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Messages;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.RealFiles;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.partners.fhir.FhirAdapter;
import nl.sluis.adapter.receiver.Outgoing;
import nl.sluis.adapter.receiver.ReceiverProfile;
import nl.sluis.adapter.receiver.ReceiverProfiles;
import nl.sluis.canonical.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class HandedOverCaseTest {

    private static final String SAMPLE = Sample.of("vt-handover-mila.json", "").text();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final ReceiverProfile PROFILE = ReceiverProfiles.builtIn("veilig-thuis-overdracht");

    @Test
    void readsEachBlockAsMandatorySections() {
        Draft draft = draft(SAMPLE);
        assertThat(draft.kind()).isEqualTo(MessageKind.HANDOVER);
        assertThat(draft.purpose()).isEqualTo(Purpose.SAFETY);
        List<Section> blocks = draft.sections().stream()
                .filter(section -> section.category() == DataCategory.SAFETY)
                .toList();
        assertThat(blocks).allMatch(Section::mandatory);
        assertThat(blocks.stream().map(section -> section.id().value().replaceFirst(":.*", "")))
                .containsExactly(
                        "reason",
                        "source",
                        "investigation",
                        "investigation",
                        "safety",
                        "safety",
                        "agreement",
                        "condition");
        assertThat(draft.sections().toString() + MAPPER.writeValueAsString(blocks))
                .contains("niet gemaakt, omdat: Niet gesproken.", "Niet onderzocht: Gesprek met Noah.", "politie");
    }

    /** without one of its blocks nothing is sent, and the fault names the block. */
    @ParameterizedTest
    @ValueSource(strings = {"reason", "source", "investigation", "safety", "agreements", "conditions"})
    void isRefusedWithoutOneOfItsBlocks(String block) {
        ObjectNode without = MAPPER.readTree(SAMPLE).asObject();
        without.remove(block);
        List<Violation> faults = faults(without.toString());
        assertThat(faults).extracting(Violation::code).containsExactly("REQUIRED");
        assertThat(faults.get(0).message()).contains("'" + block + "'");
    }

    /** made with day, instrument and maker, or not made with the reason; of every child. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"why\": \"Niet gesproken.\"}|{}|/safety/1/notMade",
                "{\"why\": \"Niet gesproken.\"}|{\"why\": \" \"}|/safety/1/notMade/why",
                "\"instrument\": \"LIRIK\"|\"instrument\": \"\"|/safety/0/made/instrument",
                "\"about\": \"noah\"|\"about\": \"mila\"|/safety/1/about",
                "\"about\": \"noah\"|\"about\": \"sanne\"|/safety/1/about",
                "\"about\": \"noah\"|\"about\": \"mila\"|/persons/1",
                "\"2026-12-01\"|\"2026-12-32\"|/conditions/0/checkOn",
                "\"about\": \"sanne\"|\"about\": \"kerem\"|/agreements/0/about",
                "999990019|999990018|/persons/0/bsn",
            })
    void namesThePlaceOfWhatABlockLacks(String from, String to, String path) {
        String json = MAPPER.readTree(SAMPLE).toString();
        String right = from.replace("\": ", "\":");
        assertThat(json).contains(right);
        List<Violation> faults = faults(json.replace(right, to));
        assertThat(faults).extracting(Violation::path).contains(path);
    }

    @Test
    void takesAReasonInThePlaceOfAgreementsAndConditions() {
        ObjectNode none = MAPPER.readTree(SAMPLE).asObject();
        none.set("agreements", MAPPER.readTree("{\"none\": {\"why\": \"Ouders niet bereikt.\"}}"));
        none.set("conditions", MAPPER.readTree("{\"none\": {\"why\": \"Niet nodig.\"}}"));
        assertThat(PROFILE.faults(message(draft(none.toString()), Set.of()))).isEmpty();
        none.set("conditions", MAPPER.readTree("[]"));
        assertThat(faults(none.toString())).extracting(Violation::path).contains("/conditions");
        none.set("investigation", MAPPER.readTree("{\"done\": [], \"notDone\": []}"));
        none.set("conditions", MAPPER.readTree("{\"none\": {\"why\": \"Niet nodig.\"}}"));
        assertThat(faults(none.toString())).extracting(Violation::path).containsExactly("/investigation");
    }

    /** However a handover was made: the profile refuses it before it is written, and names the block. */
    @ParameterizedTest
    @CsvSource({
        "reason, /sections, reason of the report",
        "source, /sections, sort of source",
        "investigation, /sections, what was and was not investigated",
        "agreement, /sections, agreements with parents",
        "condition, /sections, conditions",
        "safety, /persons/1, safety estimate",
    })
    void aHandoverOfAnyFormatLacksABlockBeforeItIsWritten(String block, String path, String words) {
        assertThat(Outgoing.write(message(draft(SAMPLE), Set.of()), new FhirAdapter(), List.of(PROFILE)))
                .isInstanceOf(Outgoing.Result.Written.class);
        Message lacking = message(draft(SAMPLE), Set.of(block));
        assertThat(Outgoing.write(lacking, new FhirAdapter(), List.of(PROFILE)))
                .isInstanceOfSatisfying(Outgoing.Result.Lacking.class, no -> {
                    assertThat(no.violations())
                            .anyMatch(fault ->
                                    fault.path().equals(path) && fault.message().startsWith(words));
                    assertThat(no.violations())
                            .allMatch(fault -> fault.message().startsWith(words));
                });
    }

    private static Message message(Draft draft, Set<String> without) {
        Message like = Messages.all().get(0);
        List<Person> people = new ArrayList<>();
        draft.persons().forEach(person -> people.add(new Person(person.ref(), person.role())));
        // Under other ids, as minimising leaves them
        List<Section> sections = new ArrayList<>();
        draft.sections().stream()
                .filter(section -> !without.contains(section.id().value().replaceFirst(":.*", "")))
                .forEach(section -> sections.add(new Section(
                        new SectionId("s" + (sections.size() + 1)),
                        section.subject(),
                        section.category(),
                        section.lifeDomain(),
                        section.mandatory(),
                        section.content())));
        return new Message(
                like.id(),
                like.thread(),
                null,
                draft.kind(),
                like.sender(),
                draft.senderRole(),
                like.recipient(),
                like.sentAt(),
                draft.urgency(),
                draft.purpose(),
                draft.basis(),
                people,
                sections,
                null);
    }

    private static List<Violation> faults(String json) {
        return ((Translation.Untranslatable) read(json)).violations();
    }

    private static Draft draft(String json) {
        assertThat(PartnerAdapterContract.codes(read(json))).isEmpty();
        return ((Translation.Translated) read(json)).draft();
    }

    private static Translation read(String json) {
        return new HandoverAdapter().read(RealFiles.payload(HandoverAdapter.MEDIA_TYPE, json));
    }
}
