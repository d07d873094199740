package nl.sluis.console;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.PartialDate;
import nl.sluis.feed.DateText;
import nl.sluis.feed.FeedItemView;
import nl.sluis.feed.FeedItemView.PersonView;
import nl.sluis.feed.FeedItemView.SectionView;
import org.jspecify.annotations.Nullable;

/**
 * An item as a card on the page.
 *
 * @param arrived when it arrived, in words
 * @param groups what it says, facts apart from opinions
 */
public record FeedCard(FeedItemView item, String arrived, List<Group> groups) {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final int SHOWN_OF_BSN = 3;
    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = 1024 * KILOBYTE;

    /** Sorts of things that are said, in the order of the card. */
    public enum Sort {
        /** Seen or heard by the sender. */
        FACTS,
        /** Told to the sender by somebody else. */
        HEARSAY,
        /** What a professional thinks of it. */
        OPINIONS,
        /** Suspected. */
        SUSPICIONS,
        /** Coded and counted data, goals, plans. */
        DATA,
        /** Who it is and how to reach them; folded away until asked for. */
        PERSONAL
    }

    /** Things of one sort. */
    public record Group(Sort sort, List<Line> lines) {}

    /**
     * One thing that is said.
     *
     * @param about whom it is about; null when the message is about one person
     * @param text what is shown; a citizen service number only by its last digits
     * @param observed when it was seen or heard, in words; null when not stated
     * @param size how large the file is, in words; null where there is none
     */
    public record Line(
            SectionView section,
            @Nullable PersonView about,
            String text,
            @Nullable String observed,
            @Nullable String size) {}

    /** Lays an item out in a language. */
    public static FeedCard of(FeedItemView item, Locale locale) {
        Map<String, PersonView> persons =
                item.persons().stream().collect(Collectors.toMap(PersonView::ref, Function.identity()));
        Map<Sort, List<Line>> lines = new EnumMap<>(Sort.class);
        for (SectionView section : item.sections()) {
            PersonView about = persons.size() == 1 ? null : persons.get(section.subject());
            lines.computeIfAbsent(sort(section), sort -> new ArrayList<>())
                    .add(new Line(section, about, text(section), observed(section, locale), size(section, locale)));
        }
        List<Group> groups = lines.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .toList();
        return new FeedCard(item, words(item.arrivedAt(), locale), groups);
    }

    private static Sort sort(SectionView section) {
        AssertionType assertion = section.assertion();
        if (assertion != null) {
            return switch (assertion) {
                case OBSERVED -> Sort.FACTS;
                case REPORTED_BY -> Sort.HEARSAY;
                case PROFESSIONAL_OPINION -> Sort.OPINIONS;
                case SUSPICION -> Sort.SUSPICIONS;
            };
        }
        return switch (section.category()) {
            case IDENTITY, CONTACT, BSN, ADDRESS, REPORTER_IDENTITY -> Sort.PERSONAL;
            default -> Sort.DATA;
        };
    }

    /** A screen is read over shoulders. */
    private static String text(SectionView section) {
        String text = section.text();
        return section.category() == DataCategory.BSN && text.length() > SHOWN_OF_BSN
                ? "•".repeat(text.length() - SHOWN_OF_BSN) + text.substring(text.length() - SHOWN_OF_BSN)
                : text;
    }

    private static @Nullable String observed(SectionView section, Locale locale) {
        return section.observedOn() == null ? null : DateText.of(PartialDate.parse(section.observedOn()), locale);
    }

    private static @Nullable String size(SectionView section, Locale locale) {
        if (section.attachment() == null) {
            return null;
        }
        long bytes = section.attachment().size();
        NumberFormat numbers = NumberFormat.getInstance(locale);
        numbers.setMaximumFractionDigits(1);
        return bytes < MEGABYTE
                ? numbers.format(Math.ceilDiv(bytes, KILOBYTE)) + " kB"
                : numbers.format((double) bytes / MEGABYTE) + " MB";
    }

    private static String words(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(AMSTERDAM));
    }
}
