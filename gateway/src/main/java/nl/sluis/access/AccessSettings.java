package nl.sluis.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who of the own organisation may come in, under {@code sluis.access}.
 *
 * @param systems the organisation's own information systems
 */
@Validated
@ConfigurationProperties("sluis.access")
public record AccessSettings(@NotNull @DefaultValue List<@Valid SystemEntry> systems) {

    /** What a system may be called. */
    static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";

    /** Reads and copies. */
    public AccessSettings {
        systems = List.copyOf(systems);
    }

    /**
     * One information system.
     *
     * @param name what the audit calls it: of the system, never of a person. Two entries may share it while a certificate is renewed
     * @param certificate PEM; who has its key is this system
     * @param roles what it may do ({@link AccessTable}); without one it may do nothing
     */
    public record SystemEntry(
            @NotNull @Pattern(regexp = NAME) String name,

            @NotNull Path certificate,
            @NotNull @DefaultValue Set<Role> roles) {

        /** Reads and copies. */
        public SystemEntry {
            roles = Set.copyOf(roles);
        }
    }
}
