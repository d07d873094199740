package nl.sluis.inforce;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The rules of this node, under {@code sluis.policy}.
 *
 * @param set folder of the signed policy set; without it the rules that come with the program decide
 * @param earlier folder with the folders of the sets before that one, for a node that has not decided by them; none by default
 * @param privacyOfficers certificates whose signature counts as that of the privacy officer, PEM
 * @param lawyers certificates whose signature counts as that of the lawyer, PEM
 * @param shadow folder of a set that decides beside the first one without effect; none by default
 * @param lookAgain the folders are looked at this often, also when nothing told that they changed
 */
@Validated
@ConfigurationProperties("sluis.policy")
public record PolicySettings(
        @Nullable Path set,
        @Nullable Path earlier,
        @NotNull @DefaultValue List<Path> privacyOfficers,
        @NotNull @DefaultValue List<Path> lawyers,
        @Nullable Path shadow,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("1m")
        Duration lookAgain) {}
