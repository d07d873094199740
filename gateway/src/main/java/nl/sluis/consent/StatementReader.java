package nl.sluis.consent;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.sluis.adapter.ConsentStatement;
import nl.sluis.adapter.RecipientScope;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.custody.KnownPersons;
import nl.sluis.custody.PersonConflict;
import nl.sluis.custody.PersonId;
import nl.sluis.custody.PersonRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns the statements of a partner's document into the register's own terms. */
@Component
final class StatementReader {

    private static final int MAX_TEXT = 2000;

    private final PersonRegister persons;
    private final Disclosers disclosers;

    StatementReader(PersonRegister persons, Disclosers disclosers) {
        this.persons = persons;
        this.disclosers = disclosers;
    }

    /** What the statements say. */
    sealed interface Result {}

    /** In the order of the document. */
    record Understood(List<Statement> statements) implements Result {}

    /** Who is meant is contradictory. */
    record Unclear(PersonConflict conflict) implements Result {}

    /**
     * One statement.
     *
     * @param fingerprint the same for the same consent; null for a refusal, which is renewed each time that it is stated
     */
    record Statement(
            PersonId giver,
            Set<PersonId> subjects,
            Terms terms,
            @Nullable String fingerprint) {}

    Result read(List<ConsentStatement> stated, @Nullable OrganisationId addressedRecipient) {
        List<PersonDetails> mentioned = new ArrayList<>();
        for (ConsentStatement statement : stated) {
            mentioned.add(statement.giver());
            mentioned.addAll(statement.subjects());
        }
        return switch (persons.lookUp(mentioned)) {
            case PersonConflict conflict -> new Unclear(conflict);
            case KnownPersons known ->
                new Understood(stated.stream()
                        .map(statement -> read(statement, known, addressedRecipient))
                        .toList());
        };
    }

    private Statement read(ConsentStatement stated, KnownPersons known, @Nullable OrganisationId addressed) {
        PersonId giver = Objects.requireNonNull(known.ids().get(stated.giver().ref()));
        Set<PersonId> subjects = new LinkedHashSet<>();
        stated.subjects()
                .forEach(s -> subjects.add(Objects.requireNonNull(known.ids().get(s.ref()))));
        Terms terms = terms(stated, addressed);
        String fingerprint =
                stated.decision() == ConsentDecision.GIVEN ? sha256(terms.canonical(giver, subjects)) : null;
        return new Statement(giver, subjects, terms, fingerprint);
    }

    private Terms terms(ConsentStatement stated, @Nullable OrganisationId addressed) {
        RecipientScope recipients = stated.recipients();
        if (addressed != null
                && recipients.organisations().isEmpty()
                && recipients.types().isEmpty()) {
            recipients = new RecipientScope(Set.of(addressed), Set.of());
        }
        String custodian = storable(stated.custodian());
        return new Terms(
                stated.capacity(),
                disclosers.of(custodian, stated.decision()),
                recipients,
                stated.purposes(),
                stated.categories(),
                stated.lifeDomains(),
                stated.decision(),
                stated.from(),
                stated.until(),
                new Terms.Origin(
                        custodian,
                        asKept(stated.givenAt()),
                        storable(stated.evidence()),
                        storable(stated.objection()),
                        storable(stated.sourceId())));
    }

    /** As precise as the database keeps it. */
    private static @Nullable Instant asKept(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
    }

    /** PostgreSQL keeps no NUL and no half surrogates, and the register no novels. */
    private static @Nullable String storable(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .limit(MAX_TEXT)
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xFFFD : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
