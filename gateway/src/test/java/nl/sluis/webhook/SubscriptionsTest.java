package nl.sluis.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.sluis.webhook.WebhookSettings.Webhook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator cannot write by mistake, and where a node does not call whoever wrote it. */
class SubscriptionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://regie.example.org/events",
                "https://geheim@regie.example.org/events",
                "https://regie.example.org/events#geheim",
                "https:/events",
                "https://localhost/events",
                "https://127.0.0.1:9544/actuator",
                "https://127.1/events",
                "https://[::1]/events",
                "https://10.1.2.3/events",
                "https://192.168.1.1/events",
                "https://169.254.169.254/latest/meta-data",
                "https://[fe80::1]/events",
                "https://[fd00::1]/events",
                "https://[::ffff:10.0.0.1]/events",
                "https://100.64.0.1/events",
                "https://0.0.0.0/events"
            })
    void refusesAnAddressToWhichNothingGoesWithoutTellingIt(String url) {
        assertThatThrownBy(() -> subscriptions(webhook(url, false, null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("sluis.webhooks[0].url: ")
                .hasMessageNotContaining("geheim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://regie.example.org/events?a=b", "https://192.0.2.1:8443/", "https://[2001:db8::1]/"})
    void takesAnAddressOnTheInternet(String url) {
        assertThatCode(() -> subscriptions(webhook(url, false, null))).doesNotThrowAnyException();
    }

    @Test
    void takesAnAddressOfOnesOwnWhenThatIsSaid() {
        assertThatCode(() -> subscriptions(webhook("https://10.1.2.3/", true, null)))
                .doesNotThrowAnyException();
    }

    @Test
    void namesATokenThatIsNotThereAndANameThatIsThereTwice() {
        Webhook good = webhook("https://regie.example.org/", false, null);

        assertThatThrownBy(() -> subscriptions(webhook("https://regie.example.org/", false, Path.of("/none"))))
                .hasMessage("sluis.webhooks[0].token-file: cannot be read");
        assertThatThrownBy(() -> subscriptions(good, good))
                .hasMessage("sluis.webhooks[1].name: another webhook has it already");
    }

    @ParameterizedTest
    @CsvSource({
        "224.0.0.1, true",
        "172.16.0.1, true",
        "172.32.0.1, false",
        "100.63.255.255, false",
        "100.128.0.1, false",
        "fc00::1, true",
        "2001:db8::1, false"
    })
    void knowsNetworksOfOnesOwn(String address, boolean own) throws UnknownHostException {
        assertThat(Addresses.isPrivate(InetAddress.getAllByName(address)[0])).isEqualTo(own);
    }

    /** The name is resolved when it is called: a name server that points inside gets nothing. */
    @Test
    void callsNoAddressOfOnesOwnBehindAName() {
        WebhookClient client = new WebhookClient(() -> {
            throw new AssertionError("it was called");
        });
        Webhook inside = webhook("https://localhost/events", false, null);

        assertThat(client.give(inside, new byte[0])).isEqualTo(Outcome.NotNow.of("PRIVATE_ADDRESS"));
    }

    private static Subscriptions subscriptions(Webhook... webhooks) {
        return new Subscriptions(new WebhookSettings(List.of(webhooks)));
    }

    private static Webhook webhook(String url, boolean own, @Nullable Path token) {
        return new Webhook(
                "regie",
                URI.create(url),
                Set.of(NoticeType.ITEM_ARRIVED),
                token,
                own,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofDays(1));
    }
}
