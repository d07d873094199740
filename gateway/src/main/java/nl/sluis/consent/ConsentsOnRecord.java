package nl.sluis.consent;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.custody.KnownPersons;
import nl.sluis.policy.ReceivingParty;
import org.springframework.stereotype.Component;

/** All consents that this node may decide on: those that were recorded here, and copies of those that others keep. */
@Component
public final class ConsentsOnRecord {

    private final ConsentRegister register;
    private final ConsentCopies copies;

    ConsentsOnRecord(ConsentRegister register, ConsentCopies copies) {
        this.register = register;
        this.copies = copies;
    }

    /** What is on record about the persons of a question of this organisation, as the decision point takes it. */
    public List<ConsentRecord> concerning(KnownPersons known, OrganisationId self, ReceivingParty recipient) {
        List<ConsentRecord> all = new ArrayList<>(register.concerning(known, self, recipient));
        all.addAll(copies.concerning(known, recipient));
        return all;
    }

    /** Where what was stated here is recorded. */
    public ConsentRegister register() {
        return register;
    }
}
