package nl.sluis.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StrictJsonTest {

    @Test
    void collectsEveryFaultOfABodyAtOnce() {
        StrictJson json = read("{\"day\": \"x\", \"inner\": {\"flag\": 1, \"more\": 2}, \"list\": [\"a\", 3]}")
                .require("name");
        json.date("day");
        json.object("inner").bool("flag");
        json.set("list", "TEXT", "text", text -> text);

        assertThat(((Reading.Faulty<String>) json.result(() -> "never")).violations())
                .extracting(violation -> violation.path() + " " + violation.code())
                .containsExactlyInAnyOrder(
                        "/name MISSING",
                        "/day DATE",
                        "/inner/flag BOOLEAN",
                        "/list/1 TEXT",
                        "/inner/more UNKNOWN_FIELD");
    }

    @Test
    void refusesWhatIsTooLargeTooDeepOrTooLong() {
        assertThat(read("{\"a\":\"" + "x".repeat(StrictJson.MAX_BYTES) + "\"}").result(() -> "never"))
                .isInstanceOf(Reading.Faulty.class);
        assertThat(read("{\"a\":" + "[".repeat(20) + "]".repeat(20) + "}").result(() -> "never"))
                .isInstanceOf(Reading.Faulty.class);
        StrictJson json = read("{\"a\": \"" + "x".repeat(201) + "\"}");
        assertThat(json.text("a")).isNull();
        assertThat(json.result(() -> "never")).isInstanceOf(Reading.Faulty.class);
    }

    @Property(tries = 300)
    void answersEveryByteStringWithoutAnException(@ForAll byte[] body) {
        StrictJson json = StrictJson.of(body).require("name");
        json.text("name");

        assertThat(json.result(() -> "read")).isNotNull();
    }

    private static StrictJson read(String body) {
        return StrictJson.of(body.getBytes(StandardCharsets.UTF_8));
    }
}
