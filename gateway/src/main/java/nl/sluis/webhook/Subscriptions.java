package nl.sluis.webhook;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.webhook.WebhookSettings.Webhook;

/** Who is told what, as the settings have it after they were checked; nothing is connected to make it. */
public final class Subscriptions {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);

    /** Longest pause between two attempts. */
    static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Map<String, Webhook> byName = new LinkedHashMap<>();

    /**
     * Checks them.
     *
     * @throws IllegalStateException naming the key at fault, never its value
     */
    public Subscriptions(WebhookSettings settings) {
        for (int i = 0; i < settings.webhooks().size(); i++) {
            Webhook webhook = settings.webhooks().get(i);
            String key = "sluis.webhooks[" + i + "].";
            require(webhook, key);
            require(byName.put(webhook.name(), webhook) == null, key + "name: another webhook has it already");
        }
    }

    /** All of them. */
    List<Webhook> all() {
        return List.copyOf(byName.values());
    }

    private static void require(Webhook webhook, String key) {
        URI url = webhook.url();
        require("https".equalsIgnoreCase(url.getScheme()), key + "url: has to begin with https");
        require(
                url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null,
                key + "url: has to name a host, and nothing but a host, a port, a path and a query");
        require(
                webhook.privateAddresses() || !Addresses.isWrittenPrivate(url.getHost()),
                key + "url: is an address of this machine or of a network of one's own; private-addresses allows that");
        Path token = webhook.tokenFile();
        require(token == null || Files.isReadable(token), key + "token-file: cannot be read");
        within(webhook.timeout(), SHORTEST, LONGEST_TIMEOUT, key + "timeout: is not between 100 ms and 30 s");
        within(webhook.firstRetry(), SHORTEST, LONGEST_PAUSE, key + "first-retry: is not between 100 ms and an hour");
        within(
                webhook.giveUpAfter(),
                Duration.ofMinutes(1),
                Duration.ofDays(30),
                key + "give-up-after: is not between a minute and 30 days");
    }

    private static void within(Duration given, Duration least, Duration most, String fault) {
        require(given.compareTo(least) >= 0 && given.compareTo(most) <= 0, fault);
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalStateException(fault);
        }
    }
}
