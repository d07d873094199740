package nl.sluis.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.partners.veiligthuis.HandoverAdapter;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.ThreadId;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.Viewer;
import nl.sluis.followup.TaskKind;
import nl.sluis.testing.Care;
import nl.sluis.testing.Care.Answer;
import nl.sluis.testing.CareApplication;
import nl.sluis.testing.CareSlice;
import nl.sluis.testing.Family;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@CareSlice
class HandoverTest {

    private static final String CALL = """
            {"type": "CONTACT_CONFIRMED", "person": "F. Boukhari", "on": "2026-11-19", "form": "CALL"}""";

    private final Care team;
    private final CareApplication.ToldWords words;
    private final JdbcClient jdbc;
    private final OriginStore origins;
    private final TransactionTemplate transaction;
    private final String name = Care.name();
    private final ThreadId thread = new ThreadId(UUID.randomUUID());

    HandoverTest(ApplicationContext context) {
        this.team = new Care(context);
        this.words = context.getBean(CareApplication.ToldWords.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.origins = context.getBean(OriginStore.class);
        this.transaction = context.getBean(TransactionTemplate.class);
    }

    @AfterEach
    void later() {
        team.clock().moveTo(CareApplication.NOW);
        words.mayGo(true);
    }

    @Test
    void aHandoverWithoutAnEstimateIsAnOpenTaskAndNeverSafe() {
        UUID household = handedOver().household();

        Answer safety = team.get("/v1/households/" + household + "/safety");
        assertThat(safety.json().at("/children/0/state").asString()).isEqualTo("NOT_MADE");
        assertThat(safety.json().at("/children/0/notMade/maker").asString()).isEqualTo("P. Smit, Veilig Thuis");
        assertThat(safety.body()).contains("Veiligheid NIET ingeschat door P. Smit, Veilig Thuis");
        assertThat(team.open(household)).contains(TaskKind.SAFETY_ESTIMATE, TaskKind.HANDOVER_CONFIRMATION);
    }

    @Test
    void anEstimateOfVeiligThuisThatIsOldIsOpenToo() {
        FeedItem item = team.arrives(said(
                        said(begun(), "SAFETY_SAFE_ENOUGH", "2026-01-02", "Alles rustig."),
                        "REPORT_REASON",
                        null,
                        "Ruzie.")
                .build());

        assertThat(team.get("/v1/households/" + item.household() + "/safety")
                        .json()
                        .at("/children/0/state")
                        .asString())
                .isEqualTo("OLD");
        assertThat(team.open(item.household())).contains(TaskKind.SAFETY_ESTIMATE);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "SAFETY_SAFE_ENOUGH, 2026-11-18, ESTIMATED",
        "SAFETY_SAFE_ENOUGH, 2062-11-18, NOT_MADE",
        "SAFETY_SAFE_ENOUGH, , NOT_MADE",
        "SAFETY_SAFE_ENOUGH, 2019-00-00, OLD",
        "SAFETY_UNHEARD_OF, 2026-11-18, NOT_MADE"
    })
    void anEstimateCountsByTheDayThatIsStatedAndNoOther(String code, String on, String state) {
        FeedItem item = team.arrives(said(begun(), code, on, "Alles rustig.").build());

        assertThat(stateOfTheChild(item)).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "'Veiligheidsinschatting gemaakt met LIRIK door P. Smit: rustig', 2026-11-18, ESTIMATED",
        "'Veiligheidsinschatting gemaakt met LIRIK door P. Smit: rustig', , NOT_MADE",
        "'Veiligheidsinschatting niet gemaakt, omdat: wachttijd', 2026-11-18, NOT_MADE"
    })
    void wordsThatNoneWasMadeAreNoEstimateWhateverDayTheyHave(String text, String on, String state) {
        FeedItem item = team.arrives(begun().section(
                        "mila",
                        DataCategory.SAFETY,
                        null,
                        new Content.Statement(
                                text,
                                AssertionType.REPORTED_BY,
                                on == null ? null : PartialDate.parse(on),
                                "P. Smit, Veilig Thuis"))
                .build());

        assertThat(stateOfTheChild(item)).isEqualTo(state);
    }

    @Test
    void theWordsOfAnotherBlockAreNotThoseOfOneWhoseOwnWereWithheld() {
        Family family = begun().section(
                        "mila", DataCategory.SAFETY, null, new Content.Coded(Block.SYSTEM, "SAFETY_SAFE_ENOUGH", null))
                .section(
                        "sanne",
                        DataCategory.OBSERVATION,
                        null,
                        new Content.Statement("Iets anders.", AssertionType.OBSERVED, null, null))
                .section(
                        "mila",
                        DataCategory.SAFETY,
                        null,
                        new Content.Statement(
                                "Mila at mee.", AssertionType.OBSERVED, PartialDate.parse("2026-11-18"), null));

        assertThat(stateOfTheChild(team.arrives(family.build()))).isEqualTo("NOT_MADE");
    }

    private String stateOfTheChild(FeedItem item) {
        return team.get("/v1/households/" + item.household() + "/safety")
                .json()
                .at("/children/0/state")
                .asString();
    }

    @Test
    void theHandoverIsCompleteWhenBothConfirmedTheSameTalk() {
        UUID household = handedOver().household();
        assertThat(handover(household).at("/owner").asString()).isEqualTo("SENDER");

        JsonNode one = act(household, CALL).json().at("/handovers/0");
        assertThat(one.at("/state").asString()).isEqualTo("OPEN");
        assertThat(one.at("/owner").asString()).isEqualTo("SENDER");
        assertThat(words.told()).last().extracting(Told::code, Told::form).containsExactly("CONTACT_CONFIRMED", "CALL");

        answers("CONTACT_CONFIRMED", "CALL", "2026-11-19", "Gebeld.");

        JsonNode both = handover(household);
        assertThat(both.at("/state").asString()).isEqualTo("COMPLETE");
        assertThat(both.at("/owner").asString()).isEqualTo("RECEIVER");
        assertThat(team.open(household)).doesNotContain(TaskKind.HANDOVER_CONFIRMATION);
    }

    /** More that somebody may not see than one answer has, all of them older than the one that they may. */
    @Test
    void whatAPersonMayNotSeeTakesNoPlaceInTheirAnswer() {
        team.clock().moveTo(Instant.parse("2019-03-01T10:00:00Z"));
        UUID own = handedOver().household();
        team.clock().moveTo(Instant.parse("2019-02-01T10:00:00Z"));
        String other = Care.name();
        UUID hidden = team.arrives(Care.family(other)
                        .from("veilig-thuis-oostrand")
                        .kind(MessageKind.HANDOVER)
                        .build())
                .household();
        String person = "p-" + UUID.randomUUID();
        team.put("/v1/households/" + own + "/involved/" + person, "");
        Instant from = Instant.parse("2019-01-01T00:00:00Z");
        Instant until = Instant.parse("2019-12-31T00:00:00Z");
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("INSERT INTO household_record (id, household_id, kind, recorded_at, recorded_by, code, content)"
                            + " SELECT gen_random_uuid(), ?, 'HANDOVER', '2019-02-02T10:00:00Z', 'node', 'VEILIG_THUIS', 'x'"
                            + " FROM generate_series(1, ?)")
                    .params(hidden, HandoverController.MOST + 1)
                    .update();

            assertThat(origins.between(
                            new Viewer.Involved(person), Origin.VEILIG_THUIS, from, until, HandoverController.MOST + 1))
                    .extracting(OriginStore.Found::household)
                    .containsExactly(own);
            assertThat(origins.between(new Viewer.Nobody(), Origin.VEILIG_THUIS, from, until, 1))
                    .isEmpty();
            assertThat(origins.between(new Viewer.Organisation(), Origin.VEILIG_THUIS, from, until, 5))
                    .hasSize(5)
                    .noneMatch(found -> found.household().equals(own));
        });
    }

    @Test
    void theOriginIsFoundByItsPeriodWithThePresentStateAndNeverChanged() {
        team.clock()
                .moveTo(Instant.parse("2024-04-01T10:00:00Z")
                        .plus(Math.floorMod(name.hashCode(), 60), ChronoUnit.DAYS));
        LocalDate day = LocalDate.ofInstant(team.clock().instant(), java.time.ZoneOffset.UTC);
        UUID household = handedOver().household();
        team.clock().moveTo(Instant.parse("2024-07-02T10:00:00Z"));
        String other = Care.name();
        UUID later = team.arrives(Care.family(other)
                        .from("veilig-thuis-oostrand")
                        .kind(MessageKind.HANDOVER)
                        .build())
                .household();

        Answer found = team.get("/v1/households?origin=VEILIG_THUIS&from=2024-04-01&until=2024-06-30");

        assertThat(found.body()).contains(household.toString()).doesNotContain(later.toString());
        assertThat(found.json().at("/households/0/handover/handedOver").asString())
                .startsWith(day.toString().substring(0, 4));
        assertThat(found.json().at("/households/0/handover/state").asString()).isEqualTo("OPEN");
        assertThatThrownBy(() -> jdbc.sql("UPDATE household_record SET code = 'SCHOOL' WHERE kind = 'HANDOVER'")
                        .update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.sql("UPDATE household_record SET recorded_at = now() WHERE kind = 'HANDOVER'")
                        .update())
                .hasMessageContaining("never changed");
    }

    @Test
    void whoSearchesNamesAnOriginAndAPeriod() {
        assertThat(team.get("/v1/households?origin=SCHOOL&from=2024-04-01&until=2024-06-30")
                        .status())
                .isEqualTo(422);
        assertThat(team.get("/v1/households?origin=VEILIG_THUIS&from=2024-06-30&until=2024-04-01")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theMarkerStaysWithItsReasonAndConditions() {
        UUID household = handedOver().household();
        act(household, CALL);

        JsonNode handover = handover(household);

        assertThat(handover.at("/notVoluntary").asString()).isEqualTo("Ouders wijzen hulp af.");
        assertThat(handover.at("/conditions/0").asString()).isEqualTo("Consultatiebureau voor 1 december.");
        assertThat(handover.at("/contact").asString()).isEqualTo("P. Smit, Veilig Thuis");
    }

    @Test
    void findingsOfTheFirstVisitGoBackWithTheirDay() {
        UUID household = handedOver().household();

        Answer done = act(household, """
                {"type": "FINDINGS", "person": "F. Boukhari", "on": "2026-11-19", "form": "HOME_VISIT", "text": "Rustig."}""");

        assertThat(done.status()).isEqualTo(200);
        assertThat(words.told()).last().extracting(Told::code, Told::text).containsExactly("FINDINGS", "Rustig.");
    }

    @Test
    void afterTheAgreedAttemptsTheCaseGoesBackAndStaysHereUntilItIsAccepted() {
        UUID household = handedOver().household();
        String back = """
                {"type": "RETURN", "person": "F. Boukhari", "on": "2026-11-20", "text": "Geen contact."}""";
        act(household, attempt("2026-11-12"));
        act(household, attempt("2026-11-14"));
        assertThat(act(household, back).status()).isEqualTo(409);
        act(household, attempt("2026-11-17"));

        assertThat(act(household, back).json().at("/handovers/0/state").asString())
                .isEqualTo("RETURN_OFFERED");

        assertThat(words.told())
                .last()
                .extracting(Told::text)
                .asString()
                .contains("2026-11-12", "2026-11-14", "2026-11-17");
        answers("RETURN_ACCEPTED", null, "2026-11-20", "Akkoord.");
        assertThat(handover(household).at("/state").asString()).isEqualTo("RETURNED");
    }

    /** not met on its day, it is overdue, and so goes up the ladder; two of one child are two. */
    @Test
    void aConditionIsATaskThatIsOverdueOnTheDayAfterTheLastOnWhichItCouldBeMet() {
        UUID household = team.arrives(
                        begun().section("mila", DataCategory.SAFETY, null, condition("Consultatiebureau."))
                                .section("mila", DataCategory.SAFETY, null, condition("Naar school."))
                                .build())
                .household();
        assertThat(conditions(household))
                .hasSize(2)
                .allMatch(task -> !task.path("overdue").asBoolean());
        assertThat(conditions(household).getFirst().path("reason").asString()).startsWith("Voorwaarde: ");

        team.clock().moveTo(Instant.parse("2026-12-01T20:00:00Z"));
        assertThat(conditions(household)).noneMatch(task -> task.path("overdue").asBoolean());
        team.clock().moveTo(Instant.parse("2026-12-02T09:00:00Z"));
        assertThat(conditions(household)).allMatch(task -> task.path("overdue").asBoolean());
    }

    private static Content condition(String what) {
        return new Content.Planned("Voorwaarde: " + what, null, PartialDate.parse("2026-12-01"), "wijkteam");
    }

    private List<JsonNode> conditions(UUID household) {
        return team.get("/v1/households/" + household + "/tasks")
                .json()
                .path("tasks")
                .valueStream()
                .filter(task -> task.path("kind").asString().equals("CONDITION"))
                .toList();
    }

    /** At the other side: whoever handed a case over has it again as a task, and cannot close as if it were not there. */
    @Test
    void aCaseThatComesBackIsSomebodysToAccept() {
        FeedItem item = team.arrives(coded(
                        Care.family(name).from("de-horizon").in(thread).kind(MessageKind.FEEDBACK),
                        "RETURN",
                        null,
                        "2026-11-20",
                        "Geen contact.")
                .build());

        assertThat(team.open(item.household())).containsExactly(TaskKind.RETURNED_CASE);
        FeedItem other = team.arrives(coded(
                        Care.family(Care.name()).from("de-horizon").kind(MessageKind.FEEDBACK),
                        "FINDINGS",
                        null,
                        "2026-11-20",
                        "Rustig.")
                .build());
        assertThat(team.open(other.household())).isEmpty();
    }

    @Test
    void aJointVisitIsAskedAndAnsweredWithAReason() {
        UUID household = handedOver().household();
        act(household, """
                {"type": "JOINT_VISIT_ASKED", "person": "F. Boukhari", "on": "2026-11-27"}""");

        answers("JOINT_VISIT_NO", null, "2026-11-20", "Geen capaciteit.");

        assertThat(handover(household).at("/acts").toString())
                .contains("JOINT_VISIT_ASKED", "JOINT_VISIT_NO", "Geen capaciteit.");
        assertThat(act(household, """
                {"type": "JOINT_VISIT_NO", "person": "F. Boukhari", "on": "2026-11-20"}""").body()).contains("/type", "THEIRS");
    }

    @Test
    void whatMayNotBeToldIsNotDone() {
        UUID household = handedOver().household();
        words.mayGo(false);

        assertThat(act(household, CALL).status()).isEqualTo(409);

        assertThat(handover(household).at("/confirmedHere").asBoolean()).isFalse();
    }

    @Test
    void theFormatOfVeiligThuisIsReadWithItsConditionsAndTheSafetyOfEachChild() throws IOException {
        Draft draft;
        try (InputStream sample =
                Objects.requireNonNull(HandoverTest.class.getResourceAsStream("/samples/vt-handover-mila.json"))) {
            draft = ((Translation.Translated)
                            new HandoverAdapter().read(new Payload(HandoverAdapter.MEDIA_TYPE, sample.readAllBytes())))
                    .draft();
        }
        UUID household = team.arrives(new Message(
                        new MessageId(UUID.randomUUID()),
                        thread,
                        null,
                        draft.kind(),
                        new OrganisationId("veilig-thuis-oostrand"),
                        draft.senderRole(),
                        new OrganisationId("wijkteam"),
                        CareApplication.NOW,
                        draft.urgency(),
                        draft.purpose(),
                        draft.basis(),
                        draft.persons().stream()
                                .map(person -> new Person(person.ref(), person.role()))
                                .toList(),
                        draft.sections(),
                        null))
                .household();

        assertThat(handover(household).at("/conditions")).isNotEmpty();
        assertThat(team.get("/v1/households/" + household + "/safety").json().at("/children"))
                .isNotEmpty()
                .noneMatch(child -> child.at("/state").asString().equals("UNKNOWN"));
    }

    @Test
    void aCaseOfAnotherSenderHasNoOrigin() {
        UUID household = team.arrives(
                        Care.family(name).kind(MessageKind.HANDOVER).build())
                .household();

        assertThat(team.get("/v1/households/" + household + "/handovers")
                        .json()
                        .at("/handovers")
                        .size())
                .isZero();
    }

    /** T-02: abuse of a child, parents willing, help for the child alone, no estimate; a year later it still went on. */
    @Test
    void t02TheReasonStaysInSightAndNobodyTakesTheCaseForSafe() {
        UUID household = handedOver().household();
        team.clock().moveTo(CareApplication.NOW.plus(300, ChronoUnit.DAYS));
        team.arrives(Care.family(name)
                .from("de-horizon")
                .kind(MessageKind.PLAN_SUMMARY)
                .said("mila", AssertionType.PROFESSIONAL_OPINION, "Mila doet mee.")
                .build());

        assertThat(team.open(household)).contains(TaskKind.SAFETY_ESTIMATE, TaskKind.HANDOVER_CONFIRMATION);
        assertThat(team.get("/v1/tasks?overdue=true").body()).contains(household.toString());
        assertThat(team.get("/v1/households/" + household + "/safety")
                        .json()
                        .at("/open")
                        .asBoolean())
                .isTrue();
        assertThat(handover(household).at("/notVoluntary").asString()).isNotEmpty();
        assertThat(handover(household).at("/owner").asString()).isEqualTo("SENDER");
    }

    private FeedItem handedOver() {
        Family family = begun();
        family = said(family, "REPORT_REASON", null, "Fysieke mishandeling van een kind.");
        family = said(family, "NOT_VOLUNTARY", null, "Ouders wijzen hulp af.");
        family = said(family, "CONDITION", null, "Consultatiebureau voor 1 december.");
        family = said(family, "SENDER_CONTACT", null, "Belt maandag.");
        return team.arrives(
                said(family, "SAFETY_NOT_MADE", "2026-11-18", "Wachttijd.").build());
    }

    private Family begun() {
        return Care.family(name).from("veilig-thuis-oostrand").in(thread).kind(MessageKind.HANDOVER);
    }

    private void answers(String code, String display, String on, String text) {
        team.arrives(coded(
                        Care.family(name)
                                .from("veilig-thuis-oostrand")
                                .in(thread)
                                .kind(MessageKind.FEEDBACK),
                        code,
                        display,
                        on,
                        text)
                .build());
    }

    private static Family said(Family family, String code, String on, String text) {
        return coded(family, code, null, on, text);
    }

    private static Family coded(Family family, String code, String display, String on, String text) {
        return family.section("mila", DataCategory.SAFETY, null, new Content.Coded(Block.SYSTEM, code, display))
                .section(
                        "mila",
                        DataCategory.SAFETY,
                        null,
                        new Content.Statement(
                                text,
                                AssertionType.REPORTED_BY,
                                on == null ? null : PartialDate.parse(on),
                                "P. Smit, Veilig Thuis"));
    }

    private static String attempt(String on) {
        return """
                {"type": "ATTEMPT", "person": "F. Boukhari", "on": "%s", "form": "CALL", "text": "Niet opgenomen."}""".formatted(on);
    }

    private JsonNode handover(UUID household) {
        return team.get("/v1/households/" + household + "/handovers").json().at("/handovers/0");
    }

    private Answer act(UUID household, String body) {
        return team.post(
                "/v1/households/" + household + "/handovers/"
                        + handover(household).at("/id").asString() + "/acts",
                body);
    }
}
