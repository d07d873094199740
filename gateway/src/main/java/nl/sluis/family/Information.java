package nl.sluis.family;

import java.util.List;

/** Whether anything is known about a member, beyond who they are. */
public enum Information {
    /** Somebody told something. */
    KNOWN,
    /** Everything was read, and nobody did. */
    NONE,
    /** In what was read nobody did; there is more than was read, something about somebody of whom nobody can say who they are, or doubt who is who. */
    UNCERTAIN;

    /**
     * Of one member.
     *
     * @param certain whether everything was read, of everybody in it is known who they are, and nobody may be somebody of another household
     */
    static Information of(List<Said> said, boolean certain) {
        if (said.stream().anyMatch(one -> !one.categories().isEmpty())) {
            return KNOWN;
        }
        return certain ? NONE : UNCERTAIN;
    }
}
