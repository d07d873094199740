package nl.sluis.adapter.partners.debt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.partners.debt.DdasAdapter.Model;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A delivery of DDAS with one signal or one trajectory. The period of the delivery is the day of the message. The four preconditions stay with who
 * signalled, since the message does not carry them: who gets it need not judge it again.
 */
final class DdasWriting {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    private final Message message;
    private final Model model;
    private final DdasSupplier supplier;
    private final List<Violation> faults = new ArrayList<>();
    private final ObjectNode document = MAPPER.createObjectNode();

    DdasWriting(Message message, Model model, DdasSupplier supplier) {
        this.message = message;
        this.model = model;
        this.supplier = supplier;
        delivery();
    }

    /** What DDAS cannot say, or cannot do without; by places in the message. */
    List<Violation> faults() {
        return List.copyOf(faults);
    }

    byte[] bytes() {
        return MAPPER.writeValueAsBytes(document);
    }

    private void delivery() {
        String day = LocalDate.ofInstant(message.sentAt(), HERE).toString();
        document.put("startdatumLevering", day)
                .put("einddatumLevering", day)
                .put("aanleverdatumEnTijd", message.sentAt().toString())
                .put("codeGegevensleverancier", supplier.code());
        ObjectNode delivery = document.putArray("leveringen").addObject().put("teller", 1);
        ObjectNode organisation = MAPPER.createObjectNode();
        if (model == Model.VS) {
            delivery.put("gemeentecode", supplier.municipality());
            organisation.put("naam", supplier.name()).put("kvk-nummer", supplier.kvk());
        } else {
            organisation.put("(Statutaire) Naam", supplier.name()).put("KvK-nummer", supplier.kvk());
        }
        delivery.set("aanleverende_organisatie", organisation);
        ObjectNode item = delivery.putArray(model.items()).addObject();
        if (model == Model.VS) {
            signal(item, day);
        } else {
            new TrajectoryWriting(message, item, faults).write(supplier.municipality());
        }
    }

    private void signal(ObjectNode signal, String day) {
        if (message.persons().size() != 1) {
            faults.add(new Violation("/persons", "NO_PLACE", "A signal of DDAS is about one person."));
        }
        signal.put("ID", message.id().toString())
                .put("crisissignaal", message.urgency() != Urgency.ROUTINE)
                .put("signaaldatum", day);
        String creditor = message.basis() == LegalBasis.ARREARS_BGS_2 ? "Huur" : "Overige";
        signal.putObject("signaalpartner").put("type", creditor);
        ObjectNode node = signal.putObject("client");
        ClientWriting client = new ClientWriting(node, model, faults);
        for (int i = 0; i < message.sections().size(); i++) {
            String at = "/sections/" + i;
            switch (message.sections().get(i).content()) {
                case Content.Identity identity -> client.identity(identity, at);
                case Content.CitizenNumber number -> client.number(number, at);
                case Content.Address address -> client.address(address, at);
                case Content.Amount amount -> {
                    wholeEuros(signal, "bedrag", amount.euros(), at, faults);
                    PartialDate since = amount.since();
                    if (since != null) {
                        signal.put("ontstaansdatum", day(since, at, faults));
                    }
                }
                default -> faults.add(noPlace(at));
            }
        }
        if (!node.has("Achternaam")) {
            faults.add(new Violation("/sections", "REQUIRED", "A signal of DDAS needs a family name."));
        }
    }

    /** DDAS has whole euros; nothing is rounded. */
    static void wholeEuros(ObjectNode node, String field, BigDecimal euros, String at, List<Violation> faults) {
        if (euros.stripTrailingZeros().scale() > 0) {
            faults.add(new Violation(at, "NO_PLACE", "DDAS has whole euros; nothing is rounded."));
        } else {
            node.put(field, euros.toBigInteger());
        }
    }

    /** DDAS has whole dates. */
    static @Nullable String day(PartialDate date, String at, List<Violation> faults) {
        if (!date.complete()) {
            faults.add(new Violation(at, "NO_PLACE", "DDAS has whole dates; a part of this one is not known."));
            return null;
        }
        return date.toString();
    }

    static Violation noPlace(String at) {
        return new Violation(at, "NO_PLACE", "DDAS has no field for this section.");
    }

    /** The part behind the colon of an id that our reader made, such as {@code begeleiding-1}. */
    static String part(Section section) {
        String id = section.id().value();
        return id.substring(id.indexOf(':') + 1);
    }
}
