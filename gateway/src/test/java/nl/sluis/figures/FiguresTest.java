package nl.sluis.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.ThreadId;
import nl.sluis.feed.FeedItem;
import nl.sluis.followup.Opening;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import nl.sluis.testing.Care;
import nl.sluis.testing.CareApplication;
import nl.sluis.testing.CareSlice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Quarters long ago, which no other test of the shared database has anything in. */
@CareSlice
class FiguresTest {

    private final Care team;
    private final ApplicationContext context;
    private final JdbcClient jdbc;

    FiguresTest(ApplicationContext context) {
        this.team = new Care(context);
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
    }

    @BeforeEach
    @AfterEach
    void now() {
        team.clock().moveTo(CareApplication.NOW);
    }

    @Test
    void aQuarterShowsHowLongSchoolsWaitedAndHidesWhatIsSmall() {
        for (int i = 0; i < 11; i++) {
            // The first five wait 2, 3, 4, 5 and 6 days
            reported("basisschool-" + i % 3, "2019-02-0" + (1 + i % 9) + "T10:00:00Z", i < 5 ? 2 + i : -1);
        }
        for (int i = 0; i < 7; i++) {
            reported("huisarts-" + i % 2, "2019-03-0" + (1 + i) + "T10:00:00Z", i < 6 ? 1 : -1);
        }
        for (int i = 0; i < 5; i++) {
            reported("politie-" + i, "2019-03-11T10:00:00Z", -1);
        }
        reported("corporatie-a", "2019-03-12T10:00:00Z", 1);
        // Before and after it; the last moment of a quarter is that of the Netherlands
        reported("basisschool-0", "2018-12-31T22:59:59Z", 1);
        reported("basisschool-0", "2019-03-31T22:00:00Z", 1);

        JsonNode reports = figures("2019-Q1").at("/reports");

        assertThat(reports.at("/total").toString())
                .isEqualTo("{\"received\":24,\"answered\":12,\"unanswered\":12,\"medianDays\":1}");
        assertThat(row(reports, "SCHOOL").at("/received").asInt()).isEqualTo(11);
        assertThat(row(reports, "SCHOOL").at("/medianDays").asInt()).isEqualTo(4);
        assertThat(row(reports, "GP").at("/received").asInt()).isEqualTo(7);
        assertThat(row(reports, "GP").at("/unanswered").isNull()).isTrue();
        assertThat(row(reports, "GP").at("/medianDays").isNull()).isTrue();
        // One report of a landlord is not shown, and what the police sent with it, or it would follow from the total
        assertThat(row(reports, "HOUSING").at("/received").isNull()).isTrue();
        assertThat(row(reports, "HOUSING").has("received")).isTrue();
    }

    @Test
    void safetyEvaluationsAndEscalationsCountInTheQuarterInWhichTheyFell() {
        for (int i = 0; i < 12; i++) {
            FeedItem item = reported("basisschool-1", "2017-05-0" + (1 + i % 9) + "T10:00:00Z", -1);
            if (i < 6) {
                estimated(item.household());
            }
            Tasks tasks = context.getBean(Tasks.class);
            UUID task = context.getBean(TransactionTemplate.class)
                    .execute(status -> tasks.open(
                            item.household(),
                            Opening.of(TaskKind.EVALUATION).dueAt(Instant.parse("2017-06-15T00:00:00Z"))));
            if (task != null && i < 7) {
                jdbc.sql("UPDATE task SET settled_at = ?, settled_by = 'fatima', settlement = 'EVALUATED' WHERE id = ?")
                        .params(Instant.parse("2017-06-14T00:00:00Z").atOffset(ZoneOffset.UTC), task)
                        .update();
            }
            if (i < 9) {
                escalated(item);
            }
        }

        JsonNode figures = figures("2017-Q2");

        assertThat(figures.at("/safety/children").asInt()).isEqualTo(12);
        assertThat(figures.at("/safety/estimated").isNull()).isTrue();
        assertThat(figures.at("/safety/notMade").isNull()).isTrue();
        assertThat(figures.at("/safety/open").asInt()).isEqualTo(6);
        assertThat(figures.at("/evaluations").toString()).isEqualTo("{\"fellDue\":12,\"done\":7,\"overdue\":5}");
        assertThat(figures.at("/escalations").asInt()).isEqualTo(9);
        assertThat(figures.at("/handovers").isNull()).isTrue();
        assertThat(figures("2017-Q3").at("/escalations").isNull()).isTrue();
        assertThat(figures.at("/notCounted").size()).isEqualTo(NotCounted.values().length);
        assertThat(team.audit().audited()).contains("figures.read {period=2017-Q2}");
    }

    @Test
    void aQuarterThatWasGivenIsNeverCountedAnew() {
        for (int i = 0; i < 5; i++) {
            reported("basisschool-2", "2015-02-01T10:00:00Z", -1);
        }
        String first = team.get("/v1/figures?period=2015-Q1").body();
        reported("basisschool-2", "2015-02-02T10:00:00Z", -1);

        assertThat(team.get("/v1/figures?period=2015-Q1").body())
                .isEqualTo(first)
                .contains("\"received\":5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-Q4", "2026-Q5", "2026-07", "2026-q3", "1926-Q3", "20260-Q3", "", "2999-Q4"})
    void anythingButAQuarterThatIsOverIsRefusedWithThePlace(String period) {
        Care.Answer answer = team.get("/v1/figures?period=" + period);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/violations/0/path").asString()).isEqualTo("?period");
    }

    private JsonNode figures(String period) {
        Care.Answer answer = team.get("/v1/figures?period=" + period);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode row(JsonNode reports, String sort) {
        for (JsonNode row : reports.at("/bySender")) {
            if (row.at("/sender").asString().equals(sort)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + sort);
    }

    /** A signal of an organisation, answered after so many days or, below zero, never. */
    private FeedItem reported(String sender, String at, int answered) {
        Instant moment = Instant.parse(at);
        team.clock().moveTo(moment);
        UUID thread = UUID.randomUUID();
        FeedItem item = team.arrives(Care.family(Care.name())
                .from(sender)
                .kind(MessageKind.SIGNAL)
                .in(new ThreadId(thread))
                .build());
        if (answered >= 0) {
            jdbc.sql(
                            "INSERT INTO outgoing (sender, id, thread, form, kind, recipient, state, answer, accepted, created_at)"
                                    + " VALUES ('wijkteam', ?, ?, 'MESSAGE', 'FEEDBACK', ?, 'DELIVERED', '', '', ?)")
                    .params(
                            UUID.randomUUID(),
                            thread,
                            sender,
                            moment.plus(Duration.ofDays(answered)).atOffset(ZoneOffset.UTC))
                    .update();
        }
        team.clock().moveTo(CareApplication.NOW);
        return item;
    }

    private void estimated(UUID household) {
        jdbc.sql("INSERT INTO household_record (id, household_id, kind, member_id, recorded_at, recorded_by, content)"
                        + " VALUES (?, ?, 'SAFETY_MADE', ?, ?, 'fatima', '')")
                .params(
                        UUID.randomUUID(),
                        household,
                        UUID.fromString(team.member(household, "Mila")),
                        Instant.parse("2017-05-20T10:00:00Z").atOffset(ZoneOffset.UTC))
                .update();
    }

    private void escalated(FeedItem item) {
        jdbc.sql("UPDATE task SET step = 1 WHERE item = ? AND kind = 'TAKE_UP'")
                .param(item.id())
                .update();
    }
}
