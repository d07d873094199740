package nl.sluis.adapter.partners.wijkteam;

import java.util.List;
import nl.sluis.adapter.Leaves;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Sample;

class WijkteamContractTest implements PartnerAdapterContract {

    @Override
    public PartnerAdapter adapter() {
        return new WijkteamAdapter();
    }

    @Override
    public List<Sample> samples() {
        return List.of(Sample.of("wijkteam-feedback.json", "application/vnd.sluis.message+json"));
    }

    @Override
    public List<String> leaves(Sample sample) {
        return Leaves.jsonPointers(sample.text());
    }
}
