package nl.sluis.insight;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what goes out, about whom: the sorts of data and never what they say. */
@Component
public final class DisclosureLog {

    /**
     * The bases of which the person knows: asked for it, or at the table. What goes without that may put somebody in danger when it is
     * seen, so it is shown to nobody by itself; the absence of a fact is no permit.
     */
    private static final Set<LegalBasis> KNOWN_TO_THE_PERSON = Set.of(LegalBasis.CONSENT, LegalBasis.FAMILY_PRESENT);

    private final JdbcClient jdbc;
    private final Clock clock;

    DisclosureLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Notes what a message carries, in the transaction of the attempt. An answer to an attempt may be lost, so that nobody knows what
     * came: of several attempts each sort is kept that one of them carried, and it is shielded when one of them was.
     *
     * @param message as it was submitted, with the sender's own references
     * @param withheld which sections do not go
     * @param persons who is in the register, by the sender's own references
     * @param hidden whether the professional said that parents must not know, or it belongs to a meldcode case
     */
    public void goes(Message message, Set<SectionId> withheld, Map<PersonRef, UUID> persons, boolean hidden) {
        for (UUID person : new TreeSet<>(persons.values())) {
            String[] categories = message.sections().stream()
                    .filter(section -> !withheld.contains(section.id()))
                    .filter(section -> person.equals(persons.get(section.subject())))
                    .map(Section::category)
                    .distinct()
                    .sorted()
                    .map(Enum::name)
                    .toArray(String[]::new);
            if (categories.length > 0) {
                note(message, person, categories, hidden || !KNOWN_TO_THE_PERSON.contains(message.basis()));
            }
        }
    }

    private void note(Message message, UUID person, String[] categories, boolean shielded) {
        jdbc.sql("INSERT INTO disclosure (sender, message, person_id, at, recipient, kind, basis, purpose, categories,"
                        + " shielded) VALUES (:sender, :message, :person, :at, :recipient, :kind, :basis, :purpose,"
                        + " CAST(:categories AS text[]), :shielded) ON CONFLICT (sender, message, person_id) DO UPDATE SET"
                        + " at = EXCLUDED.at, shielded = disclosure.shielded OR EXCLUDED.shielded, categories ="
                        + " (SELECT array_agg(DISTINCT each ORDER BY each) FROM"
                        + " unnest(disclosure.categories || EXCLUDED.categories) AS each)")
                .param("sender", message.sender().value())
                .param("message", message.id().value())
                .param("person", person)
                .param("at", Timestamp.from(clock.instant()))
                .param("recipient", message.recipient().value())
                .param("kind", message.kind().name())
                .param("basis", message.basis().name())
                .param(
                        "purpose",
                        message.purpose() == null ? null : message.purpose().name())
                .param("categories", categories)
                .param("shielded", shielded)
                .update();
    }
}
