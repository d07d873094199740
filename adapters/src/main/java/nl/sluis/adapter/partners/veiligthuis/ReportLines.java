package nl.sluis.adapter.partners.veiligthuis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.Section;
import org.jspecify.annotations.Nullable;

/**
 * Sections as lines of text, for a form that has one field for all of it. Each line says of whom (by number), of which sort and
 * how the sender knows it, so that facts and opinions stay apart (LKC 105737) and a reader gets them back:
 * {@code [1 SAFETY/REL] Waargenomen (2026-11-17): …}. What continues on a next line is indented.
 */
final class ReportLines {

    private static final Pattern LINE = Pattern.compile(
            "\\[(\\d{1,3}) ([A-Z_]{1,30})(?:/([A-Z]{3}))?] "
                    + "(Waargenomen|Gehoord|Oordeel|Vermoeden)(?: \\((\\d{4}-\\d{2}-\\d{2})\\))?(?: van \\{([^{}]{1,200})})?: (.*)");
    /** How a sender knows what is stated, for people. */
    static final Map<AssertionType, String> WORDS = Map.of(
            AssertionType.OBSERVED, "Waargenomen",
            AssertionType.REPORTED_BY, "Gehoord",
            AssertionType.PROFESSIONAL_OPINION, "Oordeel",
            AssertionType.SUSPICION, "Vermoeden");

    private ReportLines() {}

    /**
     * A line that was read.
     *
     * @param person number of the person, from 1
     */
    record Line(int person, DataCategory category, @Nullable LifeDomain domain, Content content) {}

    /** One section about a numbered person. */
    static String write(int person, Section section) {
        String domain = section.lifeDomain() == null ? "" : "/" + section.lifeDomain();
        String head = "[" + person + " " + section.category() + domain + "] ";
        if (section.content() instanceof Content.Statement statement) {
            String on = statement.observedOn() == null ? "" : " (" + statement.observedOn() + ")";
            String source = statement.source() == null
                    ? ""
                    : " van {" + statement.source().replaceAll("[{}\\p{Cntrl}]", " ") + "}";
            return head + WORDS.get(statement.assertion()) + on + source + ": " + indented(statement.text());
        }
        return head + WORDS.get(AssertionType.PROFESSIONAL_OPINION) + ": " + indented(words(section.content()));
    }

    /** Lines, and what stands between them as one text of which nothing more is known; null when there is none. */
    static @Nullable String read(String text, int persons, List<Line> lines) {
        List<String> loose = new ArrayList<>();
        for (String paragraph : paragraphs(text)) {
            Line line = line(paragraph, persons);
            if (line == null) {
                loose.add(paragraph);
            } else {
                lines.add(line);
            }
        }
        String rest = String.join("\n", loose).strip();
        return rest.isEmpty() ? null : rest;
    }

    private static List<String> paragraphs(String text) {
        List<StringBuilder> paragraphs = new ArrayList<>();
        for (String row : text.split("\n", -1)) {
            if (row.startsWith("  ") && !paragraphs.isEmpty()) {
                paragraphs.get(paragraphs.size() - 1).append('\n').append(row, 2, row.length());
            } else {
                paragraphs.add(new StringBuilder(row));
            }
        }
        return paragraphs.stream().map(StringBuilder::toString).toList();
    }

    private static @Nullable Line line(String paragraph, int persons) {
        int end = paragraph.indexOf('\n');
        Matcher line = LINE.matcher(end < 0 ? paragraph : paragraph.substring(0, end));
        if (!line.matches() || Integer.parseInt(line.group(1)) > persons || Integer.parseInt(line.group(1)) < 1) {
            return null;
        }
        DataCategory category = code(DataCategory.values(), line.group(2));
        LifeDomain domain = line.group(3) == null ? null : code(LifeDomain.values(), line.group(3));
        PartialDate on = line.group(5) == null ? null : date(line.group(5));
        boolean odd =
                category == null || (line.group(3) != null && domain == null) || (line.group(5) != null && on == null);
        if (odd || category == null) {
            return null;
        }
        AssertionType assertion = WORDS.entrySet().stream()
                .filter(word -> word.getValue().equals(line.group(4)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        String text = line.group(7) + (end < 0 ? "" : paragraph.substring(end));
        return text.isBlank()
                ? null
                : new Line(
                        Integer.parseInt(line.group(1)),
                        category,
                        domain,
                        new Content.Statement(text, assertion, on, line.group(6)));
    }

    private static <E extends Enum<E>> @Nullable E code(E[] codes, String name) {
        return Arrays.stream(codes)
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable PartialDate date(String text) {
        try {
            return PartialDate.parse(text);
        } catch (IllegalArgumentException noDate) {
            return null;
        }
    }

    private static String indented(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\n  ");
    }

    /** A content that is no text, in words. */
    static String words(Content content) {
        return switch (content) {
            case Content.Statement statement -> statement.text();
            case Content.Coded coded -> joined(coded.display(), coded.code(), "(" + coded.system() + ")");
            case Content.Goal goal -> joined("Doel:", goal.description(), goal.status(), until(goal.due()));
            case Content.Planned planned ->
                joined(
                        "Afspraak:",
                        planned.description(),
                        planned.from() == null ? null : "vanaf " + planned.from(),
                        until(planned.until()),
                        planned.responsible());
            case Content.Amount amount ->
                joined(
                        "EUR",
                        amount.euros().toPlainString(),
                        amount.since() == null ? null : "sinds " + amount.since());
            case Content.Attachment attachment -> "Bijlage: " + attachment.title();
            case Content.ContactPoint contact -> contact.system() + ": " + contact.value();
            case Content.Carried carried -> carried.mediaType() + ": " + carried.text();
            case Content.Address address -> address(address);
            case Content.Identity identity -> "persoon";
            case Content.CitizenNumber number -> "BSN";
        };
    }

    private static String address(Content.Address address) {
        return joined(
                address.secret() ? "Geheim adres:" : "Adres:",
                address.street(),
                address.houseNumber(),
                address.postalCode(),
                address.city(),
                address.country());
    }

    private static @Nullable String until(@Nullable PartialDate date) {
        return date == null ? null : "tot " + date;
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
