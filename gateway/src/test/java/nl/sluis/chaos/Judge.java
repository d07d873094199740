package nl.sluis.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.chaos.Evidence.Due;
import nl.sluis.chaos.Evidence.Item;
import nl.sluis.chaos.Evidence.Submitted;

/**
 * Says from the evidence what went wrong.
 *
 * <p><b>After a withdrawal.</b> A withdrawal is acknowledged when the parent's system has its 200. A message that was stored by the
 * recipient's node before that moment was delivered before. One that was stored later is <em>after withdrawal</em> when the attempt
 * that brought it began after that moment, or when it was stored later than an attempt can last, so that it must have. What is left
 * was under way at that very moment: nothing calls back bytes on a wire. It is counted as <em>in flight</em>, and its recipient must
 * have been told.
 */
final class Judge {

    private static final Set<String> STOPPED = Set.of("WITHDRAWN", "DENY", "HOLD", "REVIEW");

    /** Whether the product promises that a thread arrives in order; until it does, what is out of order is counted and told only. */
    static final boolean ORDER_IS_PROMISED = true;

    private final Duration longestAttempt;

    /**
     * @param longestAttempt how long an attempt lasts at most
     */
    Judge(Duration longestAttempt) {
        this.longestAttempt = longestAttempt;
    }

    /** What was found; the faults say of each message what is wrong. */
    record Verdict(
            int sent,
            int lost,
            int twice,
            int afterWithdrawal,
            int inFlight,
            int untold,
            int outOfOrder,
            int audit,
            int unsettled,
            List<String> faults) {

        /** Whether nothing is wrong. */
        boolean isClean() {
            return lost + twice + afterWithdrawal + untold + audit + unsettled == 0
                    && (outOfOrder == 0 || !ORDER_IS_PROMISED);
        }
    }

    Verdict judge(Evidence evidence) {
        return new Case(evidence).verdict();
    }

    private final class Case {

        private final Evidence evidence;
        private final Map<String, Long> items;
        private final Map<String, List<String>> texts;
        private final Set<String> told;
        private final List<String> faults = new ArrayList<>();

        Case(Evidence evidence) {
            this.evidence = evidence;
            this.items =
                    evidence.feeds().stream().collect(Collectors.groupingBy(Item::messageId, Collectors.counting()));
            this.texts = evidence.feeds().stream()
                    .collect(Collectors.groupingBy(
                            Item::messageId, Collectors.mapping(Item::text, Collectors.toList())));
            this.told = evidence.feeds().stream()
                    .filter(item -> item.kind().equals("CONSENT_EVENT"))
                    .map(Item::about)
                    .collect(Collectors.toSet());
        }

        Verdict verdict() {
            int lost = count("lost", this::isLost);
            int twice = count("twice", this::isTwice) + ghosts();
            int after = count("after withdrawal", this::isAfterWithdrawal);
            int inFlight = (int) evidence.submitted().stream()
                    .filter(message -> arrivedAfterAcknowledgement(message) && !isAfterWithdrawal(message))
                    .count();
            int untold = count("recipient not told of the withdrawal", this::isUntold);
            int outOfOrder = outOfOrder();
            int audit = count("audit", this::isNotAudited);
            evidence.unsettled().forEach(what -> faults.add("unsettled: " + what));
            return new Verdict(
                    evidence.submitted().size(),
                    lost,
                    twice,
                    after,
                    inFlight,
                    untold,
                    outOfOrder,
                    audit,
                    evidence.unsettled().size(),
                    List.copyOf(faults));
        }

        private boolean isLost(Submitted message) {
            String state = evidence.states().getOrDefault(message.id(), "UNKNOWN");
            boolean arrived = arrived(message);
            boolean right = texts.getOrDefault(message.id(), List.of()).stream()
                    .allMatch(text -> text.contains(message.mark()));
            boolean settled = arrived ? state.equals("DELIVERED") && right : STOPPED.contains(state);
            return !settled || (message.due() == Due.ARRIVES && !arrived) || (message.due() == Due.STAYS && arrived);
        }

        private boolean isTwice(Submitted message) {
            return items.getOrDefault(message.id(), 0L) > 1
                    || audited("message.received", message) > 1
                    || audited("message.delivered", message) > 1;
        }

        /** What arrived and nobody was promised: the same submission under another identity. */
        private int ghosts() {
            Set<String> promised =
                    evidence.submitted().stream().map(Submitted::id).collect(Collectors.toSet());
            List<String> ghosts = evidence.feeds().stream()
                    .filter(item -> !item.kind().equals("CONSENT_EVENT"))
                    .map(Item::messageId)
                    .filter(id -> !promised.contains(id))
                    .toList();
            ghosts.forEach(id -> faults.add("twice: " + id + " arrived and was promised to nobody"));
            return ghosts.size();
        }

        private boolean arrivedAfterAcknowledgement(Submitted message) {
            Instant acknowledged = evidence.withdrawals().get(message.child());
            Instant arrival = evidence.arrivals().get(message.id());
            return acknowledged != null && arrival != null && arrived(message) && arrival.isAfter(acknowledged);
        }

        private boolean isAfterWithdrawal(Submitted message) {
            if (!arrivedAfterAcknowledgement(message)) {
                return false;
            }
            Instant acknowledged = evidence.withdrawals().get(message.child());
            Instant began = evidence.attempts().get(message.id());
            Instant arrival = evidence.arrivals().get(message.id());
            return (began != null && began.isAfter(acknowledged)) || arrival.isAfter(acknowledged.plus(longestAttempt));
        }

        private boolean isUntold(Submitted message) {
            return evidence.withdrawals().containsKey(message.child())
                    && message.thread().isEmpty()
                    && arrived(message)
                    && !told.contains(message.id());
        }

        private int outOfOrder() {
            Map<String, Submitted> byId = new HashMap<>();
            evidence.submitted().forEach(message -> byId.put(message.id(), message));
            Map<String, Integer> reached = new HashMap<>();
            int wrong = 0;
            for (Item item : evidence.feeds()) {
                Submitted message = byId.get(item.messageId());
                if (message != null && !message.thread().isEmpty()) {
                    Integer before = reached.put(message.thread(), message.place());
                    if (before != null && before > message.place()) {
                        wrong++;
                        faults.add("out of order: " + message.id() + " came after a later one of its thread");
                    }
                }
            }
            return wrong;
        }

        private boolean isNotAudited(Submitted message) {
            boolean arrived = arrived(message);
            int due = arrived ? 1 : 0;
            return audited("message.decided", message) != 1
                    || audited("message.received", message) != due
                    || audited("message.delivered", message) != due
                    || audited("envelope.received", message) < due
                    || audited("message.sent", message) > 1;
        }

        private boolean arrived(Submitted message) {
            return items.containsKey(message.id());
        }

        private int audited(String event, Submitted message) {
            return evidence.audited().getOrDefault(event + " " + message.id(), 0);
        }

        private int count(String what, java.util.function.Predicate<Submitted> isWrong) {
            List<Submitted> wrong =
                    evidence.submitted().stream().filter(isWrong).toList();
            wrong.forEach(message -> faults.add(what + ": " + message.id() + " (" + message.mark() + ", "
                    + message.due() + ", " + evidence.states().get(message.id()) + ", arrived "
                    + items.getOrDefault(message.id(), 0L) + " times)"));
            return wrong.size();
        }
    }
}
