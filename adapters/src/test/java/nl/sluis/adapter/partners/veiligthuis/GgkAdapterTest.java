package nl.sluis.adapter.partners.veiligthuis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.sluis.adapter.Leaves;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.RealFiles;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.XmlContract;
import nl.sluis.adapter.partners.iwmo.IwmoAdapter;
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
