package nl.sluis.consent;

import java.util.HashSet;
import java.util.Set;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.node.NodeSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** For which organisation's data a statement counts. */
@Component
final class Disclosers {

    private final OrganisationId self;
    private final Set<String> ownIdentifiers;

    @Autowired
    Disclosers(NodeSettings node, ConsentSettings settings) {
        this(node.id(), withOin(settings.ownIdentifiers(), node.oin()));
    }

    Disclosers(OrganisationId self, Set<String> ownIdentifiers) {
        this.self = self;
        this.ownIdentifiers = Set.copyOf(ownIdentifiers);
    }

    OrganisationId self() {
        return self;
    }

    /**
     * The discloser of a statement about the data of {@code custodian}. What somebody else may disclose is no consent for us;
     * what somebody refuses elsewhere is not asked to be disclosed by us either.
     *
     * @param custodian null when the document is about the organisation that receives it
     */
    String of(@Nullable String custodian, ConsentDecision decision) {
        if (custodian == null || custodian.equals(self.value()) || ownIdentifiers.contains(custodian)) {
            return self.value();
        }
        return decision == ConsentDecision.REFUSED ? self.value() : custodian;
    }

    private static Set<String> withOin(Set<String> identifiers, String oin) {
        Set<String> all = new HashSet<>(identifiers);
        all.add(oin);
        return all;
    }
}
