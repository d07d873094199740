package nl.sluis.adapter.register;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.sluis.adapter.Messages;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.RealFiles;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.partners.fhir.FhirAdapter;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.CustodyType;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import nl.sluis.canonical.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GbaCustodyTest {

    private static final String FILE = "20220502_Testset_persoonslijsten_proefomgeving_GBA-V.csv";

    @ParameterizedTest
    @CsvSource({
        "1, 999990019, 999990020, 999990032, SOLE_PARENT, , 999990020",
        "2, 999990019, 999990020, 999990032, SOLE_PARENT, , 999990032",
        "12, 999990019, 999990020, 999990032, JOINT_PARENTS, , 999990020 999990032",
        "12, 999990019, 999990020, , NOT_DETERMINABLE, HOLDER_WITHOUT_NUMBER, ",
        "12, 999990019, 999990020, 999990020, NOT_DETERMINABLE, CONTRADICTION, ",
        "1, , 999990020, 999990032, NOT_DETERMINABLE, SUBJECT_WITHOUT_NUMBER, ",
        "1, 123456789, 999990020, 999990032, NOT_DETERMINABLE, SUBJECT_WITHOUT_NUMBER, ",
        "D, 999990019, 999990020, 999990032, GUARDIAN, , ",
        "1D, 999990019, 999990020, 999990032, NOT_DETERMINABLE, HOLDER_NOT_NAMED, ",
        "2D, 999990019, 999990020, 999990032, NOT_DETERMINABLE, HOLDER_NOT_NAMED, ",
        "1C, 999990019, 999990020, 999990032, NOT_DETERMINABLE, UNKNOWN_CODE, ",
    })
    void readsEveryCodeAndLeavesWhatIsNotCertainToAPerson(
            String code, String who, String one, String two, CustodyType type, Doubt doubt, String holders) {
        Map<String, String> list = new HashMap<>(Map.of("11.32.10", code, "01.03.10", "20170301"));
        put(list, "01.01.20", who);
        put(list, "02.01.20", one);
        put(list, "03.01.20", two);
        CustodyStatement said = GbaCustody.of(list).orElseThrow();
        assertThat(said.custody().type()).isEqualTo(type);
        assertThat(said.doubt()).isEqualTo(doubt);
        assertThat(String.join(" ", numbers(said.holders()))).isEqualTo(holders == null ? "" : holders);
    }

    @ParameterizedTest
    @CsvSource({"11, , true", "11, 20200101, false", "03, , true", "01, , true", "04, , false"})
    void seesAnInvestigationThatIsOpen(String category, String ended, boolean open) {
        Map<String, String> list = new HashMap<>(Map.of(
                "11.32.10", "1", "01.01.20", "999990019", "02.01.20", "999990020", category + ".83.10", "110000"));
        put(list, category + ".83.30", ended);
        assertThat(GbaCustody.of(list).orElseThrow().custody().underInvestigation())
                .isEqualTo(open);
    }

    @Test
    void believesNoEntryThatTheRegisterCallsWrong() {
        Map<String, String> list =
                Map.of("11.32.10", "1", "01.01.20", "999990019", "02.01.20", "999990020", "11.84.10", "O");
        assertThat(GbaCustody.of(list).orElseThrow().doubt()).isEqualTo(Doubt.ENTRY_WRONG);
    }

    /** Law table 6.6 trap 6: all codes of the published set; those that no description knows are for a person. */
    @Test
    void readsEveryCodeOfThePublishedSet() {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Map<String, String> list : lists()) {
            GbaCustody.of(list)
                    .filter(said -> !list.get("11.32.10").isEmpty() && said.doubt() != Doubt.SUBJECT_WITHOUT_NUMBER)
                    .ifPresent(said -> found.computeIfAbsent(list.get("11.32.10"), code -> new java.util.TreeSet<>())
                            .add(said.custody().type() + " " + said.doubt()));
        }
        assertThat(found.keySet())
                .containsExactlyInAnyOrder("1", "12", "1C", "1D", "2", "2C", "2D", "3C", "3D", "C", "CD", "D");
        assertThat(found.get("12")).containsExactly("JOINT_PARENTS null");
        assertThat(found.get("D")).containsExactly("GUARDIAN null");
        assertThat(found.get("2"))
                .containsExactlyInAnyOrder("NOT_DETERMINABLE HOLDER_WITHOUT_NUMBER", "SOLE_PARENT null");
        assertThat(List.of("1C", "2C", "3C", "3D", "C", "CD"))
                .allSatisfy(code -> assertThat(found.get(code)).containsExactly("NOT_DETERMINABLE UNKNOWN_CODE"));
    }

    /** Law table 6.6 trap 18: nobody without a number, and no child of parents without one, has custody that a rule can use. */
    @Test
    void leavesCustodyOfWhoHasNoNumberToAPerson() {
        List<CustodyStatement> without = new ArrayList<>();
        for (Map<String, String> list : lists()) {
            String code = list.get("11.32.10");
            boolean person = list.get("01.01.20").isEmpty();
            boolean parent = (code.contains("1") && list.get("02.01.20").isEmpty())
                    || (code.contains("2") && list.get("03.01.20").isEmpty());
            if (person || parent) {
                GbaCustody.of(list).ifPresent(without::add);
            }
        }
        assertThat(without).hasSizeGreaterThan(5).allSatisfy(said -> {
            assertThat(said.custody().type()).isEqualTo(CustodyType.NOT_DETERMINABLE);
            assertThat(said.custody().holders()).isEmpty();
            assertThat(said.doubt()).isNotNull();
        });
    }

    /** Law table 6.6 trap 6: secrecy 7, and every other code but 0. */
    @Test
    void keepsEveryAddressOfThePublishedSetThatTheRegisterKeeps() {
        Map<String, Set<Boolean>> found = new TreeMap<>();
        for (Map<String, String> list : lists()) {
            found.computeIfAbsent(list.get("07.70.10"), code -> new java.util.HashSet<>())
                    .add(GbaCustody.secret(list));
        }
        assertThat(found.keySet()).contains("0", "7");
        found.forEach(
                (code, secret) -> assertThat(secret).as(code).containsExactly(!code.isEmpty() && !code.equals("0")));
    }

    /** Law table 6.6 trap 6: names with signs of XML, quotes and letters of everywhere, and people without a given name or a number. */
    @Test
    void bringsEveryNameOfThePublishedSetOverAsItStands() {
        List<PersonName> names = lists().stream()
                .map(list ->
                        new PersonName(text(list, "01.02.10"), null, text(list, "01.02.30"), text(list, "01.02.40")))
                .distinct()
                .toList();
        assertThat(names).anyMatch(name -> name.given() == null && name.family() != null);
        assertThat(names.stream().map(name -> String.valueOf(name.family())).toList())
                .contains("<Onbekend> & </Onbemind>", "\"Onbekend\"");
        List<Person> people = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        for (PersonName name : names) {
            PersonRef ref = new PersonRef("p" + people.size());
            people.add(new Person(ref, HouseholdRole.OTHER));
            Content identity = new Content.Identity(name, PartialDate.UNKNOWN, Sex.UNKNOWN);
            sections.add(new Section(new SectionId("s" + ref), ref, DataCategory.IDENTITY, null, true, identity));
        }
        Message like = Messages.all().get(0);
        Message message = new Message(
                like.id(),
                like.thread(),
                null,
                like.kind(),
                like.sender(),
                like.senderRole(),
                like.recipient(),
                like.sentAt(),
                like.urgency(),
                like.purpose(),
                like.basis(),
                people,
                sections,
                null);
        Payload written = new FhirAdapter().write(message).orElseThrow();
        assertThat(new FhirAdapter().read(written))
                .isInstanceOfSatisfying(
                        Translation.Translated.class,
                        read -> assertThat(read.draft().sections()).isEqualTo(sections));
    }

    private static String text(Map<String, String> list, String element) {
        return list.get(element).isBlank() ? null : list.get(element);
    }

    @Test
    void saysNothingWhereTheListSaysNothing() {
        assertThat(GbaCustody.of(Map.of("01.01.20", "999990019"))).isEqualTo(Optional.empty());
    }

    static List<Map<String, String>> lists() {
        List<Map<String, String>> lists = new ArrayList<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(';')
                .detectBomHeader(true)
                .ofCsvRecord(RealFiles.folder("brp").resolve(FILE))) {
            List<String> header = List.of();
            for (CsvRecord row : rows) {
                if (header.isEmpty()) {
                    header = row.getFields();
                } else {
                    Map<String, String> list = new HashMap<>();
                    for (int i = 0; i < header.size(); i++) {
                        list.putIfAbsent(header.get(i), row.getField(i));
                    }
                    lists.add(list);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return lists;
    }

    private static void put(Map<String, String> list, String element, String text) {
        if (text != null) {
            list.put(element, text);
        }
    }

    private static List<String> numbers(List<PersonDetails> people) {
        return people.stream()
                .flatMap(person -> person.identifiers().stream())
                .map(PersonIdentifier::value)
                .collect(Collectors.toList());
    }
}
