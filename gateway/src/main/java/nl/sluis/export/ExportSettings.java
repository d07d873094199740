package nl.sluis.export;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Exports over the API, under {@code sluis.export}.
 *
 * @param register what the address of a processing activity begins with (LOGBOEK): where the organisation's register is
 * @param entriesPerSecond how many entries of the log one process reads for exports, all together: the rest is for the mail
 * @param atATime exports that one process writes at a time; above it the answer is 429
 */
@ConfigurationProperties("sluis.export")
public record ExportSettings(
        @DefaultValue(AuditExport.REGISTER) String register,
        @DefaultValue("5000") int entriesPerSecond,
        @DefaultValue("2") int atATime) {

    /**
     * @throws IllegalArgumentException when a number is too small
     */
    public ExportSettings {
        if (entriesPerSecond < 500) {
            throw new IllegalArgumentException("sluis.export.entries-per-second is at least 500, a page");
        }
        if (atATime < 1) {
            throw new IllegalArgumentException("sluis.export.at-a-time is at least 1");
        }
    }
}
