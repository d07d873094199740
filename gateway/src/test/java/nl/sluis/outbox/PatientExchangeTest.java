package nl.sluis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.ThreadId;
import nl.sluis.canonical.Urgency;
import nl.sluis.certs.CertificateUse;
import nl.sluis.directory.Partner;
import nl.sluis.seal.Envelope;
import nl.sluis.seal.TestSeals;
import nl.sluis.testing.SettableClock;
import org.junit.jupiter.api.Test;

class PatientExchangeTest {

    private static final Answer SILENCE = new Answer.Unreachable("TIMEOUT");
    private static final Answer BUSY = new Answer.Unreachable("HTTP_503");
    private static final Answer ACCEPTED = new Answer.Accepted(new byte[1], "");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:00:00Z"));
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final PatientExchange exchange = new PatientExchange(
            (outgoing, envelope, partner) -> answers.removeFirst(), OutboxFixture.settings(), clock);

    @Test
    void aSilentPartnerIsLeftAloneForAWhileAndTheOthersAreNot() {
        answers.add(SILENCE);
        answers.add(ACCEPTED);
        answers.add(ACCEPTED);

        assertThat(give("wijkteam-noord")).isEqualTo(SILENCE);
        assertThat(give("wijkteam-noord")).isEqualTo(new Answer.Unreachable("OUT_OF_REACH"));
        assertThat(give("de-eik")).isEqualTo(ACCEPTED);
        clock.advance(Duration.ofSeconds(2));
        assertThat(give("wijkteam-noord")).isEqualTo(ACCEPTED);
        assertThat(answers).isEmpty();
    }

    @Test
    void onlyOneAttemptAtATimeFindsOutWhetherItAnswersAgain() {
        answers.add(SILENCE);
        PatientExchange[] inner = new PatientExchange[1];
        Deque<Answer> meanwhile = new ArrayDeque<>();
        inner[0] = new PatientExchange(
                (outgoing, envelope, partner) -> {
                    if (!answers.isEmpty()) {
                        return answers.removeFirst();
                    }
                    meanwhile.add(inner[0].give(outgoing, envelope, partner));
                    return ACCEPTED;
                },
                OutboxFixture.settings(),
                clock);

        inner[0].give(outgoing(), envelope(), partner("wijkteam-noord"));
        clock.advance(Duration.ofSeconds(2));
        inner[0].give(outgoing(), envelope(), partner("wijkteam-noord"));

        assertThat(meanwhile).containsExactly(new Answer.Unreachable("OUT_OF_REACH"));
    }

    @Test
    void aPartnerThatAnswersThatItIsBusyIsNotSilent() {
        answers.add(BUSY);
        answers.add(ACCEPTED);

        assertThat(give("wijkteam-noord")).isEqualTo(BUSY);
        assertThat(give("wijkteam-noord")).isEqualTo(ACCEPTED);
    }

    private Answer give(String organisation) {
        return exchange.give(outgoing(), envelope(), partner(organisation));
    }

    private static Outgoing outgoing() {
        OrganisationId school = new OrganisationId("de-wilgenhof");
        return new Outgoing(
                school,
                new MessageId(UUID.randomUUID()),
                new ThreadId(UUID.randomUUID()),
                Outgoing.Form.MESSAGE,
                "SIGNAL",
                school,
                Urgency.ROUTINE,
                MessageState.QUEUED,
                new byte[0],
                new byte[0],
                0,
                Instant.EPOCH);
    }

    private static Envelope envelope() {
        OrganisationId school = new OrganisationId("de-wilgenhof");
        return new Envelope(new MessageId(UUID.randomUUID()), school, school, new byte[0]);
    }

    private static Partner partner(String organisation) {
        return new Partner(
                new OrganisationId(organisation),
                organisation,
                OrganisationType.WIJKTEAM,
                "0".repeat(20),
                URI.create("https://localhost"),
                TestSeals.certificate("wijkteam", CertificateUse.SEAL),
                null);
    }
}
