package nl.sluis.adapter.partners.csv;

import java.util.List;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Sample;

class SchoolCsvContractTest implements PartnerAdapterContract {

    @Override
    public PartnerAdapter adapter() {
        return Profiles.ofSample("school-concern.yaml");
    }

    @Override
    public List<Sample> samples() {
        return List.of(Sample.of("school-concern.csv", "text/csv;profile=wilgenhof-zorgsignaal"));
    }

    @Override
    public List<String> leaves(Sample sample) {
        return sample.text()
                .lines()
                .findFirst()
                .orElseThrow()
                .replace("\"", "")
                .transform(header -> List.of(header.split(";")).stream()
                        .map(name -> "/row[2]/" + name)
                        .toList());
    }
}
