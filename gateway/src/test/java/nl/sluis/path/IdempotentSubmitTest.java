package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.path.Http.Reply;
import nl.sluis.testing.AtOnce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A system that does not know whether its submission came across submits it again, under the same key, to no other effect. */
@ExtendWith(NodesExtension.class)
class IdempotentSubmitTest {

    private final Nodes nodes;

    IdempotentSubmitTest(Nodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void theSameKeyManyTimesAtOnceIsOneMessageAndOneAnswer() {
        Http school = nodes.system(Member.SCHOOL);
        String key = UUID.randomUUID().toString();
        Map<String, String> headers = Map.of(
                "Content-Type",
                Samples.CONCERN,
                "Sluis-Recipient",
                Member.WIJKTEAM.organisation(),
                "Idempotency-Key",
                key);
        // Nobody consented, so that it waits here and nothing else of it moves
        String concern = Samples.concern("idem-" + key.substring(0, 8), "Is vaak moe.");
        long before = messages();

        List<Reply> replies = AtOnce.answers(6, i -> () -> school.post("/v1/messages", headers, concern));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(202));
        assertThat(replies.stream().map(Reply::json).distinct()).hasSize(1);
        assertThat(messages()).isEqualTo(before + 1);
    }

    @Test
    void aFileOfWhichARowIsRepairedSubmitsNothingTwice() throws IOException {
        Http school = nodes.system(Member.SCHOOL);
        String pupil = UUID.randomUUID().toString().substring(0, 8);
        String good = file(pupil, "1-3-2017");
        Map<String, String> headers =
                Map.of("Content-Type", "text/csv;profile=wilgenhof-zorgsignaal", "Idempotency-Key", "week-47-" + pupil);
        long before = messages();

        Reply first = school.post("/v1/batches", headers, good.replaceFirst("1-3-2017", "31-2-2017"));
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text()).contains(";sluis\r\n", "/row[2]/Geboortedatum NOT_A_DATE", ";REVIEW ");
        assertThat(messages()).isEqualTo(before + 1);

        Reply again = school.post("/v1/batches", headers, good);
        assertThat(again.text()).doesNotContain("NOT_A_DATE");
        assertThat(messages()).isEqualTo(before + 2);
        assertThat(school.post("/v1/batches", headers, good).text()).isEqualTo(again.text());
        assertThat(messages()).isEqualTo(before + 2);
        String more = file(pupil + "x", "1-3-2017").replace("\n", ";x\n");
        assertThat(school.post("/v1/batches", headers, more).text())
                .contains(";REVIEW ", " | NOT_UNDERSTOOD 1\r\n")
                .doesNotContain("BSN_INVALID");
        assertThat(school.post("/v1/batches", headers, "a;b\n1;2\n").text()).contains("NO_HEADER");
        assertThat(school.post("/v1/messages", headers, good).text()).contains("SEVERAL_MESSAGES");
        assertThat(school.post("/v1/batches", Map.of("Content-Type", "text/csv"), good)
                        .status())
                .isEqualTo(422);
    }

    /** Two concerns about two pupils without a citizen service number. */
    private static String file(String pupil, String born) {
        StringBuilder file = new StringBuilder("Signaalnummer;Functie;Leerlingnummer;Voornaam;Tussenvoegsel;Achternaam;"
                + "Geboortedatum;Geslacht;BSN;Voornaam ouder;Achternaam ouder;Telefoon ouder;Leefgebied;Waarneming;"
                + "Hoe weten we dit;Datum;Verteld door\n");
        for (int i = 1; i <= 2; i++) {
            file.append("S-%s-%d;IB;LL-%s-%d;Mila;;Demir;%s;V;;;;;thuis;Is vaak moe.;gezien;16-11-2026;\n"
                    .formatted(pupil, i, pupil, i, born));
        }
        return file.toString();
    }

    private long messages() {
        return nodes.rows(Member.SCHOOL)
                .jdbc()
                .sql("SELECT count(*) FROM outgoing WHERE form = 'MESSAGE'")
                .query(Long.class)
                .single();
    }
}
