package nl.sluis.webhook;

import java.time.Duration;
import java.util.Set;
import nl.sluis.webhook.WebhookSettings.Webhook;

/** A webhook as a receiver: gets a CloudEvent. */
record Hook(Webhook webhook, WebhookClient client, EventWriter writer) implements Receiver {

    @Override
    public String name() {
        return webhook.name();
    }

    @Override
    public Set<NoticeType> events() {
        return webhook.events();
    }

    @Override
    public Duration firstRetry() {
        return webhook.firstRetry();
    }

    @Override
    public Duration giveUpAfter() {
        return webhook.giveUpAfter();
    }

    @Override
    public Outcome give(Notice notice) {
        return client.give(webhook, writer.write(notice));
    }
}
