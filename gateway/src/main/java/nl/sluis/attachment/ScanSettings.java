package nl.sluis.attachment;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which scanner looks at attachments, under {@code sluis.scan}.
 *
 * @param clamav where clamd listens; without a host nothing is scanned, and every attachment says so
 */
@Validated
@ConfigurationProperties("sluis.scan")
public record ScanSettings(@NotNull @DefaultValue ClamAv clamav) {

    /**
     * clamd over TCP.
     *
     * @param host its name or address; empty for none
     * @param timeout longest scan of one attachment, connecting included
     */
    public record ClamAv(
            @NotNull @DefaultValue("") String host,
            @DefaultValue("3310") int port,
            @NotNull @DefaultValue("2m") Duration timeout) {

        /**
         * @throws IllegalArgumentException when the port or the time cannot be
         */
        public ClamAv {
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("sluis.scan.clamav.port is 1 to 65535");
            }
            if (timeout.compareTo(Duration.ofMillis(100)) < 0 || timeout.compareTo(Duration.ofHours(1)) > 0) {
                throw new IllegalArgumentException("sluis.scan.clamav.timeout is 100ms to 1h");
            }
        }
    }
}
