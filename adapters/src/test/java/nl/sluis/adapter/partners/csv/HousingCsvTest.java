package nl.sluis.adapter.partners.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.sluis.adapter.ArrearsEvidence;
import nl.sluis.adapter.Batch;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.RealFiles;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.CitizenNumbers;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rent arrears: evidence, two styles of dates, codes that lapsed, and never a citizen service number. */
class HousingCsvTest {

    private static final String CSV = Sample.of("housing-arrears.csv", "").text();
    private static final CsvAdapter HOUSING = Profiles.ofSample("housing-arrears.yaml");

    @Test
    void knowsTheTenantByNameBirthDateAndAddressOnly() {
        Draft draft = draft(CSV);
        assertThat(draft.basis()).isEqualTo(LegalBasis.ARREARS_BGS_2);
        assertThat(draft.sections().stream().map(section -> section.category()))
                .containsExactly(
                        DataCategory.IDENTITY,
                        DataCategory.ADDRESS,
                        DataCategory.CONTACT,
                        DataCategory.CONTACT,
                        DataCategory.DEBT_AMOUNT);
        assertThat(draft.sections().get(1).content())
                .isEqualTo(new Content.Address("Populierstraat", "18 A", "9999ZZ", "Lindedam", null, false));
        assertThat(draft.persons().get(0).identifiers())
                .containsExactly(new PersonIdentifier(PersonIdentifier.LOCAL, "H-1107"));
        assertThat(draft.persons().get(0).birthDate()).isEqualTo(PartialDate.parse("1992-05-04"));
    }

    /** Both styles in one file, law table 6.6 trap 13. */
    @Test
    void readsBothStylesOfDatesInOneRow() {
        ArrearsEvidence evidence = draft(CSV).arrears();
        assertThat(evidence.contactAttempted().on()).isEqualTo(PartialDate.parse("2026-10-06"));
        assertThat(evidence.pointedToHelp().on()).isEqualTo(PartialDate.parse("2026-10-06"));
        assertThat(evidence.writtenReminder().reference()).isEqualTo("BR-2026-0881");
        assertThat(evidence.reaction()).isEqualTo(ArrearsEvidence.Reaction.NONE);
    }

    @Test
    void takesAnEmptyDayForNoEvidenceAndAnEmptyReactionForAFault() {
        ArrearsEvidence evidence = draft(CSV.replace("\"06-10-2026\"", "\"\"")).arrears();
        assertThat(evidence.contactAttempted()).isNull();
        assertThat(evidence.offeredToPassOn()).isNotNull();
        assertThat(draft(CSV.replace("\"geen\"", "\"bezwaar\"")).arrears().reaction())
                .isEqualTo(ArrearsEvidence.Reaction.OBJECTED);
        assertThat(faults(CSV.replace("\"geen\"", "\"\""))).containsExactly("/row[2]/Reactie REQUIRED");
        assertThat(faults(CSV.replace("\"06-10-2026\"", "\"21-11-2026\"")))
                .containsExactly("/row[2]/Contact gezocht op NO_EVIDENCE");
        assertThat(faults(CSV.replace("\"06-10-2026\"", "\"0-0-0000\"")))
                .containsExactly("/row[2]/Contact gezocht op NO_EVIDENCE");
    }

    @Test
    void saysOfACodeThatLapsedWhichTookItsPlace() {
        Translation lapsed = read(CSV.replace("\"HUA\"", "\"HACH\""));
        assertThat(((Translation.Untranslatable) lapsed).violations())
                .containsExactly(new Violation(
                        "/row[2]/Signaal", "CODE_LAPSED", "This code was in use until 2025-10-09; use HUA."));
        String before = CSV.replace("\"2026-11-20\"", "\"9-10-2025\"")
                .replace("06-10-2026", "")
                .replace("2026-10-06", "")
                .replace("14-10-2026", "");
        assertThat(faults(before)).containsExactly("/row[2]/Signaal CODE_NOT_YET");
        assertThat(faults(before.replace("\"HUA\"", "\"HACH\""))).isEmpty();
        assertThat(faults(CSV.replace("\"HUA\"", "\"AGR\""))).containsExactly("/row[2]/Signaal UNKNOWN_CODE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999990019",
                "9999.90.019",
                "999 990 019",
                "999-990-019",
                "BSN 999990019!",
                "BSN999990019",
                "999990019BSN",
                "9999-90-019",
                "9999/90/019",
                "99.99.90.019",
                "9999 90019",
                "99999.0019",
                "999-990019",
                "999990\u00a0019",
                "zie 999990019;999990019"
            })
    void refusesACitizenServiceNumberWhereverItStandsAndNeverShowsIt(String number) {
        for (String column : List.of("Bomenbuurt", "0,00", "Populierstraat", "0600000001", "BR-2026-0881")) {
            Translation translation = read(CSV.replace("\"" + column + "\"", "\"" + number + "\""));
            List<Violation> violations = ((Translation.Untranslatable) translation).violations();
            assertThat(violations).hasSize(1);
            assertThat(violations.get(0).code()).isEqualTo("BSN_FORBIDDEN");
            assertThat(violations.get(0).path()).startsWith("/row[2]/");
            assertThat(violations.toString()).doesNotContain(number, "999990019", "0019", "90.019", "990 019");
        }
    }

    /** All but 12345673, the zeros and what has ten digits pass the eleven test, with a zero before them where they have eight digits. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "12345672, true",
        "zie 12345672, true",
        "BSN12345672, true",
        "012345672, true",
        "12345673, false",
        "06-12345672, false",
        "12345672.50, false",
        "0612345672, false",
        "20261111, false",
        "07051992, false",
        "2026-00804, false",
        "2026 00804, true",
        "1234 56782, true",
        "(1234 56782), true",
        "1234 56783, false",
        "1234  56782, false",
        "+31 1234 56782, false",
        "1234 56782 12, false",
        "12 3456782, false",
        "1234567.82, false",
        "1999990019, false",
        "00000000, false"
    })
    void takesEightDigitsForANumberThatLostItsZeroAndNoDayTelephoneOrInvoice(String text, boolean found) {
        assertThat(CitizenNumbers.in(text)).isEqualTo(found);
    }

    @Test
    void refusesAnythingUnderAHeaderThatSaysCitizenServiceNumber() {
        for (String header : List.of("BSN", "Burgerservicenummer", "sofinummer")) {
            assertThat(faults(CSV.replace("\"Complexnaam\"", "\"" + header + "\"")))
                    .containsExactly("/row[2]/column[25] BSN_FORBIDDEN");
        }
        // Nine digits that fail the test, or that the profile names as its own, are a number like any other
        assertThat(faults(CSV.replace("\"Bomenbuurt\"", "\"999990018\""))).isEmpty();
        assertThat(faults(CSV.replace("\"H-1107\"", "\"999990019\""))).isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"AANVULLENDEDOELGROEP;ZORI, 2023-09-08", "ZAAKTYPEDETAILSOORT;VUIL, 2022-11-10"})
    void readsTheDaysOfThePublishedListsOfVera(String code, String until) {
        String profile = """
                profile: sluis-csv/1
                name: vera
                partner: VERA
                type: OTHER
                file: {dates: [d-M-yyyy]}
                message: {kind: SIGNAL, basis: NONE}
                persons: {soort: {role: OTHER, name: {family: Code, given: Soort}}}
                sections:
                  code:
                    about: soort
                    category: PLANNING
                    planned: {description: Naam, from: Begindatum, until: Einddatum}
                """;
        String file = RealFiles.read("vera", "Referentiedata.csv");
        Batch batch = Profiles.of(profile)
                .readAll(
                        new Payload(
                                "text/csv;profile=vera",
                                (file.endsWith("\n") ? file : file + "\n").getBytes(StandardCharsets.UTF_8)),
                        10_000);
        assertThat(batch.faults()).isEmpty();
        assertThat(batch.entries()).hasSizeGreaterThan(2400);
        Map<String, Content> codes = batch.entries().stream()
                .map(Batch.Entry::translation)
                .filter(Translation.Translated.class::isInstance)
                .map(read -> ((Translation.Translated) read).draft())
                .filter(draft -> draft.sections().get(0).content() instanceof Content.Identity)
                .collect(Collectors.toMap(
                        HousingCsvTest::code, draft -> draft.sections().get(1).content(), (one, other) -> one));
        assertThat(((Content.Planned) codes.get(code)).until()).isEqualTo(PartialDate.parse(until));
        // Four days of the published file are none: 22-11-24, 14-02-205, 31-01-2025. and 24-01-25
        assertThat(batch.entries().stream()
                        .map(Batch.Entry::translation)
                        .filter(Translation.Untranslatable.class::isInstance)
                        .flatMap(no -> ((Translation.Untranslatable) no).violations().stream())
                        .map(fault -> fault.path().replaceFirst("\\d+", "N") + " " + fault.code()))
                .containsExactlyInAnyOrder(
                        "/row[N]/Begindatum NOT_A_DATE",
                        "/row[N]/Begindatum NOT_A_DATE",
                        "/row[N]/Begindatum NOT_A_DATE",
                        "/row[N]/Begindatum NOT_A_DATE");
    }

    @Test
    void readsArrearsOfAnotherCreditorOnItsOwnBasis() {
        Sample sample = Sample.of("creditor-arrears.csv", "text/csv;profile=lindewater-achterstand");
        Translation read = Profiles.ofSample("creditor-arrears.yaml").read(sample.payload());
        Draft draft = ((Translation.Translated) read).draft();
        assertThat(draft.basis()).isEqualTo(LegalBasis.ARREARS_WGS_TRS);
        assertThat(draft.arrears()).isNotNull();
        assertThat(draft.sections().get(2).lifeDomain()).isEqualTo(LifeDomain.FIN);
    }

    private static String code(Draft draft) {
        Content.Identity identity = (Content.Identity) draft.sections().get(0).content();
        return identity.name().given() + ";" + identity.name().family();
    }

    private static List<String> faults(String csv) {
        return read(csv) instanceof Translation.Untranslatable no
                ? no.violations().stream()
                        .map(each -> each.path() + " " + each.code())
                        .toList()
                : List.of();
    }

    private static Draft draft(String csv) {
        assertThat(faults(csv)).isEmpty();
        return ((Translation.Translated) read(csv)).draft();
    }

    private static Translation read(String csv) {
        return HOUSING.read(new Payload("text/csv;profile=eik-huurachterstand", csv.getBytes(StandardCharsets.UTF_8)));
    }
}
