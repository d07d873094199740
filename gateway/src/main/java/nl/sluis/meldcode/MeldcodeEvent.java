package nl.sluis.meldcode;

import java.time.LocalDate;
import java.util.UUID;
import nl.sluis.policy.Informing.Manner;
import nl.sluis.policy.MeldcodeRecord;
import org.jspecify.annotations.Nullable;

/** Something that was recorded in a meldcode case. The latest in a slot counts; the earlier ones stay as history. */
sealed interface MeldcodeEvent {

    /** What it replaces when it is recorded again. */
    String slot();

    /** The case was opened. */
    record Opened(boolean acute, @Nullable String responsible) implements MeldcodeEvent {
        @Override
        public String slot() {
            return "opened";
        }
    }

    /** A step was taken. */
    record StepTaken(int step, LocalDate at, String actor) implements MeldcodeEvent {
        @Override
        public String slot() {
            return "step/" + step;
        }
    }

    /** A step was skipped. */
    record StepSkipped(int step, MeldcodeRecord.Skipped reason) implements MeldcodeEvent {
        @Override
        public String slot() {
            return "step/" + step;
        }
    }

    /** The weighing by the afwegingskader. */
    record Weighed(MeldcodeRecord.Weighing outcome, String responsible) implements MeldcodeEvent {
        @Override
        public String slot() {
            return "weighing";
        }
    }

    /** Somebody was told of the report. */
    record Informed(UUID person, LocalDate at, Manner manner) implements MeldcodeEvent {
        @Override
        public String slot() {
            return "informing/" + person;
        }
    }

    /** Somebody was not told, for a listed reason. */
    record NotInformed(UUID person, nl.sluis.policy.Informing.NotInformed reason) implements MeldcodeEvent {
        @Override
        public String slot() {
            return "informing/" + person;
        }
    }

    /** Advice of Veilig Thuis was asked. */
    record AdviceAsked(LocalDate at) implements MeldcodeEvent {
        @Override
        public String slot() {
            return "vt-advice";
        }
    }
}
