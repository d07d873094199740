package nl.sluis.adapter.partners.csv;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.adapter.Batch;
import nl.sluis.adapter.BatchAdapter;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.source.MediaType;
import nl.sluis.adapter.source.StrictCsv;
import nl.sluis.canonical.Message;

/** CSV of one partner by its mapping profile: {@code text/csv;profile=NAME}. Only read; docs/adding-a-partner.md. */
public final class CsvAdapter implements BatchAdapter {

    private final MappingProfile profile;

    /** An adapter of its own for each profile. */
    public CsvAdapter(MappingProfile profile) {
        this.profile = profile;
    }

    @Override
    public String name() {
        return "csv-" + profile.name();
    }

    @Override
    public boolean reads(String mediaType) {
        return MediaType.parse(mediaType)
                .filter(type -> type.is("text/csv"))
                .filter(type -> profile.name().equals(type.profile()))
                .isPresent();
    }

    @Override
    public Batch readAll(Payload payload, int most) {
        return StrictCsv.read(payload, profile.file().form()).fold(Batch::faulty, table -> read(payload, table, most));
    }

    @Override
    public Payload answer(Payload payload, List<String> words) {
        return new CsvAnswer(profile).of(payload, words);
    }

    private Batch read(Payload payload, StrictCsv.Table table, int most) {
        Columns columns = new Columns(table.header(), profile);
        if (!columns.faults().isEmpty()) {
            return Batch.faulty(columns.faults());
        }
        List<List<StrictCsv.Row>> messages = messages(profile, columns, table);
        // Each message gets the header too, so that many small ones are much more than the file
        if (messages.size() > most) {
            return Batch.moreThan(most);
        }
        RowChecks checks = new RowChecks(profile, columns, table.header());
        List<Batch.Entry> entries = new ArrayList<>();
        for (List<StrictCsv.Row> rows : messages) {
            entries.add(new Batch.Entry(
                    () -> part(payload, table.headerText(), rows),
                    new MessageRows(profile, columns, checks).translation(rows)));
        }
        return new Batch(List.of(), entries);
    }

    /** The rows of each message, in the order in which the messages begin. */
    static List<List<StrictCsv.Row>> messages(MappingProfile profile, Columns columns, StrictCsv.Table table) {
        Map<String, List<StrictCsv.Row>> messages = new LinkedHashMap<>();
        Value by = profile.message().perMessage();
        for (StrictCsv.Row row : table.rows()) {
            String value = by == null ? "" : String.valueOf(new Cells(columns, profile.file(), row).text(by));
            // Rows that do not say to which message they belong are one each
            String key = by == null || value.equals("null") ? "\n" + row.number() : value;
            messages.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
        }
        return List.copyOf(messages.values());
    }

    private Payload part(Payload whole, String header, List<StrictCsv.Row> rows) {
        Charset charset = profile.file().form().charset();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header.getBytes(charset));
        rows.forEach(row -> bytes.writeBytes(row.text().getBytes(charset)));
        return new Payload(whole.mediaType(), bytes.toByteArray());
    }

    @Override
    public Optional<Payload> write(Message message) {
        return Optional.empty();
    }
}
