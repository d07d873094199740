package nl.sluis.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.Sex;
import org.junit.jupiter.api.Test;

class ContentTextTest {

    private static final PartialDate MARCH = PartialDate.parse("2017-03-00");

    @Test
    void writesEveryContentAsPeopleDo() {
        PersonName name = new PersonName(null, "M.", "van", "Rijn");
        assertThat(ContentText.of(new Content.Identity(name, MARCH, Sex.FEMALE)))
                .isEqualTo("M. van Rijn, geboren maart 2017");
        assertThat(ContentText.of(new Content.CitizenNumber(new Bsn("999990019"))))
                .isEqualTo("999990019");
        assertThat(ContentText.of(new Content.Address("Populierstraat", "18", null, "Lindedam", null, true)))
                .isEqualTo("Populierstraat 18, Lindedam");
        assertThat(ContentText.of(new Content.ContactPoint("phone", "000"))).isEqualTo("000");
        assertThat(ContentText.of(new Content.Statement("Moe.", AssertionType.OBSERVED, MARCH, null)))
                .isEqualTo("Moe.");
        assertThat(ContentText.of(new Content.Coded("icpc", "P20", "Geheugenprobleem")))
                .isEqualTo("Geheugenprobleem (icpc P20)");
        assertThat(ContentText.of(new Content.Goal("Rust", "loopt", PartialDate.parse("2027-06-01"))))
                .isEqualTo("Rust (loopt, voor 1 juni 2027)");
        assertThat(ContentText.of(new Content.Planned("Evaluatie", null, null, null)))
                .isEqualTo("Evaluatie");
        assertThat(ContentText.of(new Content.Planned("Evaluatie", MARCH, MARCH, "I. Meijer")))
                .isEqualTo("Evaluatie (vanaf maart 2017, tot maart 2017, I. Meijer)");
        assertThat(ContentText.of(new Content.Amount(new BigDecimal("1250"), PartialDate.parse("2026-00-00"))))
                .isEqualToNormalizingWhitespace("€ 1.250,00 (sinds 2026)");
        assertThat(ContentText.of(new Content.Carried("application/xml", "<a/>")))
                .isEqualTo("<a/>");
    }

    @Test
    void saysNoMoreOfADateThanIsKnown() {
        assertThat(DateText.of(PartialDate.UNKNOWN, Locale.ENGLISH)).isEqualTo("?");
        assertThat(DateText.of(PartialDate.parse("2026-11-19"), Locale.ENGLISH)).isEqualTo("19 November 2026");
    }
}
