package nl.sluis.adapter.partners.veiligthuis;

import java.util.List;
import nl.sluis.adapter.Leaves;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Sample;

class HandedOverCaseContractTest implements PartnerAdapterContract {

    @Override
    public PartnerAdapter adapter() {
        return new HandoverAdapter();
    }

    @Override
    public List<Sample> samples() {
        return List.of(Sample.of("vt-handover-mila.json", HandoverAdapter.MEDIA_TYPE));
    }

    @Override
    public List<String> leaves(Sample sample) {
        return Leaves.jsonPointers(sample.text());
    }
}
