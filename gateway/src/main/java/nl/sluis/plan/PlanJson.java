package nl.sluis.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.node.Reading;
import nl.sluis.node.StrictJson;
import org.jspecify.annotations.Nullable;

/** Reads plans and evaluations. */
final class PlanJson {

    /** What an identity provider names people by. */
    private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,30}");

    private PlanJson() {}

    static Reading<Plan> plan(byte[] body, LocalDate today) {
        StrictJson json = StrictJson.of(body).require("name", "evaluation", "owner");
        String name = json.text("name");
        LocalDate evaluation = later(json, "evaluation", today);
        String owner = json.parsed("owner", "NOT_A_PERSON", "The identity provider's own name", text -> {
            if (!PERSON.matcher(text).matches()) {
                throw new IllegalArgumentException("no name of a person");
            }
            return text;
        });
        Set<String> codes = new HashSet<>();
        List<Plan.Goal> read = new ArrayList<>();
        for (StrictJson one : json.objects("goals")) {
            Plan.Goal goal = goal(one);
            if (goal != null) {
                read.add(goal);
                if (!codes.add(goal.code())) {
                    json.fault("goals", "TWICE", "Two goals have one code");
                }
            }
        }
        List<Plan.Action> actions = new ArrayList<>();
        for (StrictJson action : json.objects("actions")) {
            String text = action.require("text").prose("text");
            String goal = action.text("goal");
            if (text != null) {
                actions.add(new Plan.Action(text, goal));
            }
        }
        return json.result(() -> new Plan(
                Objects.requireNonNull(name),
                Objects.requireNonNull(evaluation),
                Objects.requireNonNull(owner),
                read,
                actions));
    }

    private static Plan.@Nullable Goal goal(StrictJson json) {
        json.require("code", "effect");
        String code = json.parsed("code", "CODE", "1 to 30 of A-Z a-z 0-9 _ -", text -> {
            if (!CODE.matcher(text).matches()) {
                throw new IllegalArgumentException("no code");
            }
            return text;
        });
        String effect = json.prose("effect");
        return code == null || effect == null ? null : new Plan.Goal(code, effect);
    }

    static Reading<Evaluation> evaluation(byte[] body, UUID plan, LocalDate today) {
        StrictJson json = StrictJson.of(body).require("on", "result");
        LocalDate on = json.date("on");
        if (on != null && on.isAfter(today)) {
            json.fault("on", "IN_THE_FUTURE", "This day has yet to come");
        }
        String result = json.prose("result");
        String safety = json.prose("safety");
        LocalDate next = later(json, "next", today);
        Boolean ends = json.bool("ends");
        // A plan goes on with a day, or ends because somebody says so
        if ((next != null) == Boolean.TRUE.equals(ends)) {
            json.fault("next", "ONE_OF", "The next day of evaluation, or that the plan ends");
        }
        return json.result(
                () -> new Evaluation(plan, Objects.requireNonNull(on), Objects.requireNonNull(result), safety, next));
    }

    private static @Nullable LocalDate later(StrictJson json, String field, LocalDate today) {
        LocalDate day = json.date(field);
        if (day != null && !day.isAfter(today)) {
            json.fault(field, "NOT_LATER", "A day after today is expected");
        }
        return day;
    }
}
