package nl.sluis.submit;

import nl.sluis.access.CurrentCaller;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.FeedWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Word back to a reporter in a team's own words: asked about and sent by the same path, from calls and pages alike. */
@Component
public final class FeedbackDesk {

    private final Feedback feedback;
    private final Reception reception;
    private final FeedWork work;

    FeedbackDesk(Feedback feedback, Reception reception, FeedWork work) {
        this.feedback = feedback;
        this.reception = reception;
        this.work = work;
    }

    /**
     * What would become of word back about an item; nothing is kept.
     *
     * @param body as {@code POST /v1/feed/{item}/feedback} takes it
     */
    public Reply ask(FeedItem item, byte[] body, boolean english) {
        return reply(feedback.ask(item.message(), body, english));
    }

    /**
     * Sends word back about an item. Where it goes, nothing is due to the reporter any more.
     *
     * @param body as {@code POST /v1/feed/{item}/feedback} takes it
     * @param key the same key again sends nothing again
     */
    public Reply send(FeedItem item, byte[] body, String key, boolean english) {
        return reply(submit(item, body, key, english));
    }

    Feedback.Result submit(FeedItem item, byte[] body, @Nullable String key, boolean english) {
        Feedback.Result result = feedback.send(item.message(), body, key, english);
        if (result instanceof Feedback.Result.Submitted submitted
                && submitted.outcome() instanceof Submissions.Outcome.Answered answered
                && StatusWord.goes(answered.answer())) {
            work.told(item, CurrentCaller.name().orElse("node"));
        }
        return result;
    }

    private Reply reply(Feedback.Result result) {
        return switch (result) {
            case Feedback.Result.Faulty faulty -> reception.refused(faulty.violations());
            case Feedback.Result.Submitted submitted -> reception.said(submitted.outcome());
        };
    }
}
