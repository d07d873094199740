package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import nl.sluis.path.Http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a meldcode case says is erased on a real node. */
@ExtendWith(NodesExtension.class)
class MeldcodeErasureTest {

    private final SchoolAlone node;
    private final Http school;
    private final Http officer;

    MeldcodeErasureTest(SchoolAlone node) throws IOException {
        this.node = node;
        this.school = node.system();
        this.officer = node.caller("privacy-officer");
    }

    @Test
    void anErasedCaseIsNotThereAndItsKeyIsDestroyed() throws IOException {
        String id = school.post("/v1/meldcode-cases", """
                        {"subjects": ["gijs-%s"], "acute": true, "responsible": "karin"}""".formatted(UUID.randomUUID()))
                .text("id");
        assertThat(school.get("/v1/meldcode-cases/" + id).status()).isEqualTo(200);
        assertThat(keys(id)).isEqualTo(1);

        assertThat(erase("/v1/meldcode-cases/" + id).status())
                .as("without a reason")
                .isEqualTo(422);
        assertThat(erase("/v1/meldcode-cases/" + id + "?reason=UNLAWFUL").status())
                .isEqualTo(204);

        assertThat(keys(id)).isZero();
        assertThat(school.get("/v1/meldcode-cases/" + id).status()).isEqualTo(404);
        assertThat(erase("/v1/meldcode-cases/" + id + "?reason=UNLAWFUL").status())
                .isEqualTo(404);
        assertThat(school.put(
                                "/v1/meldcode-cases/" + id + "/weighing",
                                "{\"outcome\": \"MUST_REPORT\", \"responsible\": \"karin\"}")
                        .status())
                .isEqualTo(404);
        assertThat(node.part(JdbcClient.class)
                        .sql("SELECT count(*) FROM audit_entry WHERE event = 'MELDCODE_ERASED' AND detail LIKE ?")
                        .param("%" + id + "%")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private Reply erase(String path) throws IOException {
        return officer.send("DELETE", path, Map.of(), new byte[0]);
    }

    private long keys(String id) {
        return node.part(JdbcClient.class)
                .sql("SELECT count(*) FROM data_key WHERE subject = ?")
                .param("meldcode/" + id)
                .query(Long.class)
                .single();
    }
}
