package nl.sluis.adapter.partners.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.adapter.source.StrictCsv;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import org.jspecify.annotations.Nullable;

/**
 * What a partner's columns mean; read by {@link MappingProfiles} and then without a fault.
 *
 * @param name the {@code profile} parameter of its media type
 * @param partner for people
 * @param type what the partner is; decides whether a citizen service number may stand in its files
 */
public record MappingProfile(
        String name,
        String partner,
        OrganisationType type,
        FileRules file,
        Message message,
        Map<String, Person> persons,
        List<Part> parts,
        @Nullable Preconditions preconditions) {

    /** As it was given. */
    public MappingProfile {
        persons = Collections.unmodifiableMap(new LinkedHashMap<>(persons));
        parts = List.copyOf(parts);
    }

    /**
     * How the file is written.
     *
     * @param dates the ways in which dates are written
     * @param decimalComma whether amounts have a comma before the cents; a point otherwise
     * @param required columns of which every row has a value
     * @param ignored columns that are left behind on purpose
     * @param noBsn columns whose numbers may look like a citizen service number and are none
     */
    record FileRules(
            StrictCsv.Form form,
            List<DateStyle> dates,
            boolean decimalComma,
            Set<String> required,
            Set<String> ignored,
            Set<String> noBsn) {}

    /**
     * What is the same for a whole message.
     *
     * @param perMessage rows with the same value here are one message; null when every row is one
     * @param day the day of a row, on which its codes must be in use; null when no code depends on it
     */
    record Message(
            Value kind,
            Value basis,
            @Nullable Value purpose,
            Value role,
            Value urgency,
            @Nullable OrganisationId recipient,
            @Nullable Value perMessage,
            @Nullable Value day) {}

    /** A person that a row mentions; what is null is not in the file. Names are keys of {@link PersonReading}. */
    record Person(Value role, @Nullable Value number, Map<String, Value> fields) {
        Person {
            fields = Map.copyOf(fields);
        }
    }

    /** The shape of a section, as in {@code Content}. */
    enum Shape {
        /** An amount of money. */
        AMOUNT,
        /** Words. */
        STATEMENT,
        /** A code of a coding system. */
        CODED,
        /** Something planned. */
        PLANNED,
        /** A goal. */
        GOAL
    }

    /** A section that a row gives, beside those of its persons. */
    record Part(
            String name,
            String about,
            Value category,
            @Nullable Value lifeDomain,
            boolean mandatory,
            Shape shape,
            Map<String, Value> fields) {
        Part {
            fields = Map.copyOf(fields);
        }
    }

    /** The four preconditions of an arrears signal: days, and references of letters; and the debtor's reaction. */
    record Preconditions(Map<String, Value> days, Map<String, Value> references, Value reaction) {
        Preconditions {
            days = Map.copyOf(days);
            references = Map.copyOf(references);
        }
    }

    /** Every column that must be in the header: all that are mapped and all that are required. */
    Set<String> columns() {
        List<@Nullable Value> values =
                new ArrayList<>(List.of(message.kind, message.basis, message.role, message.urgency));
        values.add(message.purpose);
        values.add(message.perMessage);
        values.add(message.day);
        persons.values().forEach(person -> {
            values.add(person.role);
            values.add(person.number);
            values.addAll(person.fields.values());
        });
        parts.forEach(part -> {
            values.add(part.category);
            values.add(part.lifeDomain);
            values.addAll(part.fields.values());
        });
        if (preconditions != null) {
            values.addAll(preconditions.days.values());
            values.addAll(preconditions.references.values());
            values.add(preconditions.reaction);
        }
        Set<String> columns = new LinkedHashSet<>(file.required);
        for (Value value : values) {
            if (value != null) {
                columns.addAll(value.columns());
            }
        }
        return columns;
    }
}
