package nl.sluis.adapter.register;

import java.util.LinkedHashMap;
import java.util.Map;

/** Answers as the BRP gives them about one child: one of each sort, held against the published description by {@link BrpDescriptionTest}. */
public final class BrpAnswers {

    /** Whom they are about. */
    public static final String CHILD = "999990019";

    /** Who holds authority, where somebody does. */
    public static final String PARENT = "999990020";

    /** The other one. */
    public static final String OTHER = "999990032";

    private static final String NAME = "`naam`:{`volledigeNaam`:`Naam van Iemand`}";
    private static final String MINOR =
            "`minderjarige`:{`burgerservicenummer`:`" + CHILD + "`," + NAME + ",`leeftijd`:9}";
    private static final String FIRST = "{`burgerservicenummer`:`" + PARENT + "`," + NAME + "}";
    private static final String SECOND = "{`burgerservicenummer`:`" + OTHER + "`," + NAME + "}";
    private static final String THIRD = "{`type`:`BekendeDerde`," + SECOND.substring(1);

    private BrpAnswers() {}

    /** By a name of ours, the relation of each. */
    public static Map<String, String> relations() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("joint", relation("GezamenlijkOuderlijkGezag", "`ouders`:[" + FIRST + "," + SECOND + "]"));
        all.put("sole", relation("EenhoofdigOuderlijkGezag", "`ouder`:" + FIRST));
        all.put("sole, investigated", relation("EenhoofdigOuderlijkGezag", "`inOnderzoek`:true,`ouder`:" + FIRST));
        all.put("parent without number", relation("EenhoofdigOuderlijkGezag", "`ouder`:{" + NAME + "}"));
        all.put("with a third", relation("GezamenlijkGezag", "`ouder`:" + FIRST + ",`derde`:" + THIRD));
        all.put(
                "with nobody knows who",
                relation("GezamenlijkGezag", "`ouder`:" + FIRST + ",`derde`:{`type`:`OnbekendeDerde`}"));
        all.put("guardian", relation("Voogdij", "`derden`:[" + THIRD + "]"));
        all.put("institution", relation("Voogdij", "`derden`:[]"));
        all.put("none", relation("TijdelijkGeenGezag", "`toelichting`:`Gezag is geschorst.`"));
        all.put("not determinable", relation("GezagNietTeBepalen", "`toelichting`:`Ouder is onbekend.`"));
        return all;
    }

    /** The answer with one of {@link #relations}. */
    public static String with(String name) {
        return "{`type`:`RaadpleegMetBurgerservicenummer`,`personen`:[{`burgerservicenummer`:`".replace('`', '"')
                + CHILD + "\",\"gezag\":[" + relations().get(name) + "]}]}";
    }

    private static String relation(String type, String rest) {
        return ("{`type`:`" + type + "`," + MINOR + "," + rest + "}").replace('`', '"');
    }
}
