package nl.sluis.canonical;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What nodes tell each other about consents that were recorded at one organisation, the keeper, and name another one as discloser,
 * the holder (law table 3.5, R43). Whatever the order in which news comes, what it says together is the same.
 */
public sealed interface ConsentNews {

    /** Most consents, persons or recipients that one piece of news names. */
    int MOST = 100;

    /** Identity of this piece of news. */
    MessageId id();

    /** Who tells it. */
    OrganisationId sender();

    /** Who is told. */
    OrganisationId recipient();

    /**
     * A consent or refusal, from its keeper. Goes to the discloser that it names, and cannot go to anybody else.
     *
     * @param consent as it stands, with the keeper's identity; everybody under references of this copy
     * @param recipientTypes sorts of organisations to which it speaks as well
     * @param persons by which number each reference is known to both; of the giver and of at least one subject
     * @param asOf when the keeper looked
     */
    record Copy(
            MessageId id,
            OrganisationId sender,
            ConsentRecord consent,
            Set<OrganisationType> recipientTypes,
            List<KnownAs> persons,
            Instant asOf)
            implements ConsentNews {

        /**
         * @throws NullPointerException when something is missing
         * @throws IllegalArgumentException when it is withdrawn, about nobody who can be found, or out of all proportion
         */
        public Copy {
            Objects.requireNonNull(id);
            Objects.requireNonNull(sender);
            Objects.requireNonNull(consent.capacity());
            Objects.requireNonNull(consent.decision());
            Objects.requireNonNull(consent.discloser());
            recipientTypes = Set.copyOf(recipientTypes);
            persons = atMost(persons);
            requireIdentity(consent.id());
            requireEra(asOf);
            requireEra(consent.recordedAt());
            if (consent.withdrawnAt() != null || consent.recipients().size() > MOST) {
                throw new IllegalArgumentException("a copy is of a consent that stands, to so many recipients");
            }
            Set<PersonRef> found = new HashSet<>();
            persons.forEach(person -> found.add(Objects.requireNonNull(person.ref())));
            if (consent.subjects().isEmpty()
                    || !found.contains(Objects.requireNonNull(consent.giver()))
                    || !found.containsAll(consent.subjects())
                    || found.size() != persons.size()) {
                throw new IllegalArgumentException("a copy says who everybody in it is, once");
            }
        }

        /** The discloser: nobody else has anything to do with it. */
        @Override
        public OrganisationId recipient() {
            return consent.discloser();
        }

        /** Never who it is about. */
        @Override
        public String toString() {
            return "Copy[" + id + "]";
        }
    }

    /** A reference in a copy and a number by which both organisations know that person. */
    record KnownAs(PersonRef ref, PersonIdentifier number) {}

    /**
     * The keeper's word on consents that it gave copies of: withdrawn, or confirmed. Names nobody.
     *
     * @param asOf when the keeper looked
     */
    record Word(MessageId id, OrganisationId sender, OrganisationId recipient, Instant asOf, List<Said> consents)
            implements ConsentNews {

        /**
         * @throws NullPointerException when something is missing
         * @throws IllegalArgumentException when it is about more than {@link #MOST}, or at no moment of this era
         */
        public Word {
            Objects.requireNonNull(id);
            Objects.requireNonNull(sender);
            Objects.requireNonNull(recipient);
            consents = atMost(consents);
            requireEra(asOf);
        }
    }

    /**
     * What is said of one consent.
     *
     * @param consent its identity at its keeper
     * @param withdrawnAt from when it does not count any more; null when it stands
     */
    record Said(String consent, @Nullable Instant withdrawnAt) {

        /**
         * @throws IllegalArgumentException when the consent is no identity, or the moment none of this era
         */
        public Said {
            requireIdentity(consent);
            if (withdrawnAt != null) {
                requireEra(withdrawnAt);
            }
        }
    }

    /** The holder asks which of these still stand. Names nobody. */
    record Question(MessageId id, OrganisationId sender, OrganisationId recipient, List<String> consents)
            implements ConsentNews {

        /**
         * @throws NullPointerException when something is missing
         * @throws IllegalArgumentException when it is about more than {@link #MOST}, or names something that is no identity
         */
        public Question {
            Objects.requireNonNull(id);
            Objects.requireNonNull(sender);
            Objects.requireNonNull(recipient);
            consents = atMost(consents);
            consents.forEach(ConsentNews::requireIdentity);
        }
    }

    private static <T> List<T> atMost(List<T> things) {
        if (things.size() > MOST) {
            throw new IllegalArgumentException("too many for one piece of news");
        }
        return List.copyOf(things);
    }

    private static void requireIdentity(String consent) {
        Text.requireIdentifier(consent, 200, "the identity of a consent");
    }

    private static void requireEra(Instant moment) {
        if (moment.isBefore(Instant.EPOCH) || moment.isAfter(WithdrawalNotice.LAST)) {
            throw new IllegalArgumentException("a moment of another era");
        }
    }
}
