package nl.sluis.regie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.canonical.MessageKind;
import nl.sluis.followup.Owners;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import nl.sluis.testing.AtOnce;
import nl.sluis.testing.Care;
import nl.sluis.testing.Care.Answer;
import nl.sluis.testing.CareApplication;
import nl.sluis.testing.CareSlice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CareSlice
class RegieTest {

    private static final String FATIMA = """
            {"holder": "PROFESSIONAL", "professional": "fatima"}""";

    private final ApplicationContext context;
    private final Care team;
    private final Owners owners;
    private final JdbcClient jdbc;

    RegieTest(ApplicationContext context, Owners owners, JdbcClient jdbc) {
        this.context = context;
        this.team = new Care(context);
        this.owners = owners;
        this.jdbc = jdbc;
    }

    @AfterEach
    void today() {
        team.clock().moveTo(CareApplication.NOW);
    }

    @Test
    void aHouseholdHasOneRegisseurAndASecondCannotBeSaved() {
        UUID household = known("fatima", "daan");

        assertThat(put(household, FATIMA).status()).isEqualTo(200);

        assertThat(put(household, FATIMA.replace("fatima", "daan")).status()).isEqualTo(409);
        assertThat(now(household)).containsExactly("fatima");
        assertThat(team.audit().audited())
                .anyMatch(entry -> entry.startsWith("regie.begun") && entry.contains(household.toString()))
                .anyMatch(entry -> entry.startsWith("regie.read") && entry.contains(household.toString()));
    }

    @Test
    void ofManyWhoBeginAtOnceOneDoes() {
        UUID household = known("fatima", "daan", "lotte", "sem");

        List<String> people = List.of("fatima", "daan", "lotte", "sem");
        List<Integer> answers = AtOnce.answers(
                people.size(),
                n -> () ->
                        put(household, FATIMA.replace("fatima", people.get(n))).status());

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(now(household)).hasSize(1);
    }

    @Test
    void whoIsNotInvolvedIsNoRegisseurAndNoSecond() {
        UUID household = known("fatima");

        assertThat(put(household, FATIMA.replace("fatima", "somebody")).body())
                .contains("/professional", "NOT_INVOLVED");
        assertThat(put(household, """
                {"holder": "PROFESSIONAL", "professional": "fatima", "second": "somebody"}""").body()).contains("/second", "SECOND_NOT_INVOLVED");
        assertThat(now(household)).isEmpty();
        assertThat(team.get("/v1/households/" + UUID.randomUUID() + "/regie").body())
                .doesNotContain("fatima");
    }

    @Test
    void regieIsPassedOnWhenTheOtherAcceptsAndNotBefore() {
        UUID household = known("fatima", "daan");
        put(household, FATIMA);
        assertThat(owners.regisseur(household, null)).contains("fatima");

        String transfer = ask(household, "daan");
        assertThat(now(household)).containsExactly("fatima");
        assertThat(team.open(household)).contains(TaskKind.REGIE_ACCEPTANCE);
        assertThat(answer(household, transfer, "fatima", true).status()).isEqualTo(409);

        assertThat(answer(household, transfer, "daan", true).status()).isEqualTo(200);
        assertThat(now(household)).containsExactly("daan");
        assertThat(team.open(household)).doesNotContain(TaskKind.REGIE_ACCEPTANCE);
        assertThat(read(household).json().at("/before/0/professional").asString())
                .isEqualTo("fatima");
        assertThat(owned(household)).isNotEmpty().containsOnly("daan");
        assertThat(answer(household, transfer, "daan", true).status()).isEqualTo(404);
    }

    @Test
    void whoDeclinesChangesNothing() {
        UUID household = known("fatima", "daan");
        put(household, FATIMA);

        String transfer = ask(household, "daan");
        assertThat(team.post(path(household) + "/transfers", "{\"professional\": \"daan\"}")
                        .status())
                .isEqualTo(409);
        assertThat(answer(household, transfer, "daan", false).status()).isEqualTo(200);

        assertThat(now(household)).containsExactly("fatima");
        assertThat(team.open(household)).doesNotContain(TaskKind.REGIE_ACCEPTANCE);
    }

    @Test
    void aSecondWorkerStandsInWhileTheRegisseurIsAway() {
        UUID household = known("fatima", "daan");

        put(household, """
                {"holder": "PROFESSIONAL", "professional": "fatima", "second": "daan", "absentUntil": "2026-11-27"}""");
        assertThat(owners.regisseur(household, null)).contains("daan");

        team.clock().moveTo(Instant.parse("2026-11-28T09:00:00Z"));
        assertThat(owners.regisseur(household, null)).contains("fatima");
    }

    @Test
    void whoIsNotInvolvedAnyMoreOwnsNothingThatComes() {
        UUID household = known("fatima");
        put(household, FATIMA);

        jdbc.sql("UPDATE involvement SET until = now() WHERE household_id = ?")
                .param(household)
                .update();

        assertThat(owners.regisseur(household, null)).isEmpty();
        assertThat(read(household).json().at("/now/0/involved").asBoolean()).isFalse();
    }

    @Test
    void aPartnerHasRegieOverOneMemberAndTheTeamOverTheOthers() {
        UUID household = known("fatima", "daan");
        String mila = team.member(household, "Mila");
        String split = """
                {"member": "%s", "holder": "PARTNER", "professional": "daan",
                 "outside": {"name": "Bas Veldhuis", "contact": "000 000 00 20", "organisation": "gi-oostrand"}}""".formatted(mila);
        assertThat(put(household, split).status())
                .as("nobody has it over the household")
                .isEqualTo(409);

        put(household, FATIMA);
        assertThat(put(household, split).status()).isEqualTo(200);
        assertThat(owners.regisseur(household, UUID.fromString(mila))).contains("daan");
        assertThat(owners.regisseur(household, null)).contains("fatima");
        assertThat(read(household).body()).contains("Bas Veldhuis");
        assertThat(jdbc.sql("SELECT count(*) FROM regie r WHERE r::text LIKE '%Veldhuis%'")
                        .query(Integer.class)
                        .single())
                .as("who it is stands in clear nowhere")
                .isZero();

        assertThat(context.getBean(RegieStore.class).of(household)).hasSize(2);
        assertThat(team.delete(path(household) + "/members/" + mila).status()).isEqualTo(200);
        assertThat(owners.regisseur(household, UUID.fromString(mila))).contains("fatima");
    }

    @Test
    void aParentHasRegieWithAProfessionalBesideWhoOwnsWhatMustBeDone() {
        UUID household = known("fatima");

        Answer answer = put(household, """
                {"holder": "FAMILY", "professional": "fatima", "outside": {"name": "Sanne van Rijn"}}""");

        assertThat(answer.json().at("/now/0/holder").asString()).isEqualTo("FAMILY");
        assertThat(owners.regisseur(household, null)).contains("fatima");
    }

    @Test
    void saysWhereAWishIsFaulty() {
        UUID household = known("fatima");

        assertThat(put(household, "{}").body()).contains("/holder", "/professional", "MISSING");
        assertThat(put(household, """
                {"holder": "PARTNER", "professional": "fatima"}""").body()).contains("/outside", "HOLDER");
        assertThat(put(household, """
                {"holder": "PARTNER", "professional": "fatima", "outside": {"name": "Bas"}}""").body()).contains("/outside/organisation", "MISSING");
        assertThat(put(household, """
                {"holder": "PROFESSIONAL", "professional": "fatima", "absentUntil": "2026-12-01"}""").body()).contains("/absentUntil", "NO_SECOND");
        assertThat(put(household, """
                {"holder": "PROFESSIONAL", "professional": "fatima", "member": "%s"}""".formatted(UUID.randomUUID())).body()).contains("/member", "NOT_A_MEMBER");
    }

    @Test
    void ofTwoHouseholdsThatAreOneTheRegisseurOfTheOtherStays() {
        UUID one = known("fatima", "daan");
        UUID other = known("lotte");
        put(one, FATIMA);
        ask(one, "daan");
        put(other, FATIMA.replace("fatima", "lotte"));

        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> context.getBean(RegieMoves.class).move(one, other));

        assertThat(now(other)).containsExactly("lotte");
        assertThat(read(other).json().at("/before/0/professional").asString()).isEqualTo("fatima");
        assertThat(read(other).json().at("/asked")).isEmpty();
        assertThat(team.open(one)).doesNotContain(TaskKind.REGIE_ACCEPTANCE);
    }

    private UUID known(String... involved) {
        UUID household = team.arrives(
                        Care.family(Care.name()).kind(MessageKind.SIGNAL).build())
                .household();
        for (String person : involved) {
            jdbc.sql("INSERT INTO involvement (household_id, person, since) VALUES (?, ?, now())")
                    .params(household, person)
                    .update();
        }
        return household;
    }

    private Answer put(UUID household, String body) {
        return team.put(path(household), body);
    }

    private Answer read(UUID household) {
        return team.get(path(household));
    }

    private String ask(UUID household, String who) {
        Answer asked = team.post(path(household) + "/transfers", "{\"professional\": \"%s\"}".formatted(who));
        assertThat(asked.status()).isEqualTo(200);
        return asked.json().at("/asked/0/transfer").asString();
    }

    private Answer answer(UUID household, String transfer, String who, boolean accepts) {
        return team.post(
                path(household) + "/transfers/" + transfer,
                "{\"accepts\": %s, \"person\": \"%s\"}".formatted(accepts, who));
    }

    private List<String> now(UUID household) {
        return read(household).json().path("now").values().stream()
                .map(one -> one.path("professional").asString())
                .toList();
    }

    private List<String> owned(UUID household) {
        return context.getBean(Tasks.class).of(household).stream()
                .map(task -> Optional.ofNullable(task.owner()).orElse("nobody"))
                .toList();
    }

    private static String path(UUID household) {
        return "/v1/households/" + Objects.requireNonNull(household) + "/regie";
    }
}
