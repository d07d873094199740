package nl.sluis.custody;

import java.util.UUID;

/** A person in this node's own register; means nothing outside the node. */
public record PersonId(UUID value) {

    /** With what the subject of a person's key begins; the identity follows. */
    static final String KEYS = "person/";

    /** Of which subject the key is with which facts of this person are encrypted. */
    public String key() {
        return KEYS + value;
    }
}
