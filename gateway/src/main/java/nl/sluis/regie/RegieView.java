package nl.sluis.regie;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All about regie over a household in an answer: of now, asked for, and of before. */
public record RegieView(List<One> now, List<Asked> asked, List<One> before) {

    /**
     * Who has regie, or had.
     *
     * @param member null for the household
     * @param involved whether the professional may read about the household at all
     * @param outside who has it, where that is nobody of the own organisation
     * @param until null while it lasts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record One(
            @Nullable UUID member,
            Regie.Holder holder,
            String professional,
            boolean involved,
            @Nullable String second,
            @Nullable LocalDate absentUntil,
            @Nullable Outside outside,
            Instant since,
            @Nullable Instant until) {}

    /** Who was asked, and did not answer yet. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Asked(UUID transfer, @Nullable UUID member, String professional, Instant since) {}
}
