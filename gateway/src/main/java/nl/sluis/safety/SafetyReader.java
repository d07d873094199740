package nl.sluis.safety;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.PersonRef;
import nl.sluis.feed.FeedItem;
import nl.sluis.household.Households;
import nl.sluis.watch.ItemReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks after the safety of children when an item arrives: no item about a household with children leaves it blank. */
@Component
class SafetyReader implements ItemReader {

    /** The node itself; nobody's name. */
    private static final String NODE = "node";

    private final Households households;
    private final SafetyRecords records;
    private final SafetyTasks tasks;

    SafetyReader(Households households, SafetyRecords records, SafetyTasks tasks) {
        this.households = households;
        this.records = records;
        this.tasks = tasks;
    }

    @Override
    public String name() {
        return "safety";
    }

    @Override
    public void read(FeedItem item) {
        Message message = item.message();
        UUID household = item.household();
        Set<PersonRef> named = Ask.children(message);
        Map<PersonRef, UUID> members = households.recognised(household, message);
        members.forEach((ref, member) -> {
            if (named.contains(ref)) {
                records.child(household, member, new Child(birthDate(message, ref)), NODE);
            }
        });
        Ask.of(message).ifPresent(ask -> {
            tasks.ask(household, item.id(), ask, !members.keySet().containsAll(named));
            if (ask.isReport()) {
                tasks.others(household, others(household, message, members));
            }
        });
    }

    /** The children of the household of whom a message about another child says nothing. */
    private Set<UUID> others(UUID household, Message message, Map<PersonRef, UUID> members) {
        Set<PersonRef> about = Ask.aboutChildren(message);
        if (about.isEmpty()) {
            return Set.of();
        }
        Set<UUID> others = new HashSet<>(records.children(household));
        about.forEach(ref -> others.remove(members.get(ref)));
        return others;
    }

    private static @Nullable String birthDate(Message message, PersonRef ref) {
        return message.sections().stream()
                .filter(section -> section.subject().equals(ref))
                .map(section -> section.content())
                .filter(Content.Identity.class::isInstance)
                .map(content -> ((Content.Identity) content).birthDate().toString())
                .findFirst()
                .orElse(null);
    }
}
