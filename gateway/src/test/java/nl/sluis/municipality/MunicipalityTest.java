package nl.sluis.municipality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.adapter.profile.ProfileFault;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Urgency;
import nl.sluis.municipality.RegieRules.Shift;
import nl.sluis.safety.Instrument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class MunicipalityTest {

    static final List<String> BUILT_IN = Municipalities.BUILT_IN;

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static final String SMALL = """
            profile: sluis-municipality/1
            name: klein
            title: Gemeente Klein
            version: 3
            roles: {coach: coach, jot: medewerker JOT, gezinsregisseur: gezinsregisseur}
            teams:
              noord: {title: Noord, type: all-ages, role: coach, postcodes: [1000-1004, 1005AB]}
              zuid: {title: Zuid, type: all-ages, role: coach, postcodes: [1006], wijken: [Zuid]}
            fallback: noord
            routing: {otherwise: {to: all-ages}}
            regie: {otherwise: {role: coach}}
            escalation: [{role: coach}]
            veilig-thuis: {region: Oost}
            safety: {instruments: [LIRIK]}
            """;

    /** What the reports say of one and the same report: by a school, or by another, in a wijk of each municipality. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            doetinchem         | De Huet             | PROFESSIONAL   | yes | 3 | de-huet               | buurtcoach
            almelo             | Nieuwstraatkwartier | PROFESSIONAL   | yes | 3 | nieuwstraatkwartier   | wijkcoach
            goeree-overflakkee | Middelharnis        | PROFESSIONAL   | yes | 3 | gezinsregisseurs      | gezinsregisseur
            doetinchem         | De Huet             | PROFESSIONAL   | yes | 1 | zorgplein             | buurtcoach
            almelo             | Nieuwstraatkwartier | PROFESSIONAL   | yes | 1 | nieuwstraatkwartier   |
            goeree-overflakkee | Middelharnis        | PROFESSIONAL   | yes | 1 | jot                   | jot
            doetinchem         | noord               | VEILIG_THUIS   | yes | 1 | noord-centrum         | buurtcoach
            almelo             | Schelfhorst         | VEILIG_THUIS   | yes | 2 | sluitersveld          | wijkcoach
            goeree-overflakkee | Middelharnis        | VEILIG_THUIS   | yes | 3 | jot                   | gezinsregisseur
            goeree-overflakkee | Middelharnis        | VEILIG_THUIS   | no  | 3 | gezinsregisseurs      | gezinsregisseur
            goeree-overflakkee | Middelharnis        | CONTACT_CENTRE | yes | 1 | jot                   | jot
            almelo             | Aadorp              | RESIDENT       | no  | 2 | zesde                 | wijkcoach
            lindedam           | Noord               | PROFESSIONAL   | yes | 3 | wijkteam-noord        | buurtcoach
            havenwaard         | Kade                | PROFESSIONAL   | yes | 3 | jot + gezinsregisseurs | gezinsregisseur
            havenwaard         | Kade                | PROFESSIONAL   | no  | 3 | gezinsregisseurs      | gezinsregisseur""")
    void theSameReportGoesWhereTheReportsOnEachMunicipalitySay(
            String name, String wijk, Origin origin, String children, int domains, String teams, String regie) {
        Municipality municipality = Municipalities.builtIn(name);

        Route route =
                municipality.route(new Place(null, wijk), situation(origin, children.equals("yes"), domains), DAY);

        assertThat(names(route)).isEqualTo(teams);
        assertThat(route.regie()).isEqualTo(regie);
        assertThat(route.fallback()).isFalse();
        assertThat(route.isJoint()).isEqualTo(teams.contains("+"));
    }

    @ParameterizedTest
    @FieldSource("BUILT_IN")
    void everyProfileThatComesWithSluisSendsEveryHouseholdToSomebodyAndNamesInstrumentsThatThereAre(String name) {
        Municipality municipality = Municipalities.builtIn(name);

        assertThat(Situation.all())
                .allSatisfy(situation -> assertThat(municipality
                                .route(new Place(null, null), situation, DAY)
                                .teams())
                        .isNotEmpty());
        assertThat(Arrays.stream(Instrument.values()).map(Enum::name).collect(Collectors.toSet()))
                .containsAll(municipality.safety().instruments());
        assertThat(municipality.ladder()).isNotEmpty();
    }

    @Test
    void aMeasureShiftsRegieAsEachMunicipalitySays() {
        assertThat(Municipalities.builtIn("lindedam").regie().shift(Coercion.DWANG))
                .isEqualTo(Shift.MEMBER);
        assertThat(Municipalities.builtIn("havenwaard").regie().shift(Coercion.DWANG))
                .isEqualTo(Shift.HOUSEHOLD);
        assertThat(Municipalities.builtIn("havenwaard").regie().shift(Coercion.DRANG))
                .isEqualTo(Shift.AGREE);
        assertThat(Municipalities.builtIn("almelo").regie().shift(Coercion.DWANG))
                .isEqualTo(Shift.MEMBER);
        assertThat(Municipalities.builtIn("doetinchem").regie().shift(Coercion.DWANG))
                .isEqualTo(Shift.KEEP);
    }

    @Test
    void contradictoryRulesAreRefusedWithAnExampleHousehold() {
        assertThat(faults(SMALL.replace("regie: {otherwise: {role: coach}}", """
                        regie:
                          rules:
                            - when: {domains-at-least: 2}
                              role: gezinsregisseur
                            - when: {children: yes}
                              role: jot
                          otherwise: {role: coach}""")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("CONTRADICTION");
                    assertThat(fault.line()).isEqualTo(15);
                    assertThat(fault.message())
                            .contains(
                                    "regie = jot",
                                    "line 13 says regie = gezinsregisseur",
                                    "a household with children, 2 life domains");
                });
    }

    @Test
    void aProfileThatRoutesToNobodyIsRefused() {
        assertThat(faults(SMALL.replace("routing: {otherwise: {to: all-ages}}", """
                        routing:
                          rules:
                            - when: {children: yes}
                              to: zuid""")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("NOBODY");
                    assertThat(fault.message()).contains("a household without children, 1 life domain");
                });
        assertThat(codes(SMALL.replace("{to: all-ages}", "{to: youth}"))).containsExactly("NOBODY");
        assertThat(codes(SMALL.replace("{to: all-ages}", "{to: []}"))).containsExactly("NOBODY");
        assertThat(codes(SMALL.replace("fallback: noord", "fallback: oost"))).containsExactly("NOBODY");
        assertThat(codes(SMALL.replace("[{role: coach}]", "[]"))).containsExactly("NOBODY");
    }

    @Test
    void faultsNameLineAndColumnAndEveryOneIsTold() {
        List<ProfileFault> faults = faults(SMALL.replace("version: 3", "version: drie")
                .replace("role: coach, postcodes: [1006]", "role: choach, postcodes: [106]")
                .replace("veilig-thuis: {region: Oost}", "veilig-thuis: {region: Oost, retruns: NO_CONTACT}"));

        assertThat(faults)
                .extracting(ProfileFault::toString)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("klein.yaml:4:10: WRONG_FORM"),
                        second -> assertThat(second).startsWith("klein.yaml:8:").contains("UNKNOWN_ROLE", "coach"),
                        third -> assertThat(third).startsWith("klein.yaml:8:").contains("WRONG_FORM"),
                        fourth ->
                                assertThat(fourth).startsWith("klein.yaml:13:").contains("UNKNOWN_KEY", "returns"));
    }

    @Test
    void twoTeamsOfOneTypeAtOnePlaceAreRefused() {
        assertThat(codes(SMALL.replace("postcodes: [1006]", "postcodes: [1005]")))
                .containsExactly("OVERLAP");
        assertThat(codes(SMALL.replace("1005AB]", "1005AB], wijken: [zuid]"))).containsExactly("OVERLAP");
        assertThat(codes(SMALL.replace("1005AB]", "1005AB], wijken: [Noord]"))).isEmpty();
    }

    @Test
    void theMandatoryLineOfSafetyCannotBeRemoved() {
        assertThat(codes(SMALL.replace("[LIRIK]}", "[LIRIK], line: Vul dit alleen in als de politie betrokken is.}")))
                .containsExactly("MANDATORY");
        assertThat(read(SMALL).safety().line()).contains(SafetyRules.MANDATORY);
        assertThatThrownBy(() -> new SafetyRules(Set.of(), "Alleen als het nodig is"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatLiesInNoAreaGoesToTheFallbackTeamAndIsSaidTo() {
        Municipality small = read(SMALL);

        assertThat(names(small.route(new Place("1006 XY", null), school(), DAY)))
                .isEqualTo("zuid");
        assertThat(names(small.route(new Place("1005ab", null), school(), DAY))).isEqualTo("noord");
        Route elsewhere = small.route(new Place("1005AC", null), school(), DAY);
        assertThat(names(elsewhere)).isEqualTo("noord");
        assertThat(elsewhere.fallback()).isTrue();
    }

    @Test
    void aPilotHoldsInItsWijkFromItsFirstDayToItsLast() {
        Municipality lindedam = Municipalities.builtIn("lindedam");
        Place haven = new Place(null, "Havenkwartier");

        assertThat(names(lindedam.route(haven, school(), LocalDate.of(2026, 8, 31))))
                .isEqualTo("wijkteam-zuid");
        Route first = lindedam.route(haven, school(), LocalDate.of(2026, 9, 1));
        assertThat(names(first)).isEqualTo("proefteam");
        assertThat(first.by().name()).isEqualTo("lindedam-haven");
        assertThat(first.regie()).isEqualTo("gezinswerker");
        assertThat(names(lindedam.route(haven, school(), LocalDate.of(2027, 8, 31))))
                .isEqualTo("proefteam");
        assertThat(names(lindedam.route(haven, school(), LocalDate.of(2027, 9, 1))))
                .isEqualTo("wijkteam-zuid");
        assertThat(names(lindedam.route(new Place(null, "Noord"), school(), DAY)))
                .isEqualTo("wijkteam-noord");
    }

    @Test
    void aPilotIsRefusedWithoutPlaceOrProfileAndWhereAnotherHolds() {
        String pilots = SMALL + "pilots:\n";
        String one = "  - {name: proef, wijken: [Zuid], from: 2026-01-01, until: 2026-12-31, uses: havenwaard}\n";

        assertThat(codes(pilots + one)).isEmpty();
        assertThat(codes(pilots + one + one)).containsExactly("OVERLAP");
        assertThat(codes(pilots + one.replace("wijken: [Zuid], ", ""))).containsExactly("EMPTY");
        assertThat(codes(pilots + one.replace("havenwaard", "nergens"))).containsExactly("NOT_FOUND");
        assertThat(codes(pilots + one.replace("havenwaard", "lindedam"))).containsExactly("FAULTY");
        assertThat(codes(pilots + one.replace("2026-12-31", "2025-12-31"))).containsExactly("WRONG_FORM");
    }

    @Test
    void rolesHaveTheNamesThatPeopleUseAndTheLadderHasTerms() {
        Municipality lindedam = Municipalities.builtIn("lindedam");

        assertThat(lindedam.titleOf("intake")).isEqualTo("aanmeldpunt");
        assertThat(lindedam.ladder())
                .extracting(Step::role)
                .containsExactly("teamleider", "procesmanager", "beschermingstafel");
        assertThat(lindedam.step(1).orElseThrow().term()).hasDays(2);
        assertThat(lindedam.step(4)).isEmpty();
        assertThat(lindedam.partners()).extracting(SharedPartner::also).contains(List.of("Havenwaard"));
    }

    private static Municipality read(String text) {
        return switch (load(text)) {
            case Municipalities.Loaded.Profile loaded -> loaded.municipality();
            case Municipalities.Loaded.Faulty faulty ->
                throw new AssertionError(faulty.faults().toString());
        };
    }

    private static List<ProfileFault> faults(String text) {
        return switch (load(text)) {
            case Municipalities.Loaded.Profile loaded -> List.of();
            case Municipalities.Loaded.Faulty faulty -> faulty.faults();
        };
    }

    private static List<String> codes(String text) {
        return faults(text).stream().map(ProfileFault::code).toList();
    }

    private static Municipalities.Loaded load(String text) {
        return Municipalities.read("klein.yaml", text, Municipalities::builtInText);
    }

    private static Situation school() {
        return situation(Origin.PROFESSIONAL, true, 2);
    }

    private static Situation situation(Origin origin, boolean children, int domains) {
        OrganisationType reporter = origin == Origin.PROFESSIONAL
                ? OrganisationType.SCHOOL
                : origin == Origin.VEILIG_THUIS ? OrganisationType.VEILIG_THUIS : OrganisationType.OTHER;
        return new Situation(origin, reporter, children, domains, Urgency.ROUTINE, Coercion.NONE);
    }

    private static String names(Route route) {
        return route.teams().stream().map(Team::name).collect(Collectors.joining(" + "));
    }
}
