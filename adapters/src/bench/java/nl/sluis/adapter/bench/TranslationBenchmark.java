package nl.sluis.adapter.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.partners.csv.CsvAdapter;
import nl.sluis.adapter.partners.csv.MappingProfiles;
import nl.sluis.adapter.partners.debt.DdasAdapter;
import nl.sluis.adapter.partners.school.SchoolConcernAdapter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

/** A message of about 10 kB from bytes to a draft, and the same bytes through the parser alone. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TranslationBenchmark {

    /** Which format. */
    public enum Format {
        /** A concern of a school, in JSON. */
        CONCERN,
        /** Rent arrears, in CSV by a mapping profile. */
        ARREARS,
        /** An early-warning signal of DDAS, in JSON. */
        SIGNAL
    }

    /** What is read. */
    @Param
    public Format format;

    private final JsonMapper json = JsonMapper.builder().build();
    private PartnerAdapter adapter;
    private Payload payload;

    /** Makes the document, and sees that it is understood. */
    @Setup
    public void make() {
        adapter = switch (format) {
            case CONCERN -> new SchoolConcernAdapter();
            case SIGNAL -> new DdasAdapter(DdasAdapter.Model.VS);
            case ARREARS ->
                new CsvAdapter(((MappingProfiles.Loaded.Profile)
                                MappingProfiles.read("profile", Documents.sample("housing-arrears.yaml")))
                        .profile());
        };
        payload = switch (format) {
            case CONCERN -> new Payload("application/json", Documents.concern());
            case SIGNAL -> new Payload("application/json;profile=ddas-vs", Documents.signal());
            case ARREARS -> new Payload("text/csv;profile=eik-huurachterstand", Documents.arrears());
        };
        if (!(adapter.read(payload) instanceof Translation.Translated)) {
            throw new IllegalStateException("the document is not understood");
        }
    }

    /** Bytes to a draft, with the account of every part. */
    @Benchmark
    public Translation translate() {
        return adapter.read(payload);
    }

    /** Bytes to the parser's own tree or cells, unchecked. */
    @Benchmark
    public Object parse() {
        if (format != Format.ARREARS) {
            return json.readTree(payload.bytes());
        }
        String text = new String(payload.bytes(), StandardCharsets.UTF_8);
        return CsvReader.builder().fieldSeparator(';').ofCsvRecord(text).stream()
                .map(CsvRecord::getFields)
                .toList();
    }
}
