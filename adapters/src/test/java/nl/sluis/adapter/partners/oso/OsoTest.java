package nl.sluis.adapter.partners.oso;

import static org.assertj.core.api.Assertions.assertThat;

import nl.sluis.adapter.Completeness;
import nl.sluis.adapter.ConsentStatement;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.RecipientScope;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Translation;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import org.junit.jupiter.api.Test;

class OsoTest {

    private static final String DOSSIER = Sample.of("oso-dossier.xml", "").text();

    @Test
    void takesConsentFromToestemmingAndCarriesTheDisagreement() {
        Draft draft = draft(DOSSIER);
        assertThat(draft.statements()).hasSize(2);
        ConsentStatement first = draft.statements().get(0);
        assertThat(first.capacity()).isEqualTo(Capacity.CUSTODIAN);
        assertThat(first.decision()).isEqualTo(ConsentDecision.GIVEN);
        assertThat(first.evidence()).isEqualTo("oso-inzage-2026-10-30");
        assertThat(first.recipients()).isSameAs(RecipientScope.ADDRESSED);
        assertThat(first.categories()).contains(DataCategory.OPINION).doesNotContain(DataCategory.PLANNING);
        assertThat(first.objection()).isNotNull();
    }

    @Test
    void neverTakesConsentFromAkkoord() {
        assertThat(draft(DOSSIER.replace("<akkoord>Nee<", "<akkoord>Ja<")
                                .replace("<toestemming>Ja<", "<toestemming>Onbekend<"))
                        .statements())
                .isEmpty();
        assertThat(draft(DOSSIER.replaceAll("<toestemming>.*</toestemming>", ""))
                        .statements())
                .isEmpty();
    }

    @Test
    void readsARefusalEvenWhenTheInspectionIsNotReleased() {
        String refused = DOSSIER.replace("<toestemming>Ja<", "<toestemming>Nee<")
                .replace("<cat_ouderinzage>VERPLICHT<", "<cat_ouderinzage>OPT-UIT<");
        assertThat(draft(refused).statements())
                .hasSize(2)
                .allMatch(statement -> statement.decision() == ConsentDecision.REFUSED);
    }

    @Test
    void asksThePupilFromSixteen() {
        Draft draft = draft(DOSSIER.replace("2017-03-01", "2010-10-30"));
        assertThat(draft.statements())
                .singleElement()
                .extracting(ConsentStatement::capacity)
                .isEqualTo(Capacity.SELF);
        assertThat(draft(DOSSIER.replace("2017-03-01", "2010-10-31")).statements())
                .hasSize(2);
    }

    @Test
    void leavesBehindWhatIsSecretForbiddenOrHidden() {
        String text = draft(DOSSIER).sections().stream()
                .map(section -> section.content())
                .map(content -> content instanceof Content.Carried carried ? carried.text() : "")
                .reduce("", String::concat);
        assertThat(text).contains("H54.2", "Mila werkt hard &amp; graag.");
        assertThat(text)
                .doesNotContain("rekenvaardigheid", "afgenomen op verzoek", "UEsDBBQ", "andere gezin", "NL00TEST");
        Completeness account = PartnerAdapterContract.account(read(DOSSIER));
        assertThat(account.notReleased())
                .anyMatch(path -> path.endsWith("communicatie[1]"))
                .anyMatch(path -> path.endsWith("/handelingsplan"))
                .anyMatch(path -> path.endsWith("/toetslijst"));
        assertThat(account.notUnderstood())
                .anyMatch(path -> path.endsWith("/bestandsinhoud"))
                .anyMatch(path -> path.endsWith("/comment()"))
                .anyMatch(path -> path.endsWith("/onbekendblok"));
    }

    @Test
    void keepsEveryAddressSecretWhenOneIs() {
        Draft draft = draft(DOSSIER.replaceFirst("<iban>", "<adresgeheim>true</adresgeheim><iban>"));
        assertThat(draft.sections().stream()
                        .map(section -> section.content())
                        .filter(Content.Address.class::isInstance)
                        .map(Content.Address.class::cast))
                .isNotEmpty()
                .allMatch(Content.Address::secret);
    }

    @Test
    void namesAnotherVersion() {
        assertThat(PartnerAdapterContract.codes(read(DOSSIER.replace("/2019/", "/2017/"))))
                .containsExactly("OSO_VERSION_NOT_SUPPORTED");
        assertThat(PartnerAdapterContract.codes(read("<a/>"))).containsExactly("NOT_OSO");
    }

    private static Draft draft(String xml) {
        return ((Translation.Translated) read(xml)).draft();
    }

    private static Translation read(String xml) {
        return new OsoAdapter().read(new Payload("text/xml", xml.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
