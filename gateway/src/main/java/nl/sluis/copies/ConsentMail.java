package nl.sluis.copies;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.sluis.canonical.ConsentNews;
import nl.sluis.consent.ConsentCopies;
import nl.sluis.consent.ConsentSharing;
import org.springframework.stereotype.Component;

/** Takes in what other nodes tell or ask about consents; runs in the caller's transaction, once for each piece of news. */
@Component
public final class ConsentMail {

    private final ConsentCopies copies;
    private final ConsentSharing sharing;
    private final GivenStore given;
    private final Road road;

    ConsentMail(ConsentCopies copies, ConsentSharing sharing, GivenStore given, Road road) {
        this.copies = copies;
        this.sharing = sharing;
        this.given = given;
        this.road = road;
    }

    /** Takes it in. A question is answered for what its asker was given, and for nothing else: silence tells nothing. */
    public void take(ConsentNews news) {
        switch (news) {
            case ConsentNews.Copy copy -> copies.accept(copy);
            case ConsentNews.Word word -> copies.accept(word, road.predecessors(word.sender()));
            case ConsentNews.Question question ->
                road.put(sharing.word(
                        given.givenTo(question.sender(), identities(question.consents())), question.sender()));
        }
    }

    private static List<UUID> identities(List<String> texts) {
        List<UUID> identities = new ArrayList<>();
        for (String text : texts) {
            try {
                identities.add(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                // No identity of ours, so nothing that was given
                continue;
            }
        }
        return identities;
    }
}
