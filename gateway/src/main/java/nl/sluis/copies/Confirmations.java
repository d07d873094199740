package nl.sluis.copies;

import java.util.List;
import java.util.UUID;
import nl.sluis.canonical.ConsentNews;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.consent.ConsentCopies;
import nl.sluis.node.NodeSettings;
import nl.sluis.node.OneAtATime;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks keepers to confirm copies before they lapse; safe to run in every process of a node. */
@Component
class Confirmations {

    private final ConsentCopies copies;
    private final Road road;
    private final OrganisationId self;
    private final TransactionTemplate transactions;
    private final OneAtATime underWay = new OneAtATime();

    Confirmations(ConsentCopies copies, Road road, NodeSettings node, TransactionTemplate transactions) {
        this.copies = copies;
        this.road = road;
        this.self = node.id();
        this.transactions = transactions;
    }

    /** At a fixed rate: all that has a fixed delay shares one thread, and waits for the slowest. */
    @Scheduled(fixedRate = 10_000, initialDelay = 10_000)
    void ask() {
        underWay.run(() -> transactions.executeWithoutResult(
                status -> copies.takeToConfirm().forEach(this::ask)));
    }

    private void ask(OrganisationId recordedBy, List<String> consents) {
        // Nobody to ask after one that ended without a successor: what it recorded lapses
        road.keeperOfToday(recordedBy).ifPresent(keeper -> askKeeper(keeper, consents));
    }

    private void askKeeper(OrganisationId keeper, List<String> consents) {
        for (int from = 0; from < consents.size(); from += ConsentNews.MOST) {
            List<String> part = consents.subList(from, Math.min(from + ConsentNews.MOST, consents.size()));
            road.put(new ConsentNews.Question(new MessageId(UUID.randomUUID()), self, keeper, part));
        }
    }
}
