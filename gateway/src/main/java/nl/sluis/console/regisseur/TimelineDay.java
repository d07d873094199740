package nl.sluis.console.regisseur;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.sluis.console.FeedCard;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.FeedItemView;
import nl.sluis.node.Dutch;

/** What arrived on one day, in the Netherlands. */
public record TimelineDay(LocalDate day, List<FeedCard> cards) {

    /** Copies. */
    public TimelineDay {
        cards = List.copyOf(cards);
    }

    /** The days of items in the order in which they come. */
    static List<TimelineDay> of(List<FeedItem> items, Locale language) {
        Map<LocalDate, List<FeedCard>> days = items.stream()
                .collect(Collectors.groupingBy(
                        item -> Dutch.day(item.arrivedAt()),
                        LinkedHashMap::new,
                        Collectors.mapping(item -> FeedCard.of(FeedItemView.of(item), language), Collectors.toList())));
        return days.entrySet().stream()
                .map(day -> new TimelineDay(day.getKey(), day.getValue()))
                .toList();
    }
}
