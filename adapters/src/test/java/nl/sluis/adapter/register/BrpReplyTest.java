package nl.sluis.adapter.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.register.BrpReply.NotTold;
import nl.sluis.adapter.register.BrpReply.Reason;
import nl.sluis.adapter.register.BrpReply.Told;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.CustodyType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrpReplyTest {

    private static final Bsn MILA = new Bsn("999990019");
    private static final String SOLE =
            "{`type`:`EenhoofdigOuderlijkGezag`,`minderjarige`:{`burgerservicenummer`:`999990019`},"
                    + "`ouder`:{`burgerservicenummer`:`999990020`,`naam`:{}}}";

    @Test
    void asksTwoFieldsOfOnePersonAndNoMore() {
        assertThat(new String(BrpQuestion.custodyOf(MILA).bytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"type\":\"RaadpleegMetBurgerservicenummer\",\"fields\":[\"burgerservicenummer\",\"gezag\"],"
                                + "\"burgerservicenummer\":[\"999990019\"]}");
        assertThat(BrpQuestion.custodyOf(MILA).toString()).doesNotContain(MILA.value());
    }

    @Test
    void takesTheWordAboutWhomWasAskedFor() {
        BrpReply reply = read("{`burgerservicenummer`:`999990019`,`gezag`:[" + SOLE + "]}");
        assertThat(reply).isInstanceOf(Told.class);
        assertThat(((Told) reply).statement().custody().type()).isEqualTo(CustodyType.SOLE_PARENT);
        assertThat(((Told) reply).statement().custody().underInvestigation()).isFalse();
        assertThat(reply.toString()).doesNotContain(MILA.value()).doesNotContain("999990020");
    }

    @Test
    void saysThatItIsUnderInvestigationWhenTheRegisterLooksIntoWhoThisIs() {
        BrpReply reply = read("{`burgerservicenummer`:`999990019`,`inOnderzoek`:{`burgerservicenummer`:true},`gezag`:["
                + SOLE + "]}");
        assertThat(((Told) reply).statement().custody().underInvestigation()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "                                                                                    | NOBODY",
                "{`burgerservicenummer`:`999990019`},{`burgerservicenummer`:`999990020`}             | SEVERAL_PEOPLE",
                "{`burgerservicenummer`:`999990019`},{`burgerservicenummer`:`999990019`}             | SEVERAL_PEOPLE",
                "{`burgerservicenummer`:`999990020`,`gezag`:[SOLE]}                                  | SOMEBODY_ELSE",
                "{`gezag`:[SOLE]}                                                                    | SOMEBODY_ELSE",
                "{`burgerservicenummer`:`999990019`}                                                 | NO_CUSTODY",
                "{`burgerservicenummer`:`999990019`,`gezag`:[]}                                      | NO_CUSTODY",
                "{`burgerservicenummer`:`999990019`,`gezag`:[OTHER]}                                 | NO_CUSTODY",
                "{`burgerservicenummer`:`12345`}                                                     | NOT_READABLE",
                "{`burgerservicenummer`:`999990019`,`gezag`:[{`type`:`Voogdij`}]}                    | NOT_READABLE",
            })
    void takesNothingFromAnAnswerThatIsNotAboutThatPersonAlone(String people, Reason reason) {
        String text = people == null
                ? ""
                : people.replace("SOLE", SOLE).replace("OTHER", SOLE.replace("999990019", "999990032"));
        assertThat(read(text)).isEqualTo(new NotTold(reason));
    }

    private static BrpReply read(String people) {
        String text = ("{`type`:`RaadpleegMetBurgerservicenummer`,`personen`:[" + people + "]}").replace('`', '"');
        return BrpReply.read(new Payload("application/json", text.getBytes(StandardCharsets.UTF_8)), MILA);
    }
}
