package nl.sluis.safety;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;

/** Why a message asks whether the children of the household are safe. */
enum Ask {
    /** A case was handed over. */
    HANDOVER,
    /** Somebody was referred. */
    REFERRAL,
    /** Somebody worries about a child. */
    SIGNAL,
    /** It tells of a problem of an adult, and children live there. */
    ADULT_PROBLEM;

    /** Sections that only say who somebody is, or where. */
    private static final Set<DataCategory> WHO =
            EnumSet.of(DataCategory.IDENTITY, DataCategory.CONTACT, DataCategory.BSN, DataCategory.ADDRESS);

    /** Why this message asks; empty when it does not, such as word back. */
    static Optional<Ask> of(Message message) {
        return switch (message.kind()) {
            case HANDOVER -> Optional.of(HANDOVER);
            case REFERRAL -> Optional.of(REFERRAL);
            case ARREARS_SIGNAL -> Optional.of(ADULT_PROBLEM);
            case SIGNAL, VT_REPORT, CHILD_PROTECTION_REQUEST, RISK_INDEX_SIGNAL ->
                Optional.of(aboutChildren(message).isEmpty() ? ADULT_PROBLEM : SIGNAL);
            case PLAN_SUMMARY ->
                Optional.of(ADULT_PROBLEM).filter(ask -> aboutChildren(message).isEmpty());
            case VT_ADVICE, INFO_REQUEST, INFO_PROVISION, FEEDBACK, CONSENT_EVENT, CORRECTION -> Optional.empty();
        };
    }

    /** Whether it is a report, of which the other children are to be looked at too. */
    boolean isReport() {
        return this != ADULT_PROBLEM;
    }

    /** The children about whom the message says more than who they are. */
    static Set<PersonRef> aboutChildren(Message message) {
        Set<PersonRef> children = children(message);
        return message.sections().stream()
                .filter(section -> !WHO.contains(section.category()))
                .map(Section::subject)
                .filter(children::contains)
                .collect(Collectors.toSet());
    }

    /** The children of the message. */
    static Set<PersonRef> children(Message message) {
        return message.persons().stream()
                .filter(person -> person.role() == HouseholdRole.CHILD)
                .map(Person::ref)
                .collect(Collectors.toSet());
    }
}
