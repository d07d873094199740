package nl.sluis.brp;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import nl.sluis.adapter.register.Doubt;
import nl.sluis.canonical.CustodyType;
import nl.sluis.canonical.PersonRef;
import nl.sluis.node.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the organisation's own system has the BRP asked for the custody of somebody. */
@RestController
final class CustodyLookupController {

    private final CustodyLookup lookup;

    CustodyLookupController(CustodyLookup lookup) {
        this.lookup = lookup;
    }

    /** What is on record now; the references are the organisation's own numbers, and never a citizen service number. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Looked(Authority custody, @Nullable Doubt doubt) {

        record Authority(
                CustodyType type,
                List<String> holders,
                boolean underInvestigation,
                String source,
                Instant retrievedAt) {}
    }

    @PostMapping("/v1/persons/{ref}/custody-lookup")
    ResponseEntity<?> look(@PathVariable String ref) {
        return switch (lookup.of(ref)) {
            case CustodyLookup.Outcome.Found found -> ResponseEntity.ok(looked(found));
            case CustodyLookup.Outcome.Unknown() -> Problems.notFound();
            case CustodyLookup.Outcome.NotConfigured() ->
                Problems.conflict("This node is not configured to ask the BRP");
            case CustodyLookup.Outcome.NoNumber() ->
                Problems.conflict("No citizen service number is on record for this person");
            case CustodyLookup.Outcome.NumberChanged() ->
                Problems.conflict("The citizen service number was changed meanwhile: ask again");
            case CustodyLookup.Outcome.StatedMeanwhile() ->
                Problems.conflict("Custody was stated anew meanwhile: ask again");
            case CustodyLookup.Outcome.NoAnswer(var code) ->
                Problems.of(
                        HttpStatus.BAD_GATEWAY, "no-answer", "The BRP gave no answer that can be recorded: " + code);
        };
    }

    private static Looked looked(CustodyLookup.Outcome.Found found) {
        return new Looked(
                new Looked.Authority(
                        found.type(),
                        found.holders().stream().map(PersonRef::value).toList(),
                        found.underInvestigation(),
                        CustodyLookup.SOURCE,
                        found.retrievedAt()),
                found.doubt());
    }
}
