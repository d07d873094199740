package nl.sluis.policy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * A request seen from its ground. Feedback travels on the ground of its thread: there the original sender stands where the
 * recipient of the feedback stands now.
 */
final class Question {

    private static final ZoneId HOME = ZoneId.of("Europe/Amsterdam");

    private final SharingRequest request;
    private final Set<SectionId> secretAddresses;
    private final boolean onThePath;
    private final LocalDate day;
    private final Map<PersonRef, PersonFacts> persons = new HashMap<>();

    private Question(SharingRequest request, Set<SectionId> secretAddresses, boolean onThePath) {
        this.request = request;
        this.secretAddresses = Set.copyOf(secretAddresses);
        this.onThePath = onThePath;
        this.day = LocalDate.ofInstant(request.at(), HOME);
        request.persons().forEach(person -> persons.put(person.ref(), person));
    }

    /** A question on its own, such as a case on file: an outline without content. */
    static Question of(SharingRequest request) {
        return new Question(request, Set.of(), false);
    }

    /** A question about a message that is on its way out. */
    static Question onThePath(SharingRequest request, Set<SectionId> secretAddresses) {
        return new Question(request, secretAddresses, true);
    }

    /** Whether it is about a message on its way out, and not about an outline. */
    boolean onThePath() {
        return onThePath;
    }

    SharingRequest request() {
        return request;
    }

    RecordedFacts facts() {
        return request.facts();
    }

    /** The day of sending in Europe/Amsterdam. */
    LocalDate day() {
        return day;
    }

    static LocalDate dayOf(java.time.Instant moment) {
        return LocalDate.ofInstant(moment, HOME);
    }

    private boolean feedback() {
        return request.kind() == MessageKind.FEEDBACK;
    }

    OrganisationId discloser() {
        return feedback()
                ? request.recipient().organisation()
                : request.sender().organisation();
    }

    OrganisationId receiver() {
        return feedback()
                ? request.sender().organisation()
                : request.recipient().organisation();
    }

    OrganisationType discloserType() {
        return feedback() ? request.recipient().type() : request.sender().type();
    }

    OrganisationType receiverType() {
        return feedback() ? request.sender().type() : request.recipient().type();
    }

    boolean secretAddress(RequestedItem item) {
        return secretAddresses.contains(item.id());
    }

    /** What is known of a person; of somebody who is not in the question nothing is. */
    PersonFacts person(PersonRef ref) {
        PersonFacts known = persons.get(ref);
        return known == null ? new PersonFacts(ref, PartialDate.UNKNOWN, true, null) : known;
    }

    /** The person whom the message is about: of the first mandatory item, else of the first item. */
    @Nullable
    PersonRef principal() {
        return request.items().stream()
                .filter(RequestedItem::mandatory)
                .findFirst()
                .or(() -> request.items().stream().findFirst())
                .map(RequestedItem::subject)
                .orElse(null);
    }

    /** The people without whom there is no message: the principal and the subjects of mandatory items. */
    Set<PersonRef> leading() {
        Set<PersonRef> leading = new LinkedHashSet<>();
        PersonRef principal = principal();
        if (principal != null) {
            leading.add(principal);
        }
        request.items().stream()
                .filter(RequestedItem::mandatory)
                .map(RequestedItem::subject)
                .forEach(leading::add);
        return leading;
    }
}
