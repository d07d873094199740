package nl.sluis.attachment;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of attachments, under {@code sluis.attachment}; how large one may be is {@link nl.sluis.node.AttachmentLimit}.
 *
 * @param perMessage most attachments in one message
 * @param unfinished how long an upload, or what a partner brings, may stand still before it is destroyed
 * @param unused how long an upload is kept that no message refers to
 * @param perPartner most bytes that wait here of one partner and belong to no delivered message yet
 * @param slice how long chunks are carried before the message is decided about again
 */
@Validated
@ConfigurationProperties("sluis.attachment")
public record AttachmentSettings(
        @DefaultValue("10") int perMessage,
        @NotNull @DefaultValue("24h") Duration unfinished,
        @NotNull @DefaultValue("7d") Duration unused,
        @NotNull @DefaultValue("1GB") DataSize perPartner,
        @NotNull @DefaultValue("2s") Duration slice) {}
