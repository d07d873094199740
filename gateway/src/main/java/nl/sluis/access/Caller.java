package nl.sluis.access;

import java.util.Optional;
import java.util.Set;
import nl.sluis.directory.Partner;

/** Who calls. */
public sealed interface Caller {

    /**
     * An information system of the own organisation, known by its certificate.
     *
     * @param name as its configuration has it
     * @param roles what it may do; without one nothing
     */
    record OwnSystem(String name, Set<Role> roles) implements Caller {

        /** Reads and copies. */
        public OwnSystem {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * A person of the own organisation who logged in.
     *
     * @param id as the identity provider names them; says nothing about who it is
     * @param roles what they may do
     * @param self who of the register it is, for {@link Role#FAMILY}; empty for who works here
     */
    record Person(String id, Set<Role> roles, Optional<String> self) implements Caller {

        /** Reads and copies. */
        public Person {
            roles = Set.copyOf(roles);
        }

        /** Somebody who works here. */
        public Person(String id, Set<Role> roles) {
            this(id, roles, Optional.empty());
        }

        /** Never who it is. */
        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }

    /** The node of another organisation, known by the OIN in its certificate. */
    record Node(Partner partner) implements Caller {}

    /** A person in a browser in demo mode, who opened the entry address. */
    record DemoVisitor() implements Caller {}
}
