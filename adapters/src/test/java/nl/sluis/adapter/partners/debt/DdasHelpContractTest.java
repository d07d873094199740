package nl.sluis.adapter.partners.debt;

import java.util.List;
import nl.sluis.adapter.Leaves;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Sample;

class DdasHelpContractTest implements PartnerAdapterContract {

    @Override
    public PartnerAdapter adapter() {
        return new DdasAdapter(DdasAdapter.Model.SHV, DdasWritingTest.SUPPLIER);
    }

    @Override
    public List<Sample> samples() {
        return List.of(Sample.of("ddas-shv-sanne.json", "application/json;profile=ddas-shv"));
    }

    @Override
    public List<String> leaves(Sample sample) {
        return Leaves.jsonPointers(sample.text());
    }
}
