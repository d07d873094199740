package nl.sluis.followup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What must be done from now on. Of the same kind about the same item, member and record there is one open task in a household at a time.
 *
 * @param item of the feed; null when it is about none
 * @param member of the household; null when it is about all of it
 * @param record of the household ({@link nl.sluis.household.Records}); null when it is about none
 * @param owner as the identity provider names them; null for the regisseur, if there is one
 * @param ownerRole who owns it when no person does: 1 to 60 of A-Z a-z 0-9 _ -; null for the role of the configuration
 * @param due until when; null when there is no term
 * @param reason why, for people; encrypted; null when the kind says it all
 */
public record Opening(
        TaskKind kind,
        @Nullable UUID item,
        @Nullable UUID member,
        @Nullable UUID record,
        @Nullable String owner,
        @Nullable String ownerRole,
        @Nullable Instant due,
        @Nullable String reason) {

    /** About the whole household, for the regisseur, without a term. */
    public static Opening of(TaskKind kind) {
        return new Opening(kind, null, null, null, null, null, null, null);
    }

    /** The same about an item of the feed. */
    public Opening aboutItem(@Nullable UUID one) {
        return new Opening(kind, one, member, record, owner, ownerRole, due, reason);
    }

    /** The same about a member. */
    public Opening aboutMember(@Nullable UUID one) {
        return new Opening(kind, item, one, record, owner, ownerRole, due, reason);
    }

    /** The same about a record. */
    public Opening aboutRecord(@Nullable UUID one) {
        return new Opening(kind, item, member, one, owner, ownerRole, due, reason);
    }

    /** The same for one person. */
    public Opening ownedBy(@Nullable String person) {
        return new Opening(kind, item, member, record, person, ownerRole, due, reason);
    }

    /** The same for a role, when no person owns it. */
    public Opening ownedByRole(@Nullable String role) {
        return new Opening(kind, item, member, record, owner, role, due, reason);
    }

    /** The same with a term. */
    public Opening dueAt(@Nullable Instant at) {
        return new Opening(kind, item, member, record, owner, ownerRole, at, reason);
    }

    /** The same with a reason. */
    public Opening because(@Nullable String why) {
        return new Opening(kind, item, member, record, owner, ownerRole, due, why);
    }

    /** Never the reason. */
    @Override
    public String toString() {
        return "Opening[" + kind + "]";
    }
}
