package nl.sluis.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The five steps as facts (Besluit verplichte meldcode art. 2; law table R21). */
final class MeldcodeFacts {

    private static final int STEPS = 5;
    private static final int CONSULT = 2;
    private static final int TALK = 3;
    private static final int WEIGH = 4;

    private final @Nullable MeldcodeRecord meldcode;
    private final LocalDate day;

    MeldcodeFacts(Question question) {
        this.meldcode = question.facts().meldcode();
        this.day = question.day();
    }

    void fill(Facts facts) {
        for (int step = 1; step <= STEPS; step++) {
            facts.set("stap" + step, meldcode != null && done(meldcode, step));
        }
        facts.set("verantwoordelijke", meldcode != null && named(meldcode.responsible()));
        MeldcodeRecord.Weighing weighing = meldcode == null ? null : meldcode.weighing();
        if (weighing != null) {
            boolean must = weighing == MeldcodeRecord.Weighing.MUST_REPORT;
            facts.set("weging", must ? "moet-melden" : "hoeft-niet");
        }
        LocalDate advice = meldcode == null ? null : meldcode.vtAdviceAt();
        facts.set("vt-advies", advice != null && !advice.isAfter(day));
    }

    private boolean done(MeldcodeRecord record, int number) {
        MeldcodeRecord.Step step = record.steps().get(number);
        if (step == null) {
            return false;
        }
        boolean happened = step.at() != null && !step.at().isAfter(day) && named(step.actor());
        boolean weighed = number != WEIGH || record.weighing() != null;
        return (happened || maySkip(record, number, step.skipped())) && weighed;
    }

    private static boolean maySkip(MeldcodeRecord record, int number, MeldcodeRecord.@Nullable Skipped skipped) {
        if (skipped == null) {
            return false;
        }
        return switch (skipped) {
            case ACUTE -> record.acute() && (number == CONSULT || number == TALK);
            case SAFETY, UNREACHABLE -> number == TALK;
        };
    }

    private static boolean named(@Nullable String who) {
        return who != null && !who.isBlank();
    }
}
