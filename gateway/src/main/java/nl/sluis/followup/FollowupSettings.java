package nl.sluis.followup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.Urgency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what must be done, under {@code sluis.followup}. Roles are 1 to 60 of A-Z a-z 0-9 _ -.
 *
 * @param role that owns what no person owns
 * @param contestRole that decides when a reporter does not agree that a report is theirs again
 * @param escalation roles to which what is overdue goes, one after the other, where no profile of a municipality is configured ({@link Ladder})
 * @param terms until when, by name ({@link #NAMES}, or a kind of message such as {@code referral}, which goes before {@code take-up}): {@code 5d}
 *     are days, {@code 3wd} working days
 * @param pattern when signals make a pattern
 * @param stalledAfter after how long without anybody's act a household where something is open is stalled
 */
@ConfigurationProperties("sluis.followup")
public record FollowupSettings(
        @DefaultValue("intake") String role,
        @DefaultValue("gezinsregisseur") String contestRole,
        @DefaultValue({"team-leader", "manager"}) List<String> escalation,
        @DefaultValue Map<String, String> terms,
        @DefaultValue Signals pattern,
        @DefaultValue("42d") Duration stalledAfter) {

    /**
     * What is used when nothing is configured: to take up an item, when it is acute, to tell the reporter, to accept what is passed on, to decide on what
     * is contested, until the next step of escalation, and until a reporter misses an answer.
     */
    static final Map<String, String> NAMES = Map.of(
            "take-up", "5d",
            "acute", "0d",
            "feedback", "2d",
            "acceptance", "3wd",
            "contest", "5wd",
            "escalation", "2wd",
            "answer", "5d");

    private static final Pattern ROLE = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    /**
     * When signals make a pattern.
     *
     * @param signals at least so many
     * @param sources of at least so many organisations
     * @param days that came in so many days
     */
    public record Signals(
            @DefaultValue("3") int signals,
            @DefaultValue("3") int sources,
            @DefaultValue("21") int days) {

        /**
         * @throws IllegalArgumentException when it would be no pattern
         */
        public Signals {
            if (signals < 2 || sources < 1 || sources > signals || days < 1) {
                throw new IllegalArgumentException(
                        "sluis.followup.pattern is at least 2 signals, of 1 to so many sources, in at least 1 day");
            }
        }
    }

    /**
     * @throws IllegalArgumentException when a role is no role, a term no term, or a time no time
     */
    public FollowupSettings {
        escalation = List.copyOf(escalation);
        terms = Map.copyOf(terms);
        require(role, "sluis.followup.role");
        if (stalledAfter.isNegative() || stalledAfter.isZero()) {
            throw new IllegalArgumentException("sluis.followup.stalled-after is longer than nothing");
        }
        require(contestRole, "sluis.followup.contest-role");
        escalation.forEach(step -> require(step, "sluis.followup.escalation"));
        terms.forEach((name, term) -> {
            if (!NAMES.containsKey(name) && !isKind(name)) {
                throw new IllegalArgumentException("sluis.followup.terms has no such term, nor a kind of message");
            }
            if (Term.parse(term).isEmpty()) {
                throw new IllegalArgumentException("sluis.followup.terms." + name + " is so many days: 5d or 3wd");
            }
        });
    }

    /** Until when an item must be taken up that comes now. */
    public Instant takeUp(MessageKind kind, Urgency urgency, Instant now) {
        return urgency == Urgency.ACUTE
                ? until("acute", now)
                : Optional.ofNullable(terms.get(nameOf(kind)))
                        .flatMap(Term::parse)
                        .orElseGet(() -> term("take-up"))
                        .endsAfter(now);
    }

    /**
     * Until when something must be done that begins now.
     *
     * @param name one of {@link #NAMES}
     */
    public Instant until(String name, Instant now) {
        return term(name).endsAfter(now);
    }

    private Term term(String name) {
        String text = terms.getOrDefault(name, Objects.requireNonNull(NAMES.get(name), name));
        return Term.parse(text).orElseThrow();
    }

    private static boolean isKind(String name) {
        for (MessageKind kind : MessageKind.values()) {
            if (nameOf(kind).equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String nameOf(MessageKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void require(String role, String key) {
        if (!ROLE.matcher(role).matches()) {
            throw new IllegalArgumentException(key + " is 1 to 60 of A-Z a-z 0-9 _ -");
        }
    }
}
