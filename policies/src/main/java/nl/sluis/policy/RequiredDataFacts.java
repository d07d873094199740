package nl.sluis.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PersonRef;
import nl.sluis.policy.rules.RequiredData;

/** Whether a message offers what the law asks at least of its kind (law table R45). */
final class RequiredDataFacts {

    private final Question question;
    private final List<RequiredData> required;

    RequiredDataFacts(Question question, List<RequiredData> required) {
        this.question = question;
        this.required = required;
    }

    boolean complete() {
        MessageKind kind = question.request().kind();
        // A case that is not on the path is an outline; only the request for inquiry is asked for its minimum there
        if (!question.onThePath() && kind != MessageKind.CHILD_PROTECTION_REQUEST) {
            return true;
        }
        for (int i = 0; i < required.size(); i++) {
            RequiredData data = required.get(i);
            if (data.kind().equals(kind.name()) && !offered(data)) {
                return false;
            }
        }
        return true;
    }

    private boolean offered(RequiredData data) {
        return switch (data.about()) {
            case PRINCIPAL -> {
                PersonRef principal = question.principal();
                yield principal != null && has(principal, data.oneOf());
            }
            case EVERY_CHILD -> {
                List<PersonRef> children = children();
                yield !children.isEmpty() && children.stream().allMatch(child -> has(child, data.oneOf()));
            }
            case EVERY_CUSTODIAN -> {
                InformingFacts informing = new InformingFacts(question);
                yield custodians().allMatch(holder -> has(holder, data.oneOf()) && informing.recorded(holder));
            }
        };
    }

    private List<PersonRef> children() {
        Set<PersonRef> leading = question.leading();
        return leading.stream()
                .filter(ref -> !AgeClass.adult(
                        question.day(), question.person(ref).birthDate().earliest()))
                .toList();
    }

    private Stream<PersonRef> custodians() {
        return children().stream()
                .flatMap(child -> Custodians.of(question.person(child).custody()).stream())
                .flatMap(List::stream);
    }

    private boolean has(PersonRef person, List<String> oneOf) {
        return question.request().items().stream()
                .anyMatch(item -> item.subject().equals(person)
                        && oneOf.contains(item.category().name()));
    }
}
