package nl.sluis.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * A request seen from its ground. Feedback travels on the ground of its thread: there the original sender stands where the
 * recipient of the feedback stands now. Not thread-safe.
 */
final class Question {

    /** So many persons are looked through faster than an index of them is made. */
    private static final int FEW = 8;

    private final SharingRequest request;
    private final Set<SectionId> secretAddresses;
    private final boolean onThePath;
    private final LocalDate day;
    private final OrganisationId discloser;
    private final OrganisationId receiver;
    private final Map<PersonRef, PersonFacts> index;
    private @Nullable PersonFacts found;
    private @Nullable List<SeenRecord> records;
    private final @Nullable PersonRef principal;

    private Question(SharingRequest request, Set<SectionId> secretAddresses, boolean onThePath) {
        this.request = request;
        this.secretAddresses = Set.copyOf(secretAddresses);
        this.onThePath = onThePath;
        this.day = HomeDay.of(request.at());
        OrganisationId sender = request.sender().organisation();
        OrganisationId recipient = request.recipient().organisation();
        this.discloser = feedback() ? recipient : sender;
        this.receiver = feedback() ? sender : recipient;
        this.principal = principal(request.items());
        this.index = request.persons().size() > FEW ? index(request.persons()) : Map.of();
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

    private boolean feedback() {
        return request.kind() == MessageKind.FEEDBACK;
    }

    OrganisationId discloser() {
        return discloser;
    }

    OrganisationId receiver() {
        return receiver;
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
        PersonFacts known = found;
        // Mostly it is the person of the question before
        if (known == null || !known.ref().equals(ref)) {
            known = index.isEmpty() ? search(ref) : index.get(ref);
            known = known == null ? new PersonFacts(ref, PartialDate.UNKNOWN, true, null) : known;
            found = known;
        }
        return known;
    }

    /** The last of that name, as in the index. */
    private @Nullable PersonFacts search(PersonRef ref) {
        List<PersonFacts> persons = request.persons();
        for (int i = persons.size() - 1; i >= 0; i--) {
            PersonFacts person = persons.get(i);
            if (person.ref().equals(ref)) {
                return person;
            }
        }
        return null;
    }

    private static Map<PersonRef, PersonFacts> index(List<PersonFacts> persons) {
        Map<PersonRef, PersonFacts> index = new HashMap<>();
        for (PersonFacts person : persons) {
            index.put(person.ref(), person);
        }
        return index;
    }

    /** The person whom the message is about: of the first mandatory item, else of the first item. */
    @Nullable
    PersonRef principal() {
        return principal;
    }

    private static @Nullable PersonRef principal(List<RequestedItem> items) {
        for (RequestedItem item : items) {
            if (item.mandatory()) {
                return item.subject();
            }
        }
        return items.isEmpty() ? null : items.get(0).subject();
    }

    /** Whether an item is about this person. */
    boolean about(PersonRef person) {
        for (RequestedItem item : request.items()) {
            if (item.subject().equals(person)) {
                return true;
            }
        }
        return false;
    }

    /** The records of consent that name the discloser and had been made at the moment of sending. */
    List<SeenRecord> records() {
        List<SeenRecord> known = records;
        if (known == null) {
            known = new ArrayList<>(request.facts().consents().size());
            for (ConsentRecord record : request.facts().consents()) {
                if (!record.recordedAt().isAfter(request.at())
                        && record.discloser().equals(discloser)) {
                    known.add(new SeenRecord(record, this));
                }
            }
            records = known;
        }
        return known;
    }

    /** The people without whom there is no message: the principal and the subjects of mandatory items. */
    Set<PersonRef> leading() {
        Set<PersonRef> leading = new LinkedHashSet<>();
        if (principal != null) {
            leading.add(principal);
        }
        for (RequestedItem item : request.items()) {
            if (item.mandatory()) {
                leading.add(item.subject());
            }
        }
        return leading;
    }
}
