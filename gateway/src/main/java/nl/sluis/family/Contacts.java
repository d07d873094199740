package nl.sluis.family;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import nl.sluis.household.Entry;
import nl.sluis.household.Households;
import nl.sluis.household.Note;
import nl.sluis.household.Records;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** With whom of a household somebody spoke. */
@Component
class Contacts {

    private final Records records;
    private final Households households;
    private final AuditLog audit;
    private final Clock clock;

    Contacts(Records records, Households households, AuditLog audit, Clock clock) {
        this.records = records;
        this.households = households;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of a household, in the order in which they were recorded. */
    List<Entry<Contact>> of(UUID household) {
        return records.of(household, Contact.KIND, Contact.class);
    }

    /**
     * Records one; false when there is no such household, or nobody of that id in it.
     *
     * @param by the caller's id
     */
    @Transactional
    boolean add(UUID household, UUID member, Contact contact, String by) {
        boolean isMember = households.hold(household)
                && households.members(household).stream()
                        .anyMatch(one -> one.id().equals(member));
        if (!isMember) {
            return false;
        }
        Note note =
                Note.of(Contact.KIND, contact).about(member).coded(contact.how().name());
        records.add(household, note, by, clock.instant());
        audit.append(
                "contact.recorded",
                null,
                Map.of(
                        "household",
                        household.toString(),
                        "member",
                        member.toString(),
                        "how",
                        contact.how().name()));
        return true;
    }
}
