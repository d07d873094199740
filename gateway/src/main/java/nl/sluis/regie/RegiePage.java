package nl.sluis.regie;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.audit.ReadLog;
import nl.sluis.household.Entry;
import nl.sluis.household.Records;
import nl.sluis.household.Sight;
import org.springframework.stereotype.Component;

/** What is shown of regie, with its entry in the audit before it is given. */
@Component
public final class RegiePage {

    private final RegieStore store;
    private final Records records;
    private final Sight sight;
    private final ReadLog log;

    RegiePage(RegieStore store, Records records, Sight sight, ReadLog log) {
        this.store = store;
        this.records = records;
        this.sight = sight;
        this.log = log;
    }

    /** For who was found to see the household. */
    public RegieView view(UUID household) {
        Map<UUID, Outside> outside = records.of(household, Outside.KIND, Outside.class).stream()
                .collect(Collectors.toMap(Entry::id, Entry::content));
        List<Regie> all = store.of(household);
        List<RegieView.Asked> asked = store.asked(household).stream()
                .map(one -> new RegieView.Asked(one.id(), one.member(), one.asked(), one.at()))
                .toList();
        log.reads("regie.read", null, Map.of("household", household.toString(), "count", Integer.toString(all.size())));
        return new RegieView(
                all.stream()
                        .filter(Regie::lasts)
                        .map(one -> view(household, one, outside))
                        .toList(),
                asked,
                all.stream()
                        .filter(one -> !one.lasts())
                        .map(one -> view(household, one, outside))
                        .toList());
    }

    private RegieView.One view(UUID household, Regie one, Map<UUID, Outside> outside) {
        return new RegieView.One(
                one.member(),
                one.holder(),
                one.professional(),
                sight.isInvolved(household, one.professional()),
                one.second(),
                one.absentUntil(),
                Optional.ofNullable(one.outside()).map(outside::get).orElse(null),
                one.since(),
                one.until());
    }
}
