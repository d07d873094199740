package nl.sluis.adapter.partners.veiligthuis;

import java.util.List;
import java.util.stream.Stream;
import nl.sluis.adapter.Leaves;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.XmlContract;

class JubesContractTest implements PartnerAdapterContract, XmlContract {

    @Override
    public PartnerAdapter adapter() {
        return new JubesAdapter();
    }

    @Override
    public List<Sample> samples() {
        return Stream.of(
                        "vt-melding-mila.xml",
                        "vt-terugkoppeling.xml",
                        "jubes-melding-generiek.xml",
                        "jubes-notificatie.xml")
                .map(name -> Sample.of(name, JubesAdapter.MEDIA_TYPE))
                .toList();
    }

    @Override
    public Sample xmlSample() {
        return samples().get(0);
    }

    @Override
    public List<String> leaves(Sample sample) throws Exception {
        return Leaves.xpaths(sample.text());
    }
}
