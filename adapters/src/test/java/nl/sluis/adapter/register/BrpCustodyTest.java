package nl.sluis.adapter.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.sluis.adapter.Leaves;
import nl.sluis.adapter.Mutations;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.RealFiles;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.Parsed;
import nl.sluis.adapter.source.StrictJson;
import nl.sluis.canonical.CustodyType;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrpCustodyTest {

    private static final String MILA = "999990019";
    private static final String SANNE = "999990020";
    private static final String KEREM = "999990032";
    private static final Sample SAMPLE = Sample.of("brp-gezag.json", "application/json");

    @Test
    void readsWhoHoldsAuthority() {
        List<CustodyStatement> statements = read(SAMPLE.text()).statements();
        CustodyStatement mila = statements.get(0);
        assertThat(mila.doubt()).isNull();
        assertThat(mila.custody().type()).isEqualTo(CustodyType.JOINT_PARENTS);
        assertThat(mila.custody().underInvestigation()).isFalse();
        assertThat(numbers(List.of(mila.subject()))).containsExactly(MILA);
        assertThat(numbers(mila.holders())).containsExactly(SANNE, KEREM);
        assertThat(mila.custody().holders())
                .isEqualTo(mila.holders().stream().map(PersonDetails::ref).toList());
        assertThat(mila.subject().birthDate()).isEqualTo(PartialDate.parse("2017-03-01"));
        assertThat(statements.get(1).custody().type()).isEqualTo(CustodyType.SOLE_PARENT);
        assertThat(statements.get(1).custody().underInvestigation()).isTrue();
        assertThat(statements.get(1).subject().birthDate()).isEqualTo(PartialDate.parse("2012-06-00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "EenhoofdigOuderlijkGezag; `ouder`:{`burgerservicenummer`:`999990020`}; SOLE_PARENT; ; 1",
                "EenhoofdigOuderlijkGezag; `ouder`:{`naam`:{}}; NOT_DETERMINABLE; HOLDER_WITHOUT_NUMBER; 0",
                "EenhoofdigOuderlijkGezag; `ouder`:{`burgerservicenummer`:`123456789`}; NOT_DETERMINABLE; HOLDER_WITHOUT_NUMBER; 0",
                "EenhoofdigOuderlijkGezag; `ouder`:{`burgerservicenummer`:`999990019`}; NOT_DETERMINABLE; CONTRADICTION; 0",
                "EenhoofdigOuderlijkGezag; `x`:1; NOT_DETERMINABLE; HOLDER_NOT_NAMED; 0",
                "GezamenlijkOuderlijkGezag; `ouders`:[{`burgerservicenummer`:`999990020`}]; NOT_DETERMINABLE; HOLDER_NOT_NAMED; 0",
                "GezamenlijkOuderlijkGezag; `ouders`:[{`burgerservicenummer`:`999990020`},{`burgerservicenummer`:`999990020`}]; NOT_DETERMINABLE; CONTRADICTION; 0",
                "GezamenlijkGezag; `ouder`:{`burgerservicenummer`:`999990020`},`derde`:{`type`:`BekendeDerde`,`burgerservicenummer`:`999990032`}; JOINT_OTHER; ; 2",
                "GezamenlijkGezag; `ouder`:{`burgerservicenummer`:`999990020`},`derde`:{`type`:`OnbekendeDerde`}; NOT_DETERMINABLE; HOLDER_NOT_NAMED; 0",
                "Voogdij; `derden`:[{`type`:`BekendeDerde`,`burgerservicenummer`:`999990032`}]; GUARDIAN; ; 1",
                "Voogdij; `derden`:[]; GUARDIAN; ; 0",
                "TijdelijkGeenGezag; `toelichting`:`x`; TEMPORARILY_NONE; ; 0",
                "GezagNietTeBepalen; `toelichting`:`x`; NOT_DETERMINABLE; ; 0",
                "TweehoofdigGezagNieuweSoort; `ouder`:{`burgerservicenummer`:`999990020`}; NOT_DETERMINABLE; UNKNOWN_CODE; 0",
            })
    void readsEverySortAndLeavesWhatIsNotCertainToAPerson(
            String type, String rest, CustodyType custody, Doubt doubt, int holders) {
        String relation = "{'type':'%s','minderjarige':{'burgerservicenummer':'%s'},%s}".formatted(type, MILA, rest);
        CustodyStatement said = read(answer(relation)).statements().get(0);
        assertThat(said.custody().type()).isEqualTo(custody);
        assertThat(said.doubt()).isEqualTo(doubt);
        assertThat(said.custody().holders()).hasSize(holders);
    }

    /** The published description: a type that it knows and this reader does not would be for a person for ever. */
    @Test
    void knowsEverySortOfThePublishedDescription() {
        String text = RealFiles.read("brp", "haal-centraal-brp-bevragen-openapi.json");
        StrictJson.read(new Payload("application/json", text.getBytes(StandardCharsets.UTF_8)))
                .fold(
                        faults -> {
                            throw new AssertionError(faults);
                        },
                        document -> {
                            Set<String> types = Set.copyOf(document.root()
                                    .at("/components/schemas/Gezagsrelatie/discriminator/mapping")
                                    .propertyNames());
                            assertThat(types).hasSize(6);
                            types.forEach(type -> assertThat(read(answer("{'type':'" + type
                                                    + "','minderjarige':{'burgerservicenummer':'" + MILA
                                                    + "'}}"))
                                            .statements()
                                            .get(0)
                                            .doubt())
                                    .isNotEqualTo(Doubt.UNKNOWN_CODE));
                            return types;
                        });
    }

    @Test
    void takesTheSameMinorWithEachParentOnceAndTwoStoriesNotAtAll() {
        String joint = "{'type':'GezamenlijkOuderlijkGezag','minderjarige':{'burgerservicenummer':'" + MILA
                + "'},'ouders':[{'burgerservicenummer':'%s'},{'burgerservicenummer':'%s'}]}";
        List<CustodyStatement> same = read(answer(joint.formatted(SANNE, KEREM) + "," + joint.formatted(KEREM, SANNE)))
                .statements();
        assertThat(same).hasSize(1);
        assertThat(same.get(0).custody().type()).isEqualTo(CustodyType.JOINT_PARENTS);
        String sole = "{'type':'EenhoofdigOuderlijkGezag','inOnderzoek':true,'minderjarige':{'burgerservicenummer':'"
                + MILA + "'},'ouder':{'burgerservicenummer':'" + SANNE + "'}}";
        CustodyStatement two = read(answer(joint.formatted(SANNE, KEREM) + "," + sole))
                .statements()
                .get(0);
        assertThat(two.doubt()).isEqualTo(Doubt.CONTRADICTION);
        assertThat(two.custody().underInvestigation()).isTrue();
    }

    @Test
    void saysNothingOfWhoHasNoRelation() {
        assertThat(read("{'type':'x','personen':[{'burgerservicenummer':'999990019','gezag':[]}]}".replace('\'', '"'))
                        .statements())
                .isEmpty();
    }

    @Test
    void saysOfAnAdultUnderGuardianshipThatAPersonMustLook() {
        CustodyStatement adult =
                read("{'type':'x','personen':[{'burgerservicenummer':'999990020','indicatieCurateleRegister':true}]}"
                                .replace('\'', '"'))
                        .statements()
                        .get(0);
        assertThat(adult.doubt()).isEqualTo(Doubt.CURATORSHIP);
        assertThat(adult.custody().holders()).isEmpty();
    }

    @Test
    void dropsNothingInSilenceAndTakesNoName() {
        BrpCustody.Answer answer = read(SAMPLE.text());
        List<String> leaves = Leaves.jsonPointers(SAMPLE.text());
        List<List<String>> lists = List.of(
                answer.completeness().mapped(),
                answer.completeness().notReleased(),
                answer.completeness().notUnderstood());
        assertThat(leaves).isNotEmpty();
        for (String leaf : leaves) {
            assertThat(lists.stream()
                            .filter(list ->
                                    list.stream().anyMatch(path -> leaf.equals(path) || leaf.startsWith(path + "/")))
                            .count())
                    .as(leaf)
                    .isEqualTo(1);
        }
        assertThat(answer.toString()).doesNotContain("Sanne").doesNotContain(SANNE);
    }

    @Property(tries = 500)
    void answersEveryMutationAndShowsNoValue(@ForAll long seed) {
        checked(Mutations.of(SAMPLE, seed));
    }

    @Property(tries = 300)
    void answersEveryByteString(@ForAll byte[] bytes) {
        checked(bytes);
    }

    @Test
    void refusesEveryTruncation() {
        byte[] bytes = SAMPLE.text().stripTrailing().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length; length += 7) {
            assertThat(checked(Arrays.copyOf(bytes, length))).isInstanceOf(Parsed.Faulty.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"999990019, 12345, /personen/0/burgerservicenummer", "true, 1, /personen/1/gezag/0/inOnderzoek"})
    void namesThePlaceOfWhatHasAnotherForm(String from, String to, String path) {
        Parsed<BrpCustody.Answer> parsed = BrpCustody.read(
                new Payload("application/json", SAMPLE.text().replace(from, to).getBytes(StandardCharsets.UTF_8)));
        List<Violation> faults = parsed.fold(found -> found, answer -> List.of());
        assertThat(faults).extracting(Violation::path).contains(path);
        assertThat(faults.toString()).doesNotContain("12345");
    }

    private static Parsed<BrpCustody.Answer> checked(byte[] bytes) {
        Parsed<BrpCustody.Answer> parsed = BrpCustody.read(new Payload("application/json", bytes));
        parsed.fold(
                faults -> assertThat(faults.toString().toLowerCase(java.util.Locale.ROOT))
                        .doesNotContain("zqxmarker"),
                answer -> assertThat(answer.statements())
                        .allSatisfy(each -> assertThat(each.custody().holders())
                                .hasSize(each.holders().size())));
        return parsed;
    }

    private static String answer(String relations) {
        return ("{'type':'x','personen':[{'gezag':[" + relations + "]}]}")
                .replace('\'', '"')
                .replace('`', '"');
    }

    private static BrpCustody.Answer read(String text) {
        return BrpCustody.read(new Payload("application/json", text.getBytes(StandardCharsets.UTF_8)))
                .fold(
                        faults -> {
                            throw new AssertionError(faults);
                        },
                        answer -> answer);
    }

    private static List<String> numbers(List<PersonDetails> people) {
        return people.stream()
                .flatMap(person -> person.identifiers().stream())
                .map(PersonIdentifier::value)
                .collect(Collectors.toList());
    }
}
