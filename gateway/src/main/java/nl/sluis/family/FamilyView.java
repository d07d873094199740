package nl.sluis.family;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.sluis.canonical.LifeDomain;
import org.jspecify.annotations.Nullable;

/**
 * A household in an answer.
 *
 * @param complete whether all its items were read: the newest 200 are
 * @param members everybody, in the order in which they became known
 * @param lifeDomains all of them, also those of which nobody spoke
 */
public record FamilyView(UUID household, boolean complete, List<Member> members, List<Domain> lifeDomains) {

    /**
     * Somebody of the household.
     *
     * @param name null when nobody gave one
     * @param informationText what stands there in words
     * @param said what each source said, those first who said something first
     * @param contact the last contact; null when none is recorded
     * @param contactText what stands there in words, also when none is recorded
     * @param plans the plans of partners that cover this member; of the others it is one of those not covered
     * @param notCoveredBy the plans of partners that do not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Member(
            UUID member,
            @Nullable String name,
            Information information,
            String informationText,
            List<Said> said,
            @Nullable Contact contact,
            String contactText,
            List<Covering> plans,
            List<Covering> notCoveredBy) {}

    /** A plan that a partner sent. */
    public record Covering(UUID item, String source) {}

    /**
     * A life domain.
     *
     * @param name in Dutch
     * @param discussed the last day on which somebody of the household spoke of it with the team; null when nobody did
     * @param sources who told something of it
     * @param text what stands there in words; never nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Domain(
            LifeDomain domain, String name, @Nullable LocalDate discussed, List<String> sources, String text) {}
}
