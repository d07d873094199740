package nl.sluis.adapter.register;

import java.nio.charset.StandardCharsets;
import nl.sluis.adapter.Payload;
import nl.sluis.canonical.Bsn;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The question of Haal Centraal BRP bevragen (version 2, {@code POST /personen}) for the custody of one person. Two fields are asked and no
 * more: the number, by which the answer is known to be about whom was asked, and {@code gezag}. docs/partners/registers.md.
 */
public final class BrpQuestion {

    /** As the description names it. */
    static final String TYPE = "RaadpleegMetBurgerservicenummer";

    private BrpQuestion() {}

    /** The content of the request; the number stands in nothing else. */
    public static Payload custodyOf(Bsn number) {
        ObjectNode question = JsonMapper.shared().createObjectNode().put("type", TYPE);
        question.putArray("fields").add("burgerservicenummer").add("gezag");
        question.putArray("burgerservicenummer").add(number.value());
        return new Payload(
                "application/json; charset=utf-8", question.toString().getBytes(StandardCharsets.UTF_8));
    }
}
