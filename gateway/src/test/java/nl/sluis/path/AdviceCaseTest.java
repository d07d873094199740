package nl.sluis.path;

import static nl.sluis.path.FamilyMessages.asked;
import static nl.sluis.path.FamilyMessages.goal;
import static nl.sluis.path.FamilyMessages.message;
import static nl.sluis.path.FamilyMessages.observed;
import static nl.sluis.path.FamilyMessages.planned;
import static nl.sluis.path.FamilyMessages.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.path.FamilyMessages.Said;
import nl.sluis.path.FamilyMessages.Who;
import nl.sluis.path.Http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A case of the reports in which advice went over without what its receiver decides on, and the family was interviewed again. */
@ExtendWith(NodesExtension.class)
class AdviceCaseTest {

    private final Nodes nodes;
    private final Http team;
    private final Http access;

    AdviceCaseTest(Nodes nodes) {
        this.nodes = nodes;
        this.team = nodes.system(Member.WIJKTEAM);
        // Who decides about help has no node of its own in the neighbourhood
        this.access = nodes.system(Member.JEUGD_GGZ);
    }

    /** T-10: the legal elements are named before anything goes, and not after a second talk with the family. */
    @Test
    void adviceWithoutItsLegalElementsIsToldWhatItLacksBeforeItGoesAndGoesWholeThen() throws IOException {
        Who child = new Who("Esra", "Landsmeer", "CHILD", FamilyMessages.youth());
        FamilyMessages.consents(team, Member.JEUGD_GGZ, child, child.ref());
        ObjectNode advice = message("REFERRAL", "ROUTINE", child);
        Said[] half = {planned(child, "Voorziening: ambulante hulp"), goal(child)};
        long before = nodes.rows(Member.WIJKTEAM).outgoing("MESSAGE", Member.JEUGD_GGZ.organisation());

        for (Reply reply :
                List.of(sent(team, Member.JEUGD_GGZ, advice, half), asked(team, Member.JEUGD_GGZ, advice, half))) {
            assertThat(reply.status()).as(reply.text()).isEqualTo(422);
            assertThat(reply.json()
                            .path("violations")
                            .valueStream()
                            .map(fault -> fault.path("message").asString()))
                    .containsExactly("term of the help: at least 1.", "what the child says of it: at least 1.");
            assertThat(reply.text()).doesNotContain("Landsmeer", "ambulante");
        }
        assertThat(nodes.rows(Member.WIJKTEAM).outgoing("MESSAGE", Member.JEUGD_GGZ.organisation()))
                .isEqualTo(before);

        Reply whole = sent(
                team,
                Member.JEUGD_GGZ,
                advice,
                half[0],
                half[1],
                planned(child, "Termijn: zes maanden"),
                observed(child, "OBSERVATION", "Mening van de jeugdige: wil dit graag."));
        assertThat(whole.text("outcome")).as(whole.text()).isEqualTo("PERMIT");
        JsonNode item = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> FeedItems.find(
                                access,
                                one -> one.path("messageId").asString("").equals(whole.text("id"))),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(nodes.rows(Member.WIJKTEAM).outgoing("MESSAGE", Member.JEUGD_GGZ.organisation()))
                .isEqualTo(before + 1);
        assertThat(access.get("/v1/feed/" + item.path("id").asString() + "/message")
                        .text())
                .contains(
                        "Voorziening: ambulante hulp",
                        "Termijn: zes maanden",
                        "Mening van de jeugdige: wil dit graag.",
                        "Landsmeer",
                        child.born());
    }
}
