package nl.sluis.adapter.partners.csv;

import static org.assertj.core.api.Assertions.assertThat;

import nl.sluis.adapter.Sample;

/** Adapters by the profiles among the samples. */
public final class Profiles {

    private Profiles() {}

    public static CsvAdapter ofSample(String file) {
        return of(Sample.of(file, "").text());
    }

    public static CsvAdapter of(String yaml) {
        MappingProfiles.Loaded loaded = MappingProfiles.read("profile.yaml", yaml);
        assertThat(loaded).isInstanceOf(MappingProfiles.Loaded.Profile.class);
        return new CsvAdapter(((MappingProfiles.Loaded.Profile) loaded).profile());
    }
}
