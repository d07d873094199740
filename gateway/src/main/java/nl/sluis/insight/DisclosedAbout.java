package nl.sluis.insight;

import java.util.Optional;
import nl.sluis.custody.PersonClaim;
import nl.sluis.custody.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of whom something was shared can ask what, to whom and why for as long as that is kept (GDPR art. 15); nobody could find it any more. */
@Component
final class DisclosedAbout implements PersonClaim {

    private final JdbcClient jdbc;

    DisclosedAbout(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> on(PersonId person) {
        boolean disclosed = jdbc.sql("SELECT EXISTS (SELECT 1 FROM disclosure WHERE person_id = ?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
        return disclosed ? Optional.of("DISCLOSURE") : Optional.empty();
    }
}
