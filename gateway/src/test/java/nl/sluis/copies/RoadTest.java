package nl.sluis.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.policy.PolicyDecisionPoint;
import nl.sluis.policyset.CaseJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RoadTest {

    private static final String BSN_TO_ANOTHER = """
            {"at": "2026-11-22T10:00:00+01:00", "sender": {"organisation": "a", "type": "%s", "regime": "AVG"},
             "recipient": {"organisation": "b", "type": "%s"}, "kind": "SIGNAL", "basis": "CONSENT",
             "purpose": "YOUTH_SUPPORT", "persons": [{"ref": "p", "birthDate": "2000-01-01"}],
             "items": [{"id": "number", "subject": "p", "category": "BSN", "mandatory": true}]}""";

    @Test
    void namesNobodyByANumberThatTheTablesForbid() {
        Set<OrganisationType> sending = EnumSet.noneOf(OrganisationType.class);
        Set<OrganisationType> receiving = EnumSet.noneOf(OrganisationType.class);
        for (OrganisationType type : OrganisationType.values()) {
            if (mayGo(type, OrganisationType.WIJKTEAM)) {
                sending.add(type);
            }
            if (mayGo(OrganisationType.WIJKTEAM, type)) {
                receiving.add(type);
            }
        }
        assertThat(sending).isEqualTo(Road.WITH_BSN);
        assertThat(receiving).isEqualTo(Road.WITH_BSN);
    }

    private static boolean mayGo(OrganisationType from, OrganisationType to) {
        CaseJson.Read read = CaseJson.read(JsonMapper.shared().readTree(BSN_TO_ANOTHER.formatted(from, to)));
        return new PolicyDecisionPoint()
                .judge(((CaseJson.Read.Case) read).request()).reasons().stream()
                        .noneMatch(reason -> reason.code().name().equals("BSN_NOT_ALLOWED"));
    }
}
