package nl.sluis.adapter.partners.csv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.adapter.partners.csv.MappingProfile.Part;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import org.jspecify.annotations.Nullable;

/** The sections of one message beside those of its persons, row by row. A row without the content of one has no such section. */
final class PartSections {

    private static final int LONGEST_LINE = 500;

    private final List<Part> parts;
    private final List<Section> sections = new ArrayList<>();
    private final Map<String, Integer> counted = new HashMap<>();

    PartSections(List<Part> parts) {
        this.parts = parts;
    }

    List<Section> sections() {
        return sections;
    }

    void add(Cells cells, Map<String, PersonRef> persons) {
        for (Part part : parts) {
            Content content = content(part, cells);
            if (content == null) {
                continue;
            }
            PersonRef about = persons.get(part.about());
            String category = cells.text(part.category());
            String domain = cells.text(part.lifeDomain());
            if (about == null) {
                cells.fault("REQUIRED", "This row says something about '" + part.about() + "' and not who that is.");
            } else if (category != null && (part.lifeDomain() == null || domain != null)) {
                int number = counted.merge(part.name(), 1, Integer::sum);
                sections.add(new Section(
                        new SectionId(number == 1 ? part.name() : part.name() + "-" + number),
                        about,
                        DataCategory.valueOf(category),
                        domain == null ? null : LifeDomain.valueOf(domain),
                        part.mandatory(),
                        content));
            }
        }
    }

    private static @Nullable Content content(Part part, Cells cells) {
        Map<String, Value> fields = part.fields();
        return switch (part.shape()) {
            case AMOUNT -> {
                BigDecimal euros = cells.amount(fields.get("euros"));
                var since = cells.date(fields.get("since"));
                yield euros == null ? null : new Content.Amount(euros, since);
            }
            case STATEMENT -> statement(fields, cells);
            case CODED -> {
                String code = cells.line(fields.get("code"), LONGEST_LINE);
                String system = cells.line(fields.get("system"), LONGEST_LINE);
                String display = cells.line(fields.get("display"), LONGEST_LINE);
                yield code == null || system == null ? null : new Content.Coded(system, code, display);
            }
            case PLANNED -> {
                String description = cells.text(fields.get("description"));
                var from = cells.date(fields.get("from"));
                var until = cells.date(fields.get("until"));
                String responsible = cells.line(fields.get("responsible"), LONGEST_LINE);
                yield description == null ? null : new Content.Planned(description, from, until, responsible);
            }
            case GOAL -> {
                String description = cells.text(fields.get("description"));
                String status = cells.line(fields.get("status"), LONGEST_LINE);
                var due = cells.date(fields.get("due"));
                yield description == null ? null : new Content.Goal(description, status, due);
            }
        };
    }

    private static @Nullable Content statement(Map<String, Value> fields, Cells cells) {
        String text = cells.text(fields.get("text"));
        var on = cells.date(fields.get("observed-on"));
        String source = cells.line(fields.get("source"), LONGEST_LINE);
        if (text == null) {
            return null;
        }
        Value mapped = fields.get("assertion");
        String assertion = cells.text(mapped);
        if (mapped == null || assertion == null) {
            return null;
        }
        AssertionType type = AssertionType.valueOf(assertion);
        if (type == AssertionType.REPORTED_BY && source == null) {
            cells.fault(mapped, "REQUIRED", "What was told has a source: who told it.");
        }
        return new Content.Statement(text, type, on, source);
    }
}
