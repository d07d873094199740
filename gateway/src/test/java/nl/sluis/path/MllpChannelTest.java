package nl.sluis.path;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.llp.LLPException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.sql.DataSource;
import nl.sluis.adapter.partners.hl7v2.Hl7v2Adapter;
import nl.sluis.certs.CertificateUse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A general practice's system that sends referrals over MLLP, also wrong ones, and a node that cannot keep them. */
@ExtendWith(NodesExtension.class)
class MllpChannelTest {

    private static final Duration CEILING = Duration.ofSeconds(60);
    private static final String NUMBER = "msg-0001";
    private static final String REFERRAL = sample();
    private static final char START = 0x0b;
    private static final String END = "\u001c\r";

    private final SchoolAlone node;
    private final Heard heard = new Heard();

    MllpChannelTest(SchoolAlone node) {
        this.node = node;
    }

    @AfterEach
    void nothingPersonalWasLogged() {
        heard.close();
        assertThat(heard.text()).doesNotContain("Noah", "Demir", "999990020");
    }

    @Test
    void aReferralIsAcceptedAndARetryGetsTheFirstAnswerAndGoesOnce() throws Exception {
        String message = numbered();
        long before = outgoing();
        try (MllpPeer peer = certified()) {
            String first = peer.send(message);
            String second = peer.send(message);

            assertThat(first).contains("\rMSA|AA|" + number(message)).doesNotContain("Noah", "ERR");
            assertThat(withoutTime(second)).isEqualTo(withoutTime(first));
        }
        assertThat(outgoing()).isEqualTo(before + 1);
        assertThat(lastAudit()).contains("system:kinderopvang");
    }

    @Test
    void anotherMessageUnderTheSameNumberIsRefused() throws Exception {
        String message = numbered();
        try (MllpPeer peer = certified()) {
            assertThat(peer.send(message)).contains("MSA|AA|");
            long before = outgoing();

            String other = peer.send(message.replace("Eetlust normaal", "Eetlust slecht"));

            assertThat(other).contains("MSA|AE|" + number(message), "205^^HL70357", "KEY_TAKEN");
            assertThat(outgoing()).isEqualTo(before);
        }
    }

    @Test
    void nothingIsAcceptedBeforeItIsKept() throws Exception {
        long before = outgoing();
        try (MllpPeer peer = certified();
                Connection database = node.part(DataSource.class).getConnection();
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("LOCK TABLE idempotency IN SHARE MODE");
            String message = numbered();
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> sent(peer, message));
            await().during(Duration.ofMillis(500)).atMost(CEILING).until(() -> !answer.isDone());
            database.rollback();

            assertThat(answer.get(30, TimeUnit.SECONDS)).contains("MSA|AA|");
        }
        assertThat(outgoing()).isEqualTo(before + 1);
    }

    @Test
    void whatCannotBeKeptIsRejectedAndAcceptedWhenItComesAgain() throws Exception {
        String message = numbered();
        long before = outgoing();
        JdbcClient jdbc = node.part(JdbcClient.class);
        try (MllpPeer peer = certified()) {
            jdbc.sql("ALTER TABLE idempotency ADD CONSTRAINT full_disk CHECK (false) NOT VALID")
                    .update();
            try {
                assertThat(peer.send(message)).contains("MSA|AR|" + number(message), "NOT_NOW");
                assertThat(health()).contains("DATABASE_AWAY");
            } finally {
                jdbc.sql("ALTER TABLE idempotency DROP CONSTRAINT full_disk").update();
            }
            assertThat(outgoing()).isEqualTo(before);

            assertThat(peer.send(message)).contains("MSA|AA|");
        }
        assertThat(outgoing()).isEqualTo(before + 1);
        assertThat(health()).doesNotContain("DATABASE_AWAY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "|2.5|; |2.3|; MSA|AR; ERR||MSH^1^12",
                "UNICODE UTF-8; KLINGON; MSA|AR; ERR||MSH^1^18",
                "UNICODE UTF-8; 8859/7; MSA|AR; ERR||MSH^1^18",
                "REF^I12; ADT^A01; MSA|AR; ERR||MSH^1^9",
                "Demir&&Demir^Noah; ''; MSA|AE; ERR||PID^1"
            })
    void whatIsNotReadIsAnsweredWithItsPlaceAndWithoutAValue(String from, String to, String code, String place)
            throws Exception {
        long before = outgoing();
        try (Socket socket = socket()) {
            String answer = exchange(socket, START + numbered().replace(from, to) + END, UTF_8);
            assertThat(answer).contains(code, place).doesNotContain("Noah", "999990020", "KLINGON");
        }
        assertThat(outgoing()).isEqualTo(before);
    }

    @Test
    void aNameInAnotherCharacterSetIsReadByWhatTheMessageSays() throws Exception {
        String latin = numbered().replace("UNICODE UTF-8", "8859/1").replace("Eetlust normaal", "Privé");
        try (Socket socket = socket()) {
            assertThat(exchange(socket, START + latin + END, ISO_8859_1)).contains("MSA|AA|");
            String other = latin.replace(number(latin), number(numbered())).replace("8859/1", "UNICODE UTF-8");
            assertThat(exchange(socket, START + other + END, ISO_8859_1)).contains("MSA|AR|");
        }
    }

    @Test
    void aMessageThatIsTooLargeIsRejectedAndOneWithoutAnEndIsReadNoFurther() throws Exception {
        long before = outgoing();
        String filler = "NTE|2|L|" + "x".repeat(SchoolPorts.LARGEST) + "\r";
        try (Socket socket = socket()) {
            assertThat(exchange(socket, START + numbered() + filler + END, UTF_8))
                    .contains("MSA|AR|", "TOO_LARGE");
        }
        try (Socket socket = socket()) {
            socket.getOutputStream().write((START + numbered() + filler.repeat(4) + END).getBytes(UTF_8));
            socket.getOutputStream().flush();
            socket.setSoTimeout(1_000);
            // Still open, or ended with what was not read any more: no answer either way
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOfAny(SocketTimeoutException.class, SocketException.class);
        }
        assertThat(outgoing()).isEqualTo(before);
        try (MllpPeer peer = certified()) {
            assertThat(peer.send(numbered())).contains("MSA|AA|");
        }
    }

    @Test
    void aFrameThatIsCutOffIsNotTakenAndTheNextConnectionIs() throws Exception {
        long before = outgoing();
        try (Socket socket = socket()) {
            socket.getOutputStream().write((START + numbered().substring(0, 400)).getBytes(UTF_8));
            socket.getOutputStream().flush();
        }
        try (Socket socket = socket()) {
            assertThat(exchange(socket, "GET / HTTP/1.1\r\n\r\n" + START + numbered() + END, UTF_8))
                    .contains("MSA|AA|");
        }
        assertThat(outgoing()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "school", "no-role", "huisarts", "partner's node"})
    void whoeverIsNotThatSystemIsAnsweredNothing(String who) throws Exception {
        long before = outgoing();
        Tls tls = switch (who) {
            case "nobody" -> Tls.trusting(node.files().ca());
            case "partner's node" -> tls("huisarts", CertificateUse.NODE);
            default -> tls(who, CertificateUse.SYSTEM);
        };
        try (Socket socket = tls.context()
                .getSocketFactory()
                .createSocket("localhost", node.ports().certified())) {
            assertThat(exchange(socket, START + numbered() + END, UTF_8)).isEmpty();
        }
        assertThat(outgoing()).isEqualTo(before);
    }

    @Test
    void withoutCertificatesOnlyThisMachineSends() throws Exception {
        try (MllpPeer peer = new MllpPeer(node.ports().plain(), null)) {
            assertThat(peer.send(numbered())).contains("MSA|AA|");
        }
        try (Socket socket = new Socket("localhost", node.ports().certified())) {
            assertThat(exchange(socket, START + numbered() + END, UTF_8)).doesNotContain("MSA");
        }
    }

    private MllpPeer certified() throws Exception {
        return new MllpPeer(node.ports().certified(), tls(SchoolFolders.SYSTEM, CertificateUse.SYSTEM));
    }

    private Socket socket() throws IOException {
        return tls(SchoolFolders.SYSTEM, CertificateUse.SYSTEM)
                .context()
                .getSocketFactory()
                .createSocket("localhost", node.ports().certified());
    }

    private Tls tls(String name, CertificateUse use) {
        return Tls.of(
                node.files().certificate(name, use),
                node.files().key(name, use),
                node.files().ca());
    }

    /** What came back until the end of a frame; empty when the connection ended first. */
    private static String exchange(Socket socket, String frame, Charset charset) throws IOException {
        socket.setSoTimeout(20_000);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getOutputStream().write(frame.getBytes(charset));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0 && next != 0x1c; next = in.read()) {
                answer.write(next);
            }
        } catch (SSLException | SocketException closed) {
            return "";
        }
        return answer.toString(UTF_8);
    }

    private static String sent(MllpPeer peer, String message) {
        try {
            return peer.send(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (HL7Exception | LLPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String numbered() {
        return REFERRAL.replace(NUMBER, UUID.randomUUID().toString().substring(0, 20));
    }

    private static String number(String message) {
        return message.split("\\|", -1)[9];
    }

    private static String withoutTime(String acknowledgement) {
        return acknowledgement.replaceFirst("\\|[0-9]{14}\\+0000\\|", "||");
    }

    private static String sample() {
        try (InputStream in = Hl7v2Adapter.class.getResourceAsStream("/samples/gp-ref-i12-noah.hl7")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long outgoing() {
        return node.part(JdbcClient.class)
                .sql("SELECT count(*) FROM outgoing WHERE form = 'MESSAGE'")
                .query(Long.class)
                .single();
    }

    private String lastAudit() {
        return node.part(JdbcClient.class)
                .sql("SELECT string_agg(detail::text, ' ') FROM audit_entry WHERE message_id ="
                        + " (SELECT message_id FROM idempotency ORDER BY created_at DESC LIMIT 1)::text")
                .query(String.class)
                .single();
    }

    private String health() throws IOException {
        try (InputStream in =
                node.management().resolve("/actuator/health/channels").toURL().openStream()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
