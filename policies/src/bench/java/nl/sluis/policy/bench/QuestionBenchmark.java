package nl.sluis.policy.bench;

import java.util.concurrent.TimeUnit;
import nl.sluis.canonical.Message;
import nl.sluis.policy.Decision;
import nl.sluis.policy.Outcome;
import nl.sluis.policy.PolicyDecisionPoint;
import nl.sluis.policy.SharingContext;
import nl.sluis.policy.SharingRequest;
import nl.sluis.policy.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A whole question: facts from persons, custody and consents, then the rules. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QuestionBenchmark {

    /** What the answer is. */
    @Param({"PERMIT", "HOLD", "DENY"})
    public Outcome answer;

    /** Two items and six consents, or four items and twelve. */
    @Param({"false", "true"})
    public boolean large;

    /** How a message is written down is no part of deciding; its hash, of a thousand bytes here, is. */
    private static final byte[] NO_FORM = new byte[1000];

    private final PolicyDecisionPoint decisionPoint = new PolicyDecisionPoint();
    private SharingRequest question;
    private Message message;
    private SharingContext context;

    /** Makes the question, and sees that it gets the answer that is measured. */
    @Setup
    public void ask() {
        question = TypicalQuestion.of(answer, large);
        message = TypicalQuestion.message(question);
        context = new SharingContext(
                question.at(), question.sender(), question.recipient(), question.persons(), question.facts());
        Outcome seen = decisionPoint.judge(question).outcome();
        if (seen != answer) {
            throw new IllegalStateException("the question is answered with " + seen);
        }
    }

    /** Whether, and not why. */
    @Benchmark
    public Outcome outcomeOnly() {
        return decisionPoint.outcome(question);
    }

    /** The answer with every reason, what is withheld, what is missing and the duties. */
    @Benchmark
    public Verdict withReasons() {
        return decisionPoint.judge(question);
    }

    /** The same about a message, from which it makes the question; what may go is left, and numbered afresh. */
    @Benchmark
    public Decision aboutMessage() {
        return decisionPoint.decide(message, context, (policy, minimised) -> NO_FORM);
    }
}
