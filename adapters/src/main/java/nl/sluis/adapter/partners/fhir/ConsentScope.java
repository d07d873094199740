package nl.sluis.adapter.partners.fhir;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import nl.sluis.adapter.RecipientScope;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.OrganisationId;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.provisionActorComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** How far one Consent reaches. A code that is not known is a fault in a consent and widens a refusal to everything. */
final class ConsentScope {

    private final FhirSource source;
    private final Consent consent;
    private final boolean given;
    private final Set<OrganisationId> named = new HashSet<>();
    private @Nullable String custodian;

    ConsentScope(FhirSource source, Consent consent, ConsentDecision decision) {
        this.source = source;
        this.consent = consent;
        this.given = decision == ConsentDecision.GIVEN;
        consent.getProvision().getActor().forEach(this::actor);
        for (Reference organization : consent.getOrganization()) {
            custodian = identifier(organization);
        }
    }

    @Nullable
    String custodian() {
        return custodian;
    }

    RecipientScope recipients() {
        Set<String> sorts = new LinkedHashSet<>();
        for (Extension extension : consent.getExtensionsByUrl(Systems.MITZ_EXTENSION)) {
            source.take(extension);
            sorts.add(mitzSort(extension));
        }
        RecipientScope byType = given ? MitzCodes.permitted(sorts) : MitzCodes.refused(sorts);
        Set<OrganisationId> names = new HashSet<>(byType.organisations());
        names.addAll(named);
        if (given && names.isEmpty() && byType.types().isEmpty()) {
            source.fault(source.path(consent), "RECIPIENT_MISSING", "A consent names its recipients.");
        }
        // A refusal of everybody stays one, whoever is named beside it.
        boolean everybody = !given && !sorts.isEmpty() && byType.equals(RecipientScope.ADDRESSED);
        return everybody ? byType : new RecipientScope(names, byType.types());
    }

    Set<DataCategory> categories() {
        Set<DataCategory> categories = new HashSet<>();
        boolean everything = false;
        for (CodeableConcept concept : consent.getCategory()) {
            source.take(concept);
            for (Coding coding : concept.getCoding()) {
                boolean mitz = Systems.MITZ_DATA.equals(coding.getSystem());
                if (mitz && MitzCodes.TREATMENT_DATA.equals(coding.getCode())) {
                    categories.addAll(MitzCodes.CATEGORIES);
                } else if (mitz) {
                    everything |= unknown(coding);
                }
            }
        }
        for (Coding coding : consent.getProvision().getClass_()) {
            Optional<DataCategory> category = category(coding);
            source.take(coding);
            category.ifPresent(categories::add);
            everything |= category.isEmpty() && unknown(coding);
        }
        return everything ? Set.of() : categories;
    }

    Set<LifeDomain> lifeDomains() {
        Set<LifeDomain> domains = new HashSet<>();
        boolean everything = false;
        for (CodeableConcept concept : consent.getProvision().getCode()) {
            Optional<LifeDomain> domain = FhirDomains.named(java.util.List.of(concept));
            source.take(concept);
            domain.ifPresent(domains::add);
            everything |= domain.isEmpty() && unknown(concept.getCodingFirstRep());
        }
        if (given && domains.isEmpty() && ConsentProfile.mitz(consent)) {
            return MitzCodes.DOMAINS;
        }
        return everything ? Set.of() : domains;
    }

    /** Whether a code that is not known makes a refusal total. */
    private boolean unknown(Coding coding) {
        if (given) {
            source.fault(source.path(coding), "UNKNOWN_CODE", "Not a code of ours; a consent must be exact.");
        }
        return !given;
    }

    private void actor(provisionActorComponent actor) {
        Coding role = actor.getRole().getCodingFirstRep();
        String name = identifier(actor.getReference());
        if ("CST".equals(role.getCode())) {
            source.take(actor.getRole());
            custodian = name;
        } else if (name == null || Identifiers.unfit(name, OrganisationId.MAX_LENGTH)) {
            source.fault(
                    source.path(actor), "RECIPIENT_NOT_NAMED", "A recipient is an organisation with an identifier.");
        } else {
            source.take(actor.getRole());
            named.add(new OrganisationId(name));
        }
    }

    /** Our own name of an organisation before any other number of it. */
    private @Nullable String identifier(Reference reference) {
        if (source.resolve(reference).orElse(null) instanceof Organization organization) {
            source.take(reference);
            OrganisationId ours = Identifiers.organisation(organization, source);
            if (ours != null) {
                return ours.value();
            }
            Identifier first = organization.getIdentifierFirstRep();
            source.take(first);
            return first.getValue();
        }
        if (reference.hasIdentifier()) {
            source.take(reference);
            return reference.getIdentifier().getValue();
        }
        source.fault(
                source.path(reference), "REFERENCE_NOT_FOUND", "The Organization that this refers to is not here.");
        return null;
    }

    private static Optional<DataCategory> category(Coding coding) {
        for (DataCategory category : DataCategory.values()) {
            if (Systems.CATEGORY.equals(coding.getSystem()) && category.name().equals(coding.getCode())) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }

    /** Only what looks like a code of Mitz; anything else is a sort that is not known. */
    private static String mitzSort(Extension extension) {
        if (extension.getValue() instanceof CodeableConcept concept) {
            Coding coding = concept.getCodingFirstRep();
            String code = coding.getCode();
            if (Systems.MITZ_PROVIDER.equals(coding.getSystem()) && code != null && code.matches("[A-Z0-9]{1,20}")) {
                return code;
            }
        }
        return "UNKNOWN";
    }
}
