package nl.sluis.policy;

import nl.sluis.canonical.PersonRef;

/** Supervision orders as facts, seen from the recipient (Jeugdwet art. 7.3.11 lid 4). */
final class MeasureFacts {

    private final Question question;

    MeasureFacts(Question question) {
        this.question = question;
    }

    /** The best that holds for anybody in the message. */
    MeasureState best() {
        MeasureState best = MeasureState.NONE;
        for (Measure measure : question.facts().measures()) {
            if (measure.type() == Measure.Type.OTS
                    && state(measure).compareTo(best) > 0
                    && question.about(measure.subject())) {
                best = state(measure);
            }
        }
        return best;
    }

    boolean running(PersonRef subject) {
        for (Measure measure : question.facts().measures()) {
            if (measure.type() == Measure.Type.OTS
                    && state(measure) == MeasureState.RUNNING
                    && measure.subject().equals(subject)) {
                return true;
            }
        }
        return false;
    }

    private MeasureState state(Measure measure) {
        if (measure.from() != null && measure.from().isAfter(question.day())) {
            return MeasureState.NONE;
        }
        boolean here = measure.executor().equals(question.receiver());
        if (measure.until() != null && measure.until().isBefore(question.day())) {
            return here ? MeasureState.ENDED : MeasureState.ENDED_ELSEWHERE;
        }
        return here ? MeasureState.RUNNING : MeasureState.OTHER_EXECUTOR;
    }
}
