package nl.sluis.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import nl.sluis.audit.AuditLog;
import nl.sluis.checkpoint.LogFixture;
import nl.sluis.testing.TestStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class ExportApiTest {

    private static final Instant MORNING = Instant.parse("2026-11-22T09:00:00Z");
    private static final ExportSettings SETTINGS = new ExportSettings(AuditExport.REGISTER, 100_000, 1);

    private final LogFixture log = new LogFixture("school");

    @Test
    void givesEveryEntryOfAPeriodAndNoOtherOverManyPages() {
        fill(1_203);
        List<String> all = export("1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z");
        assertThat(numbers(all))
                .isEqualTo(IntStream.rangeClosed(1, 1_203).boxed().toList());

        List<String> part = export(
                MORNING.plusSeconds(600).toString(), MORNING.plusSeconds(1_110).toString());

        assertThat(numbers(part)).isEqualTo(IntStream.range(601, 1_111).boxed().toList());
        assertThat(export("2030-01-01T00:00:00Z", "2031-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void anEntryOfAnotherTimeInBetweenIsNotGivenAndBreaksNothing() {
        fill(2);
        log.clock().moveTo(MORNING.minusSeconds(3_600));
        entry();
        log.clock().moveTo(MORNING.plusSeconds(10));
        entry();
        assertThat(numbers(export(MORNING.toString(), MORNING.plusSeconds(60).toString())))
                .containsExactly(1, 2, 4);
    }

    @Test
    void whereAnEntryIsNotAsItWasWrittenTheLastLineSaysSo() {
        fill(700);
        log.jdbc()
                .sql("UPDATE audit_entry SET detail = '{\"forged\":\"yes\"}' WHERE n = 650")
                .update();

        List<String> lines = export("1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z");

        assertThat(lines.getLast()).startsWith("! not whole: entry 650");
        assertThat(lines).hasSize(501).noneMatch(line -> line.contains("forged"));
        assertThat(isJson(lines.getLast())).isFalse();
    }

    @Test
    void anEntryThatWasRemovedBeforeThePeriodIsNoticed() {
        fill(5);
        log.jdbc().sql("DELETE FROM audit_entry WHERE n = 3").update();
        assertThat(export(MORNING.plusSeconds(3).toString(), "2100-01-01T00:00:00Z"))
                .singleElement()
                .asString()
                .startsWith("! not whole");
    }

    @Test
    void whateverElseGoesWrongTheLastLineSaysSoToo() {
        fill(3);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportParameters.Asked asked = new ExportParameters.Asked(ExportForm.NEN7513, Instant.MAX, Instant.MAX);
        assertThatThrownBy(() -> paced().write(asked, out)).isInstanceOf(IllegalArgumentException.class);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("! not whole: something went wrong here\n");
    }

    @Test
    void whoAsksWhileAnotherIsWritingIsToldSoAndNotAfterwards() {
        fill(1);
        List<HttpStatusCode> statuses = new ArrayList<>();
        AtomicReference<ExportController> controller = new AtomicReference<>();
        // Asks again at the time at which the first is written down, and so under way
        AtomicBoolean first = new AtomicBoolean(true);
        controller.set(new ExportController(
                paced(),
                (event, message, detail) -> {
                    if (first.getAndSet(false)) {
                        statuses.add(asked(controller.get()));
                    }
                },
                log.clock(),
                SETTINGS));
        statuses.add(asked(controller.get()));
        statuses.add(asked(controller.get()));
        assertThat(statuses).containsExactly(HttpStatus.TOO_MANY_REQUESTS, HttpStatus.OK, HttpStatus.OK);
    }

    private static HttpStatusCode asked(ExportController controller) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            ResponseEntity<?> answer = controller.export("NEN7513", null, null, response);
            return answer == null ? HttpStatusCode.valueOf(response.getStatus()) : answer.getStatusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        ", , , ?as REQUIRED",
        "PDF, , , ?as UNKNOWN",
        "balp, , , ?as UNKNOWN",
        "BALP, yesterday, , ?from NOT_A_TIME",
        "BALP, 2026-11-22, , ?from NOT_A_TIME",
        "BALP, , 2026-13-01T00:00:00Z, ?to NOT_A_TIME",
        "BALP, +999999999-01-01T00:00:00Z, , ?from OUT_OF_RANGE",
        "BALP, , +10000-01-01T00:00:00Z, ?to OUT_OF_RANGE",
        "BALP, -0001-01-01T00:00:00Z, , ?from OUT_OF_RANGE",
        "BALP, 2026-11-22T00:00:00Z, 2026-11-21T00:00:00Z, ?to BEFORE_FROM"
    })
    void namesEveryParameterThatIsNotAsItShouldBe(String as, String from, String to, String fault) {
        assertThat(ExportParameters.parse(as, from, to, MORNING))
                .isInstanceOfSatisfying(
                        ExportParameters.Faulty.class,
                        faulty -> assertThat(faulty.violations())
                                .singleElement()
                                .extracting(violation -> violation.path() + " " + violation.code())
                                .isEqualTo(fault));
    }

    private void fill(int entries) {
        log.clock().moveTo(MORNING);
        log.transaction().executeWithoutResult(status -> {
            for (int i = 0; i < entries; i++) {
                entry();
                log.clock().advance(Duration.ofSeconds(1));
            }
        });
    }

    private void entry() {
        log.transaction()
                .executeWithoutResult(status -> AuditLog.of(log.jdbc(), log.clock())
                        .append("message.sent", null, Map.of("recipient", "de-eik")));
    }

    private List<String> export(String from, String to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        paced().write(new ExportParameters.Asked(ExportForm.NEN7513, Instant.parse(from), Instant.parse(to)), out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private PacedExport paced() {
        return new PacedExport(
                log.jdbc(),
                new DataSubjects(log.jdbc(), TestStorage.atRest()),
                new Whose(log.origin(), "00000099000000001000", "de-wilgenhof"),
                SETTINGS);
    }

    private static List<Integer> numbers(List<String> lines) {
        return lines.stream()
                .map(line ->
                        JsonMapper.shared().readTree(line).path("Controles").asString())
                .map(entry -> Integer.valueOf(entry.replaceAll("\\D", "")))
                .toList();
    }

    private static boolean isJson(String line) {
        try {
            JsonMapper.shared().readTree(line);
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }
}
