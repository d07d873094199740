package nl.sluis.adapter.partners.debt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluis.adapter.ArrearsEvidence;
import nl.sluis.adapter.source.EvidenceJson;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A {@code vroegsignaal}. Only contact data and the amount become sections (Besluit gemeentelijke schuldhulpverlening art. 2); DDAS has no
 * place for the four preconditions, so {@code voorwaarden} is an addition of ours, and a signal without it is never permitted.
 */
final class ArrearsSignal {

    private static final PersonRef CLIENT = new PersonRef("client");
    private static final Set<String> MAPPED = Set.of("crisissignaal", "bedrag", "ontstaansdatum");
    private static final Set<String> LEFT = Set.of("ID", "warmeOverdracht", "signaaldatum", "status");

    private final JsonNode signal;
    private final DdasPlaces places;
    private final DdasClient client;

    ArrearsSignal(JsonNode signal, DdasPlaces places) {
        this.signal = signal;
        this.places = places;
        this.client = new DdasClient(signal.path("client"), "client/", CLIENT, places);
    }

    LegalBasis basis() {
        return "Huur".equals(signal.path("signaalpartner").path("type").asString(""))
                ? LegalBasis.ARREARS_BGS_2
                : LegalBasis.ARREARS_WGS_TRS;
    }

    List<PersonDetails> persons() {
        return List.of(client.details());
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>(client.sections(true));
        PartialDate since = places.date(signal, "ontstaansdatum", "");
        if (signal.has("bedrag")) {
            Content amount = new Content.Amount(signal.path("bedrag").decimalValue(), since);
            sections.add(new Section(
                    new SectionId("client:bedrag"), CLIENT, DataCategory.DEBT_AMOUNT, LifeDomain.FIN, true, amount));
        }
        account();
        return sections;
    }

    /** The four preconditions; null when they are not there. */
    @Nullable
    ArrearsEvidence evidence() {
        PartialDate told = places.date(signal, "signaaldatum", "");
        return EvidenceJson.read(signal.path("voorwaarden"), places.at("voorwaarden"), told, places.faults());
    }

    private void account() {
        for (String field : signal.propertyNames()) {
            if (field.equals("voorwaarden")) {
                places.note(field, Fate.MAPPED);
            } else if (field.equals("signaalpartner")) {
                signal.path(field)
                        .propertyNames()
                        .forEach(name -> places.note(
                                field + "/" + name, name.equals("type") ? Fate.MAPPED : Fate.NOT_UNDERSTOOD));
            } else if (!field.equals("client")) {
                places.note(
                        field,
                        MAPPED.contains(field)
                                ? Fate.MAPPED
                                : LEFT.contains(field) ? Fate.NOT_RELEASED : Fate.NOT_UNDERSTOOD);
            }
        }
    }
}
