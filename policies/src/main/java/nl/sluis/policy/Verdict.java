package nl.sluis.policy;

import java.util.List;

/**
 * The answer to a question, with everything that explains it.
 *
 * @param reasons every reason that applies, most specific first; for a permit only what is worth telling and decides nothing
 * @param withheld items that may not go although the message may
 * @param missing consents of people who can be named
 * @param policy hash of the rules that decided, {@code sha256:} and 64 hexadecimal digits
 * @param whyNot the nearest permit rows and what would have to differ, in Dutch; worked out when it is read
 */
public record Verdict(
        Outcome outcome,
        List<Reason> reasons,
        List<Withheld> withheld,
        List<Missing> missing,
        List<Obligation> obligations,
        String policy,
        List<String> whyNot) {

    public Verdict {
        reasons = List.copyOf(reasons);
        withheld = List.copyOf(withheld);
        missing = List.copyOf(missing);
        obligations = List.copyOf(obligations);
        whyNot = whyNot instanceof WhyNot ? whyNot : List.copyOf(whyNot);
    }
}
