package nl.sluis.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonRef;
import nl.sluis.feed.FeedItem;
import nl.sluis.followup.Opening;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import nl.sluis.household.Entry;
import nl.sluis.household.Households;
import nl.sluis.household.Note;
import nl.sluis.household.Records;
import nl.sluis.node.Dutch;
import nl.sluis.watch.ItemReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fixes that a case came from Veilig Thuis, takes what Veilig Thuis says of it afterwards, and asks somebody to accept a case that comes back. */
@Component
class HandoverReader implements ItemReader {

    private static final String NODE = "node";
    private static final Set<MessageKind> CASES = EnumSet.of(MessageKind.HANDOVER, MessageKind.REFERRAL);

    private final Sources sources;
    private final Households households;
    private final Records records;
    private final Tasks tasks;
    private final Handovers handovers;
    private final AuditLog audit;

    HandoverReader(
            Sources sources, Households households, Records records, Tasks tasks, Handovers handovers, AuditLog audit) {
        this.sources = sources;
        this.households = households;
        this.records = records;
        this.tasks = tasks;
        this.handovers = handovers;
        this.audit = audit;
    }

    /** What the reader asks others. */
    @Component
    record Sources(SenderTypes types, StatedSafety safety, Conditions conditions, HandoverSettings settings) {}

    @Override
    public String name() {
        return "handover";
    }

    @Override
    public void read(FeedItem item) {
        Message message = item.message();
        comesBack(item);
        if (sources.types()
                .of(message.sender())
                .filter(OrganisationType.VEILIG_THUIS::equals)
                .isEmpty()) {
            return;
        }
        if (CASES.contains(message.kind())) {
            begins(item);
        } else {
            goesOn(item);
        }
    }

    private void begins(FeedItem item) {
        UUID household = item.household();
        Message message = item.message();
        List<Block> blocks = Block.ofHandover(message.sections());
        Origin origin = new Origin(
                item.id(),
                message.sender().value(),
                message.id().value(),
                message.thread().value(),
                first(blocks, Block.CONTACT).map(Block::source).orElse(null),
                first(blocks, Block.NOT_VOLUNTARY).map(HandoverReader::words).orElse(null),
                blocks.stream()
                        .filter(block -> block.code().equals(Block.CONDITION))
                        .map(HandoverReader::words)
                        .toList());
        UUID id =
                records.add(household, Note.of(Origin.KIND, origin).coded(Origin.VEILIG_THUIS), NODE, item.arrivedAt());
        Instant due = item.arrivedAt().plus(sources.settings().term());
        tasks.open(
                household,
                Opening.of(TaskKind.HANDOVER_CONFIRMATION).aboutRecord(id).dueAt(due));
        Map<PersonRef, UUID> members = households.recognised(household, message);
        blocks.stream()
                .filter(block -> block.code().startsWith(Block.SAFETY))
                .forEach(block -> Optional.ofNullable(members.get(block.subject()))
                        .ifPresent(member -> sources.safety().keep(household, member, item, block)));
        sources.conditions().keep(item, id, blocks, members);
        audit.append(
                "handover.received",
                message.id().toString(),
                Map.of("household", household.toString(), "handover", id.toString(), "origin", Origin.VEILIG_THUIS));
    }

    /** A case that this organisation handed over: nobody has it there any more, so somebody here must, whether or not what was sent is still kept. */
    private void comesBack(FeedItem item) {
        boolean back = item.message().kind() == MessageKind.FEEDBACK
                && Block.of(item.message().sections()).stream()
                        .anyMatch(block -> block.code().equals(Act.Type.RETURN.name()));
        if (back) {
            Instant due = item.arrivedAt().plus(sources.settings().term());
            tasks.open(
                    item.household(),
                    Opening.of(TaskKind.RETURNED_CASE).aboutItem(item.id()).dueAt(due));
        }
    }

    /** Word of Veilig Thuis in the conversation of a case that it handed over. */
    private void goesOn(FeedItem item) {
        UUID thread = item.message().thread().value();
        Optional<Entry<Origin>> origin = records.of(item.household(), Origin.KIND, Origin.class).stream()
                .filter(entry -> entry.content().thread().equals(thread)
                        && entry.content()
                                .sender()
                                .equals(item.message().sender().value()))
                .findFirst();
        origin.ifPresent(found -> Block.of(item.message().sections())
                .forEach(block -> act(found.id(), item, block)
                        .ifPresent(act -> handovers.keep(item.household(), act, NODE, item.arrivedAt()))));
    }

    private static Optional<Act> act(UUID handover, FeedItem item, Block block) {
        Act.Type type = named(Act.Type.values(), block.code());
        if (type == null || !(type.isTheirs() || type == Act.Type.CONTACT_CONFIRMED)) {
            return Optional.empty();
        }
        String person = block.source() == null ? item.sourceName() : block.source();
        ContactForm form = named(ContactForm.values(), block.display());
        return Optional.of(new Act(handover, type, true, person, day(item, block), form, block.text()));
    }

    static LocalDate day(FeedItem item, Block block) {
        PartialDate on = block.on();
        return on != null && on.complete()
                ? on.latest()
                : Dutch.day(item.message().sentAt());
    }

    private static <E extends Enum<E>> @Nullable E named(E[] values, @Nullable String name) {
        for (E value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }

    private static Optional<Block> first(List<Block> blocks, String code) {
        return blocks.stream().filter(block -> block.code().equals(code)).findFirst();
    }

    private static String words(Block block) {
        String text = block.text();
        return text == null ? block.code() : text;
    }
}
