package nl.sluis.adapter.partners.csv;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Sample;

class CsvContractTest implements PartnerAdapterContract {

    private static final String TYPE = "text/csv;profile=eik-huurachterstand";

    @Override
    public PartnerAdapter adapter() {
        return Profiles.ofSample("housing-arrears.yaml");
    }

    @Override
    public List<Sample> samples() {
        return List.of(Sample.of("housing-arrears.csv", TYPE));
    }

    /** By hand: a header that the profile has names its cells, one that it has not counts. */
    @Override
    public List<String> leaves(Sample sample) {
        String[] lines = sample.text().split("\n");
        String[] header = lines[0].split(";");
        List<String> leaves = new ArrayList<>();
        for (int row = 1; row < lines.length; row++) {
            for (int i = 0; i < header.length; i++) {
                String name = header[i].replace("\"", "");
                leaves.add(
                        "/row[" + (row + 1) + "]/" + (name.equals("Complexnaam") ? "column[" + (i + 1) + "]" : name));
            }
        }
        return leaves;
    }
}
