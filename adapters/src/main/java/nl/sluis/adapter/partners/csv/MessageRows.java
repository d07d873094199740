package nl.sluis.adapter.partners.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.adapter.ArrearsEvidence;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.Ledger;
import nl.sluis.adapter.source.StrictCsv;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;

/** The rows of one message. */
final class MessageRows {

    private static final int MOST_FAULTS = 50;

    private final MappingProfile profile;
    private final Columns columns;
    private final RowChecks checks;
    private final Ledger ledger = new Ledger();
    private final List<Violation> faults = new ArrayList<>();
    private final PersonReading people;
    private final PartSections parts;
    private @Nullable Head head;
    private @Nullable ArrearsEvidence evidence;

    MessageRows(MappingProfile profile, Columns columns, RowChecks checks) {
        this.profile = profile;
        this.columns = columns;
        this.checks = checks;
        this.people = new PersonReading(profile);
        this.parts = new PartSections(profile.parts());
    }

    /** What is the same for all rows of a message. */
    private record Head(
            @Nullable String kind,
            @Nullable String basis,
            @Nullable String purpose,
            @Nullable String role,
            @Nullable String urgency) {}

    Translation translation(List<StrictCsv.Row> rows) {
        for (StrictCsv.Row row : rows) {
            List<Violation> broken = checks.of(row);
            if (!broken.isEmpty()) {
                faults.addAll(broken);
            } else {
                read(new Cells(columns, profile.file(), row));
            }
        }
        List<Section> sections = new ArrayList<>(people.sections());
        sections.addAll(parts.sections());
        if (faults.isEmpty() && sections.isEmpty()) {
            faults.add(
                    new Violation("/row[" + rows.get(0).number() + "]", "EMPTY", "This says nothing about anybody."));
        }
        if (!faults.isEmpty() || head == null) {
            return new Translation.Untranslatable(
                    faults.stream().limit(MOST_FAULTS).toList());
        }
        return new Translation.Translated(draft(head, sections), ledger.completeness());
    }

    private void read(Cells cells) {
        cells.on(cells.date(profile.message().day()));
        cells.text(profile.message().perMessage());
        head(cells);
        Map<String, PersonRef> persons = people.of(cells);
        parts.add(cells, persons);
        evidence(cells);
        account(cells);
        faults.addAll(cells.faults());
    }

    private void head(Cells cells) {
        MappingProfile.Message message = profile.message();
        Head read = new Head(
                cells.text(message.kind()),
                cells.text(message.basis()),
                cells.text(message.purpose()),
                cells.text(message.role()),
                cells.text(message.urgency()));
        if (head != null && !head.equals(read)) {
            cells.fault(
                    "CONTRADICTION",
                    "Kind, basis, purpose, role or urgency differs from an earlier row of this message.");
        }
        head = head == null ? read : head;
    }

    private void evidence(Cells cells) {
        if (profile.preconditions() == null) {
            return;
        }
        ArrearsEvidence read = Evidence.of(profile.preconditions(), cells);
        if (evidence != null && !evidence.equals(read)) {
            cells.fault("CONTRADICTION", "The preconditions differ from those in an earlier row of this message.");
        }
        evidence = evidence == null ? read : evidence;
    }

    private void account(Cells cells) {
        Set<String> read = cells.read();
        for (String name : columns.names()) {
            Ledger.Fate fate = columns.ignored(name)
                    ? Ledger.Fate.NOT_RELEASED
                    : read.contains(name) ? Ledger.Fate.MAPPED : Ledger.Fate.NOT_UNDERSTOOD;
            ledger.note(columns.place(cells.number(), name), fate);
        }
        columns.strange().forEach(at -> ledger.note(columns.place(cells.number(), at), Ledger.Fate.NOT_UNDERSTOOD));
    }

    private Draft draft(Head said, List<Section> sections) {
        return new Draft(
                MessageKind.valueOf(String.valueOf(said.kind())),
                profile.message().recipient(),
                ProfessionalRole.valueOf(String.valueOf(said.role())),
                said.purpose() == null ? null : Purpose.valueOf(said.purpose()),
                LegalBasis.valueOf(String.valueOf(said.basis())),
                Urgency.valueOf(String.valueOf(said.urgency())),
                null,
                null,
                people.persons(),
                sections,
                List.of(),
                Set.of(),
                false,
                evidence);
    }
}
