package nl.sluis.path;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.function.UnaryOperator;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.seal.EnvelopeRefusal;
import nl.sluis.seal.TestSeals;

/**
 * A problem document that says, with somebody's signature, that the team never takes the school's envelope.
 *
 * @param signer who signs it
 * @param about makes another message of the one that was brought
 */
record Refusal(Nodes nodes, Member signer, UnaryOperator<MessageId> about) implements Line.Answering {

    @Override
    public void to(HttpExchange exchange) throws IOException {
        MessageId brought = MessageId.parse(exchange.getRequestHeaders().getFirst("Sluis-Message-Id"));
        byte[] word = TestSeals.sealer(nodes.files(), signer.certificateName())
                .sign(new EnvelopeRefusal(
                        about.apply(brought),
                        new OrganisationId(Member.SCHOOL.organisation()),
                        new OrganisationId(Member.WIJKTEAM.organisation()),
                        "TOO_LARGE",
                        Instant.now()));
        byte[] problem = ("{\"type\": \"https://sluis.nl/problems/too-large\", \"status\": 413, \"refusal\": \""
                        + Base64.getEncoder().encodeToString(word) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
        exchange.sendResponseHeaders(413, problem.length);
        exchange.getResponseBody().write(problem);
    }
}
