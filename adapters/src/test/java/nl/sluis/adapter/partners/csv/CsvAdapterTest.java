package nl.sluis.adapter.partners.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.sluis.adapter.Batch;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvAdapterTest {

    private static final String CSV = Sample.of("school-concern.csv", "").text();
    private static final CsvAdapter SCHOOL = Profiles.ofSample("school-concern.yaml");

    @Test
    void readsAConcernWithItsPersons() {
        Draft draft = ((Translation.Translated) read(CSV)).draft();
        assertThat(draft.sections().stream().map(section -> section.id().value()))
                .containsExactly("leerling:identity", "leerling:bsn", "ouder:identity", "ouder:phone", "zorg");
        assertThat(draft.sections().get(4).content())
                .isEqualTo(new Content.Statement(
                        "Viel vijf keer in slaap;\nook tijdens gym. \"Moe\", zegt zij.",
                        AssertionType.OBSERVED,
                        PartialDate.parse("2026-11-16"),
                        null));
        assertThat(draft.persons().get(0).identifiers())
                .containsExactlyInAnyOrder(
                        new PersonIdentifier("local", "LL-204"), new PersonIdentifier("bsn", "999990019"));
        assertThat(draft.arrears()).isNull();
    }

    @ParameterizedTest(name = "{0} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"1-3-2017\"|\"2017-03-01\"|/row[2]/Geboortedatum NOT_A_DATE",
                "\"1-3-2017\"|\"31-2-2017\"|/row[2]/Geboortedatum NOT_A_DATE",
                "\"1-3-2017\"|\"\"|/row[2]/Geboortedatum REQUIRED",
                "\"999990019\"|\"999990018\"|/row[2]/BSN BSN_INVALID",
                "\"gezondheid\"|\"Gezondheid\"|/row[2]/Leefgebied UNKNOWN_CODE",
                "\"gezien\"|\"verteld\"|/row[2]/Hoe weten we dit REQUIRED",
                "\"Sanne\"|\"=1+1\"|/row[2]/Voornaam ouder FORMULA",
                "\"Sanne\"|\"@SUM(A1)\"|/row[2]/Voornaam ouder FORMULA",
                "\"Sanne\"|\" -cmd\"|/row[2]/Voornaam ouder FORMULA",
                "\"Sanne\"|\"Sanne\";\"\"|/row[2] RAGGED_ROW",
                "\"V\";\"999990019\"|\"V\"|/row[2] RAGGED_ROW",
                "\"Geslacht\"|\"BSN\"|/column[9] DUPLICATE_COLUMN",
                "\"Geslacht\"|\"Zqxmarker\"|/row[1] MISSING_COLUMN",
                "\"Sanne\"|\"San\"ne|/ NOT_CSV",
            })
    void namesThePlaceAndNeverTheValue(String right, String wrong, String fault) {
        Translation translation = read(CSV.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
        List<Violation> violations = ((Translation.Untranslatable) translation).violations();
        assertThat(violations.get(0).path() + " " + violations.get(0).code()).isEqualTo(fault);
        assertThat(violations.toString()).doesNotContain("Zqxmarker", "999990018", "SUM");
    }

    @Test
    void boundsWhatIsHostile() {
        assertThat(codes(CSV.replace("Sanne", "x".repeat(10_000_000)))).containsExactly("TOO_DEEP_OR_TOO_LONG");
        assertThat(codes(CSV.replace("Sanne", "x\n".repeat(6_000)))).containsExactly("TOO_LONG");
        assertThat(codes(CSV.replace("Sanne", "San\u0000ne"))).containsExactly("CONTROL_CHARACTER");
        assertThat(codes(CSV.stripTrailing())).containsExactly("CUT_OFF");
        assertThat(codes(CSV.substring(0, CSV.lastIndexOf('"')) + "\n")).containsExactly("NOT_CSV");
        assertThat(codes(CSV.lines().findFirst().orElseThrow() + "\n")).containsExactly("EMPTY");
        assertThat(codes("a;b\n".repeat(10_002))).containsExactly("TOO_MANY");
        assertThat(codes(";".repeat(300) + "\nx\n")).containsExactly("TOO_MANY");
        assertThat(codes(CSV + CSV.lines().skip(1).findFirst().orElseThrow())).containsExactly("CUT_OFF");
        assertThat(codes("\n\n\n")).containsExactly("EMPTY");
        assertThat(codes("\"\n")).isNotEmpty();
    }

    /** The header comes with each message: unbounded, a small file would become a very large one. */
    @Test
    void boundsAHeaderThatRunsOverManyLines() {
        String header = CSV.lines().findFirst().orElseThrow();
        String cell = ";\"" + "x\n".repeat(4_999) + "\"";
        assertThat(codes(CSV.replace(header, header + cell))).containsExactly("RAGGED_ROW");
        assertThat(codes(CSV.replace(header, header + cell.replaceFirst("x", "xxxx"))))
                .containsExactly("TOO_LONG");
        assertThat(codes(CSV.replace(header, header + cell.repeat(7)))).containsExactly("TOO_LONG");
    }

    @Test
    void refusesMoreMessagesThanAreReadBeforeItMakesThem() {
        String row = CSV.substring(CSV.indexOf("\"2026-41\""));
        Payload two = payload(
                (CSV + row.replace("2026-41", "2026-42").replace("1-3-2017", "x")).getBytes(StandardCharsets.UTF_8));
        assertThat(SCHOOL.readAll(two, 2).entries()).hasSize(2);
        Payload three = payload((CSV + row.replace("2026-41", "2026-42") + row.replace("2026-41", "2026-43"))
                .getBytes(StandardCharsets.UTF_8));
        assertThat(SCHOOL.readAll(three, 2))
                .isEqualTo(Batch.faulty(List.of(new Violation("/", "TOO_MANY", "A batch has at most 2 messages."))));
    }

    @Test
    void readsTheCharacterSetOfTheProfileAndNoOther() {
        String yaml = Sample.of("school-concern.yaml", "").text();
        String name = CSV.replace("Sanne", "Zoë");
        for (String set : List.of("windows-1252", "ISO-8859-1", "ISO-8859-15")) {
            CsvAdapter single = Profiles.of(yaml.replace("UTF-8", set));
            assertThat(single.read(payload(name.getBytes(Charset.forName(set)))))
                    .isInstanceOf(Translation.Translated.class);
            assertThat(PartnerAdapterContract.codes(single.read(payload(name.getBytes(StandardCharsets.UTF_8)))))
                    .containsExactly("WRONG_CHARSET");
        }
        assertThat(codes(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void takesAByteOrderMarkOnlyWhenItIsAgreed() {
        String yaml = Sample.of("school-concern.yaml", "").text().replace("UTF-8", "UTF-8, byte-order-mark: yes");
        Translation marked = Profiles.of(yaml).read(payload(("\uFEFF" + CSV).getBytes(StandardCharsets.UTF_8)));
        assertThat(marked).isInstanceOf(Translation.Translated.class);
        assertThat(codes("\uFEFF" + CSV)).containsExactly("BYTE_ORDER_MARK");
    }

    @Test
    void holdsUpOnlyTheMessageOfARowAtFault() {
        String row = CSV.substring(CSV.indexOf("\"2026-41\""));
        String file = CSV
                + row.replace("2026-41", "2026-42").replace("1-3-2017", "31-2-2017")
                + row.replace("2026-41", "2026-43");
        Batch batch = SCHOOL.readAll(payload(file.getBytes(StandardCharsets.UTF_8)), 3);
        assertThat(batch.entries()).hasSize(3);
        assertThat(batch.entries().get(1).translation())
                .isEqualTo(new Translation.Untranslatable(List.of(new Violation(
                        "/row[3]/Geboortedatum",
                        "NOT_A_DATE",
                        "No such date, or written otherwise than the profile says."))));
        assertThat(new String(batch.entries().get(2).original().bytes(), StandardCharsets.UTF_8))
                .isEqualTo(CSV.substring(0, CSV.indexOf("\"2026-41\"")) + row.replace("2026-41", "2026-43"));
        assertThat(codes(file)).containsExactly("SEVERAL_MESSAGES");
    }

    @Test
    void givesTheFileBackWithAColumnThatNamesPlaces() {
        String file = CSV.replace("\"Sanne\"", "\"=HYPERLINK(1)\"").replace("0600000001", "+31600000001");
        Payload answer = SCHOOL.answer(
                payload(file.getBytes(StandardCharsets.UTF_8)), List.of("/row[2]/Voornaam ouder FORMULA"));
        String text = new String(answer.bytes(), StandardCharsets.UTF_8);
        assertThat(text).contains(";Verteld door;sluis\r\n", ";/row[2]/Voornaam ouder FORMULA\r\n");
        assertThat(text).contains(";'=HYPERLINK(1);", ";+31600000001;", "\"\"Moe\"\"");
        Payload broken = SCHOOL.answer(payload("x;y\n1;2\n".getBytes(StandardCharsets.UTF_8)), List.of());
        assertThat(new String(broken.bytes(), StandardCharsets.UTF_8)).startsWith("sluis\r\n/row[1] NO_HEADER");
    }

    @Test
    void takesTwoRowsOfOneMessageForOnePersonByItsNumber() {
        String row = CSV.substring(CSV.indexOf("\"2026-41\""));
        Draft draft = ((Translation.Translated) read(CSV + row.replace("gezondheid", "thuis"))).draft();
        assertThat(draft.persons().stream().map(person -> person.ref().value()))
                .containsExactly("leerling", "ouder", "ouder-2");
        assertThat(draft.sections())
                .filteredOn(section -> section.id().value().startsWith("zorg"))
                .hasSize(2);
        assertThat(codes(CSV + row.replace("Mila", "Milo"))).containsExactly("CONTRADICTION");
        assertThat(codes(CSV + row.replace("\"IB\"", "\"LK\""))).containsExactly("CONTRADICTION");
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1.412,50|,|1412.50",
                "1412,5|,|1412.5",
                "1412|,|1412.00",
                "€ 12,30|,|12.30",
                "1,412.50|.|1412.50",
                "1.412|,|1412.00",
                "12.50|,|",
                "-5,00|,|",
                "1.41,00|,|",
                "1,412|.|1412.00",
                "9999999999,00|,|",
                "1e3|,|",
            })
    void readsAmountsAsTheProfileSays(String written, String decimal, BigDecimal euros) {
        String profile = """
                profile: sluis-csv/1
                name: x
                partner: x
                type: OTHER
                file: {decimal: "%s", delimiter: "|"}
                message: {kind: SIGNAL, basis: CONSENT}
                persons: {p: {role: OTHER, name: {family: naam}}}
                sections: {s: {about: p, category: DEBT_AMOUNT, life-domain: FIN, amount: {euros: bedrag}}}
                """.formatted(decimal);
        Translation translation = Profiles.of(profile)
                .read(new Payload(
                        "text/csv;profile=x",
                        ("naam|bedrag\nDemir|" + written + "\n").getBytes(StandardCharsets.UTF_8)));
        if (euros == null) {
            assertThat(PartnerAdapterContract.codes(translation)).isNotEmpty();
        } else {
            assertThat(((Translation.Translated) translation)
                            .draft()
                            .sections()
                            .get(1)
                            .content())
                    .isEqualTo(new Content.Amount(euros.setScale(2), null));
        }
    }

    private static List<String> codes(String csv) {
        return PartnerAdapterContract.codes(read(csv));
    }

    private static Translation read(String csv) {
        return SCHOOL.read(payload(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static Payload payload(byte[] bytes) {
        return new Payload("text/csv;profile=wilgenhof-zorgsignaal", bytes);
    }
}
