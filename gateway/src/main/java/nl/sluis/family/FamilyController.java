package nl.sluis.family;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import nl.sluis.household.Sight;
import nl.sluis.node.Dutch;
import nl.sluis.node.Problems;
import nl.sluis.node.Reading;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A household as a whole, for the team's own systems and for the people who are involved. */
@RestController
@RequestMapping("/v1/households/{household}")
class FamilyController {

    private final Contacts contacts;
    private final FamilyPage page;
    private final Sight sight;
    private final Clock clock;

    FamilyController(Contacts contacts, FamilyPage page, Sight sight, Clock clock) {
        this.contacts = contacts;
        this.page = page;
        this.sight = sight;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<?> read(@PathVariable UUID household, Locale language) {
        return sight.sees(household) ? page.answer(household, HttpStatus.OK, language) : Problems.notFound();
    }

    @PostMapping(path = "/members/{member}/contacts", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> contact(
            @PathVariable UUID household, @PathVariable UUID member, @RequestBody byte[] body, Locale language) {
        if (!sight.sees(household)) {
            return Problems.notFound();
        }
        return switch (ContactJson.contact(body, Dutch.day(clock.instant()))) {
            case Reading.Faulty<Contact> faulty -> Problems.unprocessable(faulty.violations());
            case Reading.Read<Contact> read ->
                contacts.add(household, member, read.value(), sight.caller().orElseThrow())
                        ? page.answer(household, HttpStatus.CREATED, language)
                        : Problems.notFound();
        };
    }
}
