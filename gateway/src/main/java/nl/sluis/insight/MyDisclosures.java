package nl.sluis.insight;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.access.CurrentCaller;
import nl.sluis.audit.ReadLog;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.custody.PersonId;
import nl.sluis.custody.PersonRegister;
import nl.sluis.directory.Directory;
import nl.sluis.insight.Disclosures.Disclosure;
import nl.sluis.insight.Disclosures.Place;
import nl.sluis.node.NodeSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was shared about who asks: a person of a family who logged in. About nobody else: not about another parent, and not about a
 * child, whose own things they are from twelve on and of whom nobody here says which parent may see the rest.
 */
@Component
public final class MyDisclosures {

    private static final int PAGE = 50;
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int PLACE_BYTES = Long.BYTES + Integer.BYTES + 2 * Long.BYTES;
    private static final Pattern PLACE = Pattern.compile("[A-Za-z0-9_-]{38}");

    private final Disclosures disclosures;
    private final PersonRegister persons;
    private final Directory directory;
    private final NodeSettings self;
    private final ReadLog log;

    MyDisclosures(
            Disclosures disclosures, PersonRegister persons, Directory directory, NodeSettings self, ReadLog log) {
        this.disclosures = disclosures;
        this.persons = persons;
        this.directory = directory;
        this.self = self;
        this.log = log;
    }

    /** An organisation, for people. */
    public record Organisation(String id, String name) {}

    /** What was shared once: when, by whom, to whom, on which ground, for what, and which sorts of data. */
    public record Shown(
            Instant at,
            Organisation by,
            Organisation to,
            String kind,
            String basis,
            @Nullable String purpose,
            List<String> categories) {}

    /** What there is to answer. */
    public sealed interface Answer {

        /** Who asks is nobody of a family. */
        record NotOfAFamily() implements Answer {}

        /** No page before had this as its next. */
        record NotAPlace() implements Answer {}
    }

    /** A page, newest first; next is null at the end. */
    public record Page(List<Shown> items, @Nullable String next) implements Answer {}

    /**
     * A page about who is logged in; that they looked is noted.
     *
     * @param after what the page before has as next; null for the first
     */
    public Answer of(@Nullable String after) {
        Optional<String> who = CurrentCaller.self();
        if (who.isEmpty()) {
            return new Answer.NotOfAFamily();
        }
        Optional<Place> place = after == null ? Optional.of(Place.START) : place(after);
        if (place.isEmpty()) {
            return new Answer.NotAPlace();
        }
        Optional<PersonId> person = persons.find(who.get());
        // One more than a page has says whether there is another
        // As much work for who is not registered as for who has nothing
        List<Disclosure> found = disclosures.about(person.map(PersonId::value).orElse(NOBODY), place.get(), PAGE + 1);
        List<Disclosure> shown = found.stream().limit(PAGE).toList();
        log.reads(
                "disclosures.read",
                null,
                Map.of(
                        "person", person.map(id -> id.value().toString()).orElse("unknown"),
                        "count", Integer.toString(shown.size())));
        return new Page(
                shown.stream().map(this::view).toList(),
                found.size() > PAGE ? text(shown.getLast().place()) : null);
    }

    private Shown view(Disclosure each) {
        return new Shown(
                each.place().at(),
                new Organisation(self.id().value(), self.name()),
                new Organisation(each.recipient(), directory.nameOf(new OrganisationId(each.recipient()))),
                each.kind(),
                each.basis(),
                each.purpose(),
                each.categories());
    }

    private static String text(Place place) {
        byte[] bytes = ByteBuffer.allocate(PLACE_BYTES)
                .putLong(place.at().getEpochSecond())
                .putInt(place.at().getNano())
                .putLong(place.message().getMostSignificantBits())
                .putLong(place.message().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Optional<Place> place(String text) {
        if (!PLACE.matcher(text).matches()) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        long seconds = bytes.getLong();
        int nanos = bytes.getInt();
        boolean possible = seconds >= 0 && seconds <= Place.START.at().getEpochSecond() && nanos >= 0;
        return possible
                ? Optional.of(
                        new Place(Instant.ofEpochSecond(seconds, nanos), new UUID(bytes.getLong(), bytes.getLong())))
                : Optional.empty();
    }
}
