package nl.sluis.access;

import nl.sluis.node.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where an operator ends sessions of people: of one who left or whose browser was stolen, or all. */
@RestController
class SessionController {

    private final EndedSessions ended;

    SessionController(EndedSessions ended) {
        this.ended = ended;
    }

    /** Whose sessions; exactly one of the two. */
    record Whose(@Nullable String person, @Nullable Boolean everybody) {}

    /** Answers the same whether or not this person had a session. */
    @PostMapping("/v1/sessions/ending")
    ResponseEntity<?> end(@RequestBody Whose whose) {
        boolean all = Boolean.TRUE.equals(whose.everybody());
        String person = whose.person();
        if (all == (person != null)) {
            return Problems.unprocessable("/person", "REQUIRED", "A person, or everybody: true");
        }
        if (person != null && !Persons.isId(person)) {
            return Problems.unprocessable("/person", "NOT_AN_ID", "A person as the identity provider names them");
        }
        ended.end(person == null ? EndedSessions.EVERYBODY : person);
        return ResponseEntity.noContent().build();
    }
}
