package nl.sluis.adapter.partners.eoverdracht;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Leaves;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.RealFiles;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.XmlContract;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.MessageKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EoverdrachtTest implements PartnerAdapterContract, XmlContract {

    @Override
    public PartnerAdapter adapter() {
        return new EoverdrachtAdapter();
    }

    @Override
    public List<Sample> samples() {
        return List.of(xmlSample());
    }

    @Override
    public Sample xmlSample() {
        return Sample.of("eoverdracht-task-sanne.xml", EoverdrachtAdapter.MEDIA_TYPE);
    }

    @Override
    public List<String> leaves(Sample sample) throws Exception {
        return Leaves.xpaths(sample.text());
    }

    /** Law table 6.6 trap 15, on the published Tasks; filled in, each is the state that it says. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "REQUESTED, HANDOVER, Overdracht gevraagd",
        "ACCEPTED, FEEDBACK, Overdracht aangenomen",
        "IN-PROGRESS, FEEDBACK, Overdracht loopt",
        "COMPLETED, FEEDBACK, Overdracht afgerond",
    })
    void refusesAPublishedTaskUntilItsPlaceholderIsFilledIn(String state, MessageKind kind, String words) {
        String task = RealFiles.read("eoverdracht", "eOverdracht-Task-eov-test-1_1-" + state + ".xml");
        assertThat(((Translation.Untranslatable) read(task)).violations())
                .containsExactly(new Violation("/Task/id", "PLACEHOLDER", "A placeholder was not filled in."));
        Draft draft = ((Translation.Translated) read(task.replaceAll("\\$\\{[^}]*}", "x"))).draft();
        assertThat(draft.kind()).isEqualTo(kind);
        assertThat(draft.sections())
                .anyMatch(section -> section.content().equals(new Content.Planned(words, null, null, "AB-zkh Noord")));
    }

    @Test
    void refusesAStateThatIsNone() {
        assertThat(PartnerAdapterContract.codes(read(xmlSample().text().replace("\"accepted\"", "\"draft\""))))
                .containsExactly("UNKNOWN_CODE");
    }

    private Translation read(String xml) {
        return adapter().read(RealFiles.payload(EoverdrachtAdapter.MEDIA_TYPE, xml));
    }
}
