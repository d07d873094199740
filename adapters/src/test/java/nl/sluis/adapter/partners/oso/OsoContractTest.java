package nl.sluis.adapter.partners.oso;

import java.util.List;
import nl.sluis.adapter.Leaves;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.XmlContract;

class OsoContractTest implements PartnerAdapterContract, XmlContract {

    @Override
    public PartnerAdapter adapter() {
        return new OsoAdapter();
    }

    @Override
    public List<Sample> samples() {
        return List.of(xmlSample());
    }

    @Override
    public Sample xmlSample() {
        return Sample.of("oso-dossier.xml", "application/xml;profile=oso");
    }

    @Override
    public List<String> leaves(Sample sample) throws Exception {
        return Leaves.xpaths(sample.text());
    }
}
