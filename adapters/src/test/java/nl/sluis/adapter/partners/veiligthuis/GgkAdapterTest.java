package nl.sluis.adapter.partners.veiligthuis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nl.sluis.adapter.Completeness;
import nl.sluis.adapter.Leaves;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.RealFiles;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.XmlContract;
import nl.sluis.adapter.partners.iwmo.IwmoAdapter;
import nl.sluis.canonical.Message;
import org.junit.jupiter.api.Test;

class GgkAdapterTest implements PartnerAdapterContract, XmlContract {

    @Override
    public PartnerAdapter adapter() {
        return new GgkAdapter(new IwmoAdapter(), IwmoAdapter.MEDIA_TYPE);
    }

    @Override
    public List<Sample> samples() {
        return List.of(xmlSample());
    }

    @Override
    public Sample xmlSample() {
        return Sample.of("ggk-jw305-noah.xml", GgkAdapter.MEDIA_TYPE);
    }

    @Override
    public List<String> leaves(Sample sample) throws Exception {
        return Leaves.xpaths(sample.text());
    }

    @Test
    void readsWhatIsInsideAsIfItCameAlone() {
        Sample alone = Sample.of("jw305-noah.xml", IwmoAdapter.MEDIA_TYPE);
        Translation.Translated inside = (Translation.Translated) new IwmoAdapter().read(alone.payload());
        Translation.Translated opened =
                (Translation.Translated) adapter().read(xmlSample().payload());
        assertThat(opened.draft()).isEqualTo(inside.draft());
        assertThat(opened.completeness().notUnderstood())
                .isEqualTo(inside.completeness().notUnderstood());
    }

    @Test
    void tellsOfTheWarningsOfWhatIsInside() {
        Violation odd = new Violation("/x", "BSN_INVALID", "It was left out.");
        PartnerAdapter warns = new PartnerAdapter() {
            @Override
            public String name() {
                return "warns";
            }

            @Override
            public boolean reads(String mediaType) {
                return true;
            }

            @Override
            public Translation read(Payload payload) {
                Translation.Translated read = (Translation.Translated) new IwmoAdapter().read(payload);
                return new Translation.Translated(
                        read.draft(), new Completeness(List.of(), List.of(), List.of(), List.of(), List.of(odd)));
            }

            @Override
            public Optional<Payload> write(Message message) {
                return Optional.empty();
            }
        };
        Translation.Translated opened = (Translation.Translated)
                new GgkAdapter(warns, IwmoAdapter.MEDIA_TYPE).read(xmlSample().payload());
        assertThat(opened.completeness().warnings()).containsExactly(odd);
    }

    /** The published envelopes hold a sentence and no message: the place of the fault says so. */
    @Test
    void namesTheMessageInsideAsTheFault() {
        String file =
                RealFiles.read("ggk", "0210-patch04v3/voorbeeldberichten/envelopHeenbericht-ggk_Di01_v21-xml.xml");
        Translation translation = adapter().read(RealFiles.payload(GgkAdapter.MEDIA_TYPE, file));
        assertThat(((Translation.Untranslatable) translation).violations())
                .extracting(Violation::path)
                .containsExactly("/*/parameters/bericht/");
        assertThat(PartnerAdapterContract.codes(translation)).containsExactly("NOT_XML");
    }
}
