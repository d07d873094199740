package nl.sluis.consent;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.adapter.RecipientScope;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonRef;
import nl.sluis.custody.KnownPersons;
import nl.sluis.custody.PersonId;
import nl.sluis.policy.ReceivingParty;

/**
 * The register's rows in the references of one question to one recipient.
 *
 * @param givers how the organisation names those who gave something; a name that the question uses for somebody else is not used
 */
record ConsentView(KnownPersons known, ReceivingParty recipient, Map<PersonId, PersonRef> givers) {

    /** Empty when it is a refusal towards other sorts of recipients: without a name left it would refuse everybody. */
    Optional<ConsentRecord> asRecord(StoredConsent consent) {
        Terms terms = consent.terms();
        Set<OrganisationId> recipients = recipients(terms.recipients());
        boolean namesSomebody = !terms.recipients().organisations().isEmpty()
                || !terms.recipients().types().isEmpty();
        if (terms.decision() == ConsentDecision.REFUSED && namesSomebody && recipients.isEmpty()) {
            return Optional.empty();
        }
        StoredConsent.Withdrawn withdrawal = consent.withdrawal();
        return Optional.of(new ConsentRecord(
                consent.id().toString(),
                giver(consent.giver()),
                terms.capacity(),
                subjects(consent),
                new OrganisationId(terms.discloser()),
                recipients,
                terms.purposes(),
                terms.categories(),
                terms.lifeDomains(),
                terms.decision(),
                terms.from(),
                terms.until(),
                consent.effectiveAt(),
                withdrawal == null ? null : withdrawal.at(),
                terms.origin().evidence()));
    }

    private PersonRef giver(PersonId giver) {
        return known.reference(giver)
                .or(() -> Optional.ofNullable(givers.get(giver))
                        .filter(reference -> !known.ids().containsKey(reference)))
                .orElseGet(() -> new PersonRef("person-" + giver.value()));
    }

    private Set<OrganisationId> recipients(RecipientScope scope) {
        Set<OrganisationId> recipients = new HashSet<>(scope.organisations());
        if (scope.types().contains(recipient.type())) {
            recipients.add(recipient.organisation());
        }
        return recipients;
    }

    /** Every reference of a subject, since a question may mention somebody twice. */
    private Set<PersonRef> subjects(StoredConsent consent) {
        return known.ids().entrySet().stream()
                .filter(entry -> consent.subjects().contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
