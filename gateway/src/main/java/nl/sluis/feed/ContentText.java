package nl.sluis.feed;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.PartialDate;
import nl.sluis.household.DisplayName;
import org.jspecify.annotations.Nullable;

/** What a section says, as plain text for people who read Dutch. */
final class ContentText {

    private static final Locale DUTCH = Locale.of("nl", "NL");

    private ContentText() {}

    static String of(Content content) {
        return switch (content) {
            case Content.Identity identity ->
                join(", ", DisplayName.of(identity.name()).orElse(null), born(identity.birthDate()));
            case Content.CitizenNumber number -> number.bsn().value();
            case Content.Address address ->
                join(
                        ", ",
                        join(" ", address.street(), address.houseNumber()),
                        join(" ", address.postalCode(), address.city()),
                        address.country());
            case Content.ContactPoint contact -> contact.value();
            case Content.Statement statement -> statement.text();
            case Content.Coded coded ->
                coded.display() == null
                        ? coded.system() + " " + coded.code()
                        : detailed(coded.display(), coded.system() + " " + coded.code());
            case Content.Goal goal ->
                detailed(goal.description(), join(", ", goal.status(), prefixed("voor ", goal.due())));
            case Content.Planned planned ->
                detailed(
                        planned.description(),
                        join(
                                ", ",
                                prefixed("vanaf ", planned.from()),
                                prefixed("tot ", planned.until()),
                                planned.responsible()));
            case Content.Amount amount ->
                detailed(
                        NumberFormat.getCurrencyInstance(DUTCH).format(amount.euros()),
                        join(", ", prefixed("sinds ", amount.since())));
            case Content.Carried carried -> carried.text();
            case Content.Attachment attachment -> attachment.title();
        };
    }

    private static @Nullable String born(PartialDate date) {
        return date.equals(PartialDate.UNKNOWN) ? null : prefixed("geboren ", date);
    }

    private static @Nullable String prefixed(String prefix, @Nullable PartialDate date) {
        return date == null ? null : prefix + DateText.of(date, DUTCH);
    }

    private static String detailed(String text, String details) {
        return details.isEmpty() ? text : text + " (" + details + ")";
    }

    private static String join(String separator, @Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(separator));
    }
}
