package nl.sluis.demo;

import java.io.IOException;
import java.util.function.Consumer;
import nl.sluis.demo.NodeApi.Answer;
import tools.jackson.databind.JsonNode;

/** Step 3: a landlord and debt help. */
final class ArrearsStep {

    private static final String VERA = "application/json;profile=vera-incasso";
    /** That it was offered to pass on contact data: the fourth precondition. */
    private static final String OFFER = "    \"aanbod\": \"2026-10-14\",\n";

    private final Actor landlord;
    private final Actor debtHelp;

    ArrearsStep(Actor landlord, Actor debtHelp) {
        this.landlord = landlord;
        this.debtHelp = debtHelp;
    }

    void arrears(Consumer<String> say) throws IOException, InterruptedException {
        String signal = Actor.sample("vera-arrears-sanne.json");
        String early = signal.replace(OFFER, "");
        StepFailed.unless(!early.equals(signal), "the sample has no fourth precondition");
        Answer denied = landlord.submits(VERA, early, debtHelp.organisation());
        Told.outcome(denied, "DENY", "ARREARS_OFFER_MISSING");
        say.accept("Without the offer to pass on contact data: " + Told.line(denied));
        Answer answer = landlord.submits(VERA, signal, debtHelp.organisation());
        Told.outcome(answer, "PERMIT");
        say.accept("With all four preconditions: " + Told.line(answer));
        landlord.awaits(answer.text("id"), "DELIVERED");
        JsonNode item = debtHelp.sees(answer.text("id"));
        StepFailed.unless(item.toString().contains("1.412,50"), "the amount is not at debt help");
        StepFailed.unless(!item.toString().contains("INC-2026-0881"), "more than contact data and amount left De Eik");
        say.accept("Debt help reads who it is, the address and the amount, and nothing else.");
    }
}
