package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.Urgency;
import nl.sluis.feed.Feed;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.Viewer;
import nl.sluis.testing.Care;
import nl.sluis.watch.FeedRounds;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who logs in as regisseur, and what comes in about a family. */
final class RegisseurAtWork {

    static final String HOSTILE = "<script>alert(1)</script>\"'><b>";

    private final SchoolAlone node;
    private final String person = "regisseur-" + UUID.randomUUID();

    RegisseurAtWork(SchoolAlone node) {
        this.node = node;
    }

    /** Of the login. */
    String person() {
        return person;
    }

    /** A signal about a family of which nothing was known, with what every message has asked of the node. */
    FeedItem arrives(Urgency urgency) {
        return arrives(urgency, "wijkteam-lindedam-noord");
    }

    /** The same from somebody. */
    FeedItem arrives(Urgency urgency, String sender) {
        Feed feed = node.part(Feed.class);
        UUID id = Objects.requireNonNull(node.part(TransactionTemplate.class)
                .execute(status -> feed.add(
                        Care.family(Care.name())
                                .from(sender)
                                .kind(MessageKind.SIGNAL)
                                .urgency(urgency)
                                .said("mila", AssertionType.OBSERVED, "Komt te laat. " + HOSTILE)
                                .build(),
                        Instant.now())));
        node.part(FeedRounds.class).go();
        return feed.find(id, new Viewer.Organisation()).orElseThrow();
    }

    /** Logs in, involved with the family, and opens its page. */
    Page login(BrowserContext context, UUID household) throws IOException {
        assertThat(node.system()
                        .put("/v1/households/" + household + "/involved/" + person, "")
                        .status())
                .isLessThan(300);
        node.provider().next(new Provider.Person(person, List.of("regisseur"), Provider.TWO_FACTORS, "niemand"));
        Page page = context.newPage();
        String address = node.address().resolve("/households/" + household).toString();
        page.navigate(address);
        if (!page.url().endsWith(household.toString())) {
            page.navigate(address);
        }
        return page;
    }
}
