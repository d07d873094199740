package nl.sluis.followup;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what must be done, under {@code sluis.followup}.
 *
 * @param role that owns what no person owns; 1 to 60 of A-Z a-z 0-9 _ -
 */
@ConfigurationProperties("sluis.followup")
public record FollowupSettings(@DefaultValue("intake") String role) {

    private static final Pattern ROLE = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    /**
     * @throws IllegalArgumentException when the role is no role
     */
    public FollowupSettings {
        if (!ROLE.matcher(role).matches()) {
            throw new IllegalArgumentException("sluis.followup.role is 1 to 60 of A-Z a-z 0-9 _ -");
        }
    }
}
