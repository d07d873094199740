package nl.sluis.adapter.partners.fhir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.adapter.Completeness;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.Ledger;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A FHIR document while it is read: its resources, where references lead, where each element stands (FHIRPath), which elements
 * were understood and what is wrong. References are resolved inside the document only (FHIR R4 bundle.html#references).
 */
final class FhirSource {

    private final Resource root;
    private final List<Resource> resources = new ArrayList<>();
    private final Map<String, Resource> byReference = new HashMap<>();
    private final Map<Base, String> paths = new IdentityHashMap<>();
    private final Set<Base> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Violation> violations = new ArrayList<>();

    FhirSource(Resource root) {
        this.root = root;
        locate(root, root.fhirType());
        if (root instanceof Bundle bundle) {
            take(bundle.getIdElement(), bundle.getTypeElement());
            bundle.getEntry().forEach(this::enter);
        } else {
            enter(root);
        }
    }

    private void enter(Bundle.BundleEntryComponent entry) {
        take(entry.getFullUrlElement());
        if (entry.hasResource()) {
            enter(entry.getResource());
            if (entry.hasFullUrl()) {
                byReference.putIfAbsent(entry.getFullUrl(), entry.getResource());
            }
        }
    }

    private void enter(Resource resource) {
        take(resource.getIdElement());
        resources.add(resource);
        String id = resource.getIdElement().getIdPart();
        if (id != null) {
            byReference.putIfAbsent(resource.fhirType() + "/" + id, resource);
            byReference.putIfAbsent("urn:uuid:" + id, resource);
        }
    }

    Resource root() {
        return root;
    }

    List<Resource> resources() {
        return Collections.unmodifiableList(resources);
    }

    <T extends Resource> List<T> all(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The resource that a reference leads to; an absolute one also when only its end is known here. */
    Optional<Resource> resolve(Reference reference) {
        String target = reference.getReference();
        if (target == null) {
            return Optional.empty();
        }
        if (target.startsWith("#")) {
            return reference.getResource() instanceof Resource contained ? Optional.of(contained) : Optional.empty();
        }
        String versionless = target.replaceFirst("/_history/.*$", "");
        return Optional.ofNullable(byReference.get(versionless));
    }

    /** Follows a reference and counts it as understood; a dead end or another type is a fault. */
    <T extends Resource> @Nullable T need(Reference reference, Base at, String element, Class<T> type) {
        Optional<Resource> found = resolve(reference);
        if (found.isEmpty()) {
            String path = reference.isEmpty() ? path(at) + "." + element : path(reference);
            fault(path, "REFERENCE_NOT_FOUND", "The " + type.getSimpleName() + " that this refers to is not here.");
            return null;
        }
        if (!type.isInstance(found.get())) {
            fault(path(reference), "REFERENCE_WRONG_TYPE", "This must refer to a " + type.getSimpleName() + ".");
            return null;
        }
        take(reference);
        return type.cast(found.get());
    }

    /** Counts elements, with all below them, as understood. */
    void take(@Nullable Base... elements) {
        for (Base element : elements) {
            if (element != null) {
                taken.add(element);
            }
        }
    }

    /** Where an element stands. */
    String path(Base element) {
        return paths.getOrDefault(element, root.fhirType());
    }

    void fault(String path, String code, String message) {
        violations.add(new Violation(path, code, message));
    }

    boolean faulty() {
        return !violations.isEmpty();
    }

    Translation untranslatable() {
        return new Translation.Untranslatable(violations);
    }

    /** What became of each element; what nobody took is not understood and stays at the sender. */
    Completeness completeness() {
        Ledger ledger = new Ledger();
        account(root, ledger);
        return ledger.completeness();
    }

    private void account(Base element, Ledger ledger) {
        // Asking HAPI for an absent element creates it; such a one has no place in the document.
        if (!paths.containsKey(element)) {
            return;
        }
        boolean mapped = taken.contains(element);
        if (mapped) {
            ledger.note(path(element), Ledger.Fate.MAPPED);
        }
        if (mapped && !element.isPrimitive()) {
            return;
        }
        List<Property> children = element.children();
        if (!mapped && (element.isPrimitive() ? element.primitiveValue() != null : element instanceof Narrative)) {
            ledger.note(path(element), Ledger.Fate.NOT_UNDERSTOOD);
        }
        if (!(element instanceof Narrative)) {
            children.forEach(child -> child.getValues().forEach(value -> account(value, ledger)));
        }
    }

    private void locate(Base element, String path) {
        paths.put(element, path);
        if (element instanceof Narrative) {
            return;
        }
        for (Property property : element.children()) {
            List<Base> values = property.getValues();
            for (int i = 0; i < values.size(); i++) {
                Base value = values.get(i);
                String name = property.getName().endsWith("[x]")
                        ? property.getName().replace("[x]", capital(value.fhirType()))
                        : property.getName();
                locate(value, path + "." + name + (property.getMaxCardinality() > 1 ? "[" + i + "]" : ""));
            }
        }
    }

    private static String capital(String type) {
        return type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
    }
}
