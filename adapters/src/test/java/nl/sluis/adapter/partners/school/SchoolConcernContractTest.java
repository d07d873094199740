package nl.sluis.adapter.partners.school;

import java.util.List;
import nl.sluis.adapter.Leaves;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Sample;

class SchoolConcernContractTest implements PartnerAdapterContract {

    @Override
    public PartnerAdapter adapter() {
        return new SchoolConcernAdapter();
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                Sample.of("school-concern-mila.json", "application/json;profile=school-concern"),
                Sample.of("school-concern-form-mila.json", "application/json;profile=school-concern"),
                Sample.of("school-vt-report-mila.json", "application/json"));
    }

    @Override
    public List<String> leaves(Sample sample) {
        return Leaves.jsonPointers(sample.text());
    }
}
