package nl.sluis.webhook;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.time.ZoneOffset;
import nl.sluis.node.NodeSettings;

/**
 * Writes a notice as a CloudEvent 1.0 in JSON (NL GOV profile for CloudEvents), without data: the receiver fetches by its own rights what
 * {@code dataref} names.
 */
final class EventWriter {

    /** Of one event in structured mode. */
    static final String MEDIA_TYPE = JsonFormat.CONTENT_TYPE + "; charset=utf-8";

    private final URI source;

    EventWriter(NodeSettings self) {
        this.source = URI.create("urn:nld:oin:" + self.oin() + ":systeem:sluis");
    }

    byte[] write(Notice notice) {
        return new JsonFormat()
                .serialize(CloudEventBuilder.v1()
                        .withId(notice.id().toString())
                        .withSource(source)
                        .withType(notice.type().event())
                        .withSubject(notice.item().toString())
                        .withTime(notice.at().atOffset(ZoneOffset.UTC))
                        .withExtension("dataref", URI.create("/v1/feed/" + notice.item() + "/message"))
                        .build());
    }
}
