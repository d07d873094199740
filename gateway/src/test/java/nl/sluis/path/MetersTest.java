package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.node.Dutch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a whole node measures of itself: of its machinery, and of no person, household or message. */
@ExtendWith(NodesExtension.class)
class MetersTest {

    private static final Set<String> WATCHED = Set.of(
            "sluis.outbox.waiting",
            "sluis.outbox.oldest",
            "sluis.outbox.alarms",
            "sluis.outbox.undelivered",
            "sluis.inbox.duplicates",
            "sluis.inbox.over-quota",
            "sluis.retention.overdue.seconds",
            "sluis.restore.parked",
            "sluis.directory.refused");

    private static final String WORD = "[A-Za-z][A-Za-z._-]{0,40}";

    /** Groups of key exchange have digits in their names. */
    private static final String GROUP = "secp(256|384|521)r1|x25519|x448|X25519MLKEM768";

    private final SchoolAlone node;

    MetersTest(SchoolAlone node) {
        this.node = node;
    }

    @Test
    void anotherFamilyAddsNoFigureAndNoneTellsWho() throws IOException {
        submitted("marit-" + UUID.randomUUID());
        Set<String> before = figures();

        String pupil = "floor-" + UUID.randomUUID();
        String message = submitted(pupil);

        assertThat(figures()).isEqualTo(before);
        assertThat(before.toString()).doesNotContain(pupil, message, "floor", "marit", "Zomer", "2008-05-04");
        assertThat(own().map(id -> id.getName())).containsAll(WATCHED);
        assertThat(own().flatMap(id -> id.getTags().stream()))
                .as("closed sets of words, and no identities")
                .allMatch(tag -> tag.getValue().matches(WORD)
                        || (tag.getKey().equals("group") && tag.getValue().matches(GROUP))
                        || (tag.getKey().equals("status") && tag.getValue().matches("[1-5][0-9]{2}")));
    }

    private String submitted(String pupil) throws IOException {
        Http school = node.system();
        LocalDate today = Dutch.day(node.clock().instant());
        school.put("/v1/persons/" + pupil, Samples.person("2008-05-04"));
        school.post(
                "/v1/consents",
                Samples.consent(pupil, today.plusMonths(3)).replace("wijkteam-noord", SchoolAlone.SUCCESSOR.value()));
        Http.Reply reply = school.post(
                "/v1/messages",
                Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", SchoolAlone.SUCCESSOR.value()),
                Samples.concern(pupil, "Is vaak moe."));
        assertThat(reply.text("state")).as(reply.toString()).isEqualTo("QUEUED");
        return reply.text("id");
    }

    private Stream<Meter.Id> own() {
        return node.part(MeterRegistry.class).getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().startsWith("sluis."));
    }

    private Set<String> figures() {
        return own().map(Meter.Id::toString).collect(Collectors.toCollection(TreeSet::new));
    }
}
