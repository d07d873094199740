package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.sluis.audit.AuditEntry;
import nl.sluis.audit.MerkleProof;
import nl.sluis.certs.CertificateUse;
import nl.sluis.checkpoint.Checkpoint;
import nl.sluis.checkpoint.Countersignature;
import nl.sluis.checkpoint.SignedCheckpoint;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.path.Http.Reply;
import nl.sluis.seal.Sha256;
import nl.sluis.seal.TestSeals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Checkpoints, countersignatures and proofs between running nodes, as who has nothing but certificates checks them. */
@ExtendWith(NodesExtension.class)
class AuditApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Nodes nodes;
    private final Http school;

    AuditApiTest(Nodes nodes) {
        this.nodes = nodes;
        this.school = nodes.system(Member.SCHOOL);
    }

    @Test
    void aCheckpointIsSignedAndCountersignedByThePartnerAndProvesEachEntry() throws IOException {
        school.put("/v1/persons/lotte", Samples.person("2012-05-04"));
        await().atMost(PATIENCE)
                .until(() ->
                        !countersignatures(school.get("/v1/audit/checkpoint")).isEmpty());
        JsonNode json = school.get("/v1/audit/checkpoint").json();
        long size = json.path("size").asLong();
        SignedCheckpoint signed = SignedCheckpoint.read(bytes(json.path("signed")), List.of(seal(Member.SCHOOL)))
                .orElseThrow();
        assertThat(signed.checkpoint().size()).isEqualTo(size);

        String read = "audit_entry WHERE event = 'audit.proof-read' AND detail LIKE '%\"caller\":\"system:%'";
        long before = nodes.rows(Member.SCHOOL).count(read);
        for (long n = 1; n <= Math.min(size, 5); n++) {
            JsonNode proof =
                    school.get("/v1/audit/entries/" + n + "/proof?size=" + size).json();
            assertThat(MerkleProof.includes(
                            entry(proof.path("entry")).leafHash(),
                            n - 1,
                            size,
                            hashes(proof.path("path")),
                            signed.checkpoint().rootBytes()))
                    .isTrue();
        }
        assertThat(nodes.rows(Member.SCHOOL).count(read)).isEqualTo(before + Math.min(size, 5));
        assertThat(school.get("/v1/audit/entries/" + (size + 1) + "/proof?size=" + size)
                        .status())
                .isEqualTo(404);
        assertThat(school.get("/v1/audit/entries/0/proof").status()).isEqualTo(404);
        assertThat(school.get("/v1/audit/checkpoint?size=" + Long.MAX_VALUE).status())
                .isEqualTo(404);
    }

    @Test
    void aLaterCheckpointGoesOnFromAnEarlierOneAndTheWitnessSaysSo() throws IOException {
        school.put("/v1/persons/lars", Samples.person("2012-05-05"));
        await().atMost(PATIENCE).until(() -> school.get("/v1/audit/checkpoint").status() == 200);
        long first = school.get("/v1/audit/checkpoint").json().path("size").asLong();
        school.put("/v1/persons/liv", Samples.person("2012-05-06"));
        await().atMost(PATIENCE).until(() -> {
            Reply latest = school.get("/v1/audit/checkpoint");
            return latest.json().path("size").asLong() > first
                    && !countersignatures(latest).isEmpty();
        });
        JsonNode latest = school.get("/v1/audit/checkpoint").json();

        JsonNode proof = school.get("/v1/audit/consistency?from=" + first + "&to="
                        + latest.path("size").asLong())
                .json();
        Checkpoint from = checkpoint(proof.path("from"));
        Checkpoint to = checkpoint(proof.path("to"));
        assertThat(MerkleProof.consistent(
                        from.size(), from.rootBytes(), to.size(), to.rootBytes(), hashes(proof.path("path"))))
                .isTrue();
        assertThat(nodes.rows(Member.SCHOOL).count("audit_entry WHERE event = 'audit.consistency-read'"))
                .isPositive();
        JsonNode word = proof.path("to").path("countersignatures").path(0);
        assertThat(word.path("witness").asString()).isEqualTo(Member.HUISARTS.organisation());
        assertThat(Countersignature.read(bytes(word.path("signed")), List.of(seal(Member.HUISARTS)))
                        .orElseThrow()
                        .checkpoint())
                .isEqualTo(to);
        assertThat(school.get("/v1/audit/consistency?from=" + to.size() + "&to=" + from.size())
                        .status())
                .isEqualTo(404);
        assertThat(school.get("/v1/audit/consistency?from=x&to=1").status()).isEqualTo(400);
    }

    /** Who has an envelope, the entry with its proof and the node's certificate needs nobody's word that the one is about the other. */
    @Test
    void anEnvelopeAsItWentOverTheLineIsShownToBeTheOneOfTheEntriesOfBothSides() throws IOException {
        school.put("/v1/persons/luna", Samples.person("2008-05-04"));
        school.post("/v1/consents", Samples.consent("luna", Samples.today().plusMonths(2)));
        nodes.line().listen();
        byte[] envelope;
        String message;
        try {
            message = school.post(
                            "/v1/messages",
                            Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", Member.WIJKTEAM.organisation()),
                            Samples.concern("luna", "Komt vaak te laat."))
                    .text("id");
            await().atMost(PATIENCE)
                    .until(() ->
                            school.get("/v1/messages/" + message).text("state").equals("DELIVERED"));
            envelope = nodes.line().heard(message).envelope();
        } finally {
            nodes.line().mend();
        }
        String hash = HexFormat.of().formatHex(Sha256.of(envelope));
        assertThat(detail(nodes.rows(Member.WIJKTEAM), "envelope.received", message))
                .contains("\"envelope\":\"" + hash + "\"");

        long n = entryOf(nodes.rows(Member.SCHOOL), "message.sent", message);
        await().atMost(PATIENCE)
                .until(() ->
                        school.get("/v1/audit/checkpoint").json().path("size").asLong() >= n);
        JsonNode latest = school.get("/v1/audit/checkpoint").json();
        SignedCheckpoint signed = SignedCheckpoint.read(bytes(latest.path("signed")), List.of(seal(Member.SCHOOL)))
                .orElseThrow();
        long size = signed.checkpoint().size();
        JsonNode proof =
                school.get("/v1/audit/entries/" + n + "/proof?size=" + size).json();
        AuditEntry entry = entry(proof.path("entry"));
        assertThat(entry.event()).isEqualTo("message.sent");
        assertThat(entry.detail()).contains("\"envelope\":\"" + hash + "\"");
        assertThat(includes(entry, n, size, proof, signed)).isTrue();

        // Of any other envelope it does not hold
        envelope[envelope.length / 2] ^= 1;
        AuditEntry forged = new AuditEntry(
                entry.n(),
                entry.at(),
                entry.event(),
                entry.messageId(),
                entry.detail().replace(hash, HexFormat.of().formatHex(Sha256.of(envelope))),
                new byte[0]);
        assertThat(includes(forged, n, size, proof, signed)).isFalse();
    }

    private static boolean includes(AuditEntry entry, long n, long size, JsonNode proof, SignedCheckpoint signed) {
        return MerkleProof.includes(
                entry.leafHash(),
                n - 1,
                size,
                hashes(proof.path("path")),
                signed.checkpoint().rootBytes());
    }

    private static String detail(Rows rows, String event, String message) {
        return rows.jdbc()
                .sql("SELECT detail FROM audit_entry WHERE event = ? AND message_id = ?")
                .params(event, message)
                .query(String.class)
                .single();
    }

    private static long entryOf(Rows rows, String event, String message) {
        return rows.jdbc()
                .sql("SELECT n FROM audit_entry WHERE event = ? AND message_id = ?")
                .params(event, message)
                .query(Long.class)
                .single();
    }

    @Test
    void proofsAreForTheOwnSystemsAndTheWitnessIsForPartnersNodes() throws IOException {
        for (Http caller :
                List.of(nodes.node(Member.HUISARTS, Member.SCHOOL), nodes.system(Member.HUISARTS, Member.SCHOOL))) {
            for (String path : List.of("checkpoint", "entries/1/proof", "consistency?from=1&to=1")) {
                assertThat(caller.get("/v1/audit/" + path).status()).isIn(401, 403);
            }
        }
        String door = "/v1/exchange/checkpoints";
        String ask = "{\"old\":0,\"proof\":[],\"checkpoint\":\"AA==\"}";
        assertThat(nodes.system(Member.HUISARTS).post(door, ask).status()).isEqualTo(403);
        assertThat(nodes.nobody(Member.HUISARTS).post(door, ask).status()).isEqualTo(401);
        Http node = nodes.node(Member.JEUGD_GGZ, Member.HUISARTS);
        assertThat(node.post(door, ask).status()).isEqualTo(422);
        assertThat(node.post(door, "{").status()).isEqualTo(422);
        assertThat(node.post(door, "x".repeat(70_000)).status()).isEqualTo(413);
        assertThat(node.post(door, Map.of("Content-Type", "application/cms"), ask)
                        .status())
                .isEqualTo(415);
    }

    private X509Certificate seal(Member member) {
        return TestSeals.certificate(nodes.files(), member.certificateName(), CertificateUse.SEAL);
    }

    private static JsonNode countersignatures(Reply reply) {
        return reply.json().path("countersignatures");
    }

    private static Checkpoint checkpoint(JsonNode json) {
        return new Checkpoint(
                json.path("origin").asString(),
                json.path("size").asLong(),
                json.path("root").asString());
    }

    private static AuditEntry entry(JsonNode json) {
        return new AuditEntry(
                json.path("n").asLong(),
                Instant.parse(json.path("at").asString()),
                json.path("event").asString(),
                json.path("message").isNull() ? null : json.path("message").asString(),
                json.path("detail").asString(),
                new byte[0]);
    }

    private static List<byte[]> hashes(JsonNode path) {
        List<byte[]> hashes = new ArrayList<>();
        path.forEach(hash -> hashes.add(bytes(hash)));
        return hashes;
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString());
    }
}
