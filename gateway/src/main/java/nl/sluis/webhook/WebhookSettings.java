package nl.sluis.webhook;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Own systems that are told what happens to items of the feed, under {@code sluis.webhooks[i]}.
 *
 * @param webhooks one for each; empty by default
 */
@Validated
@ConfigurationProperties("sluis")
public record WebhookSettings(@NotNull @DefaultValue List<@Valid Webhook> webhooks) {

    /** As it was given. */
    public WebhookSettings {
        webhooks = List.copyOf(webhooks);
    }

    /**
     * One own system.
     *
     * @param name what log and health call it: of a system, never of a person. What waits for it is known by it
     * @param url where it listens, {@code https}
     * @param events of which it is told
     * @param tokenFile a file with the token that it asks for, one line; read at each attempt. Null when its certificate check is enough
     * @param privateAddresses whether it may be on the organisation's own network or on this machine
     * @param timeout after which an answer comes too late, 100 ms to 30 s
     * @param firstRetry pause after the first attempt that failed; each further one doubles it, to at most an hour. 100 ms to an hour
     * @param giveUpAfter how long after it happened a notice is tried, a minute to 30 days
     */
    public record Webhook(
            @NotNull @Pattern(regexp = "[a-z][a-z-]{0,39}") String name,
            @NotNull URI url,

            @NotEmpty @DefaultValue({"item-arrived", "item-changed"})
            Set<NoticeType> events,

            @Nullable Path tokenFile,
            @DefaultValue("false") boolean privateAddresses,
            @NotNull @DefaultValue("10s") Duration timeout,
            @NotNull @DefaultValue("5s") Duration firstRetry,
            @NotNull @DefaultValue("3d") Duration giveUpAfter) {

        /** As it was given. */
        public Webhook {
            events = Set.copyOf(events);
        }
    }
}
