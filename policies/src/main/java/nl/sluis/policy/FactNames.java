package nl.sluis.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Regime;
import nl.sluis.policy.rules.Fact;
import nl.sluis.policy.rules.Packed;

/** Every fact that the code establishes; what each means stands in {@code 10-woordenlijst.md}. */
final class FactNames {

    private static final List<FactName<?>> ALL = new ArrayList<>();

    private static final List<String> NO_YES = List.of("nee", "ja");

    /** The place before the first. */
    private static final Packed NOWHERE = new Packed(0, 0, 0);

    // About the message
    static final FactName<LegalBasis> BASIS = coded("grondslag", LegalBasis.values());
    static final FactName<Boolean> IN_FORCE = message("in-werking");
    static final FactName<MessageKind> KIND = coded("soort", MessageKind.values());
    static final FactName<OrganisationType> RECIPIENT = coded("ontvanger", OrganisationType.values());
    static final FactName<OrganisationType> DISCLOSER = coded("grond-afzender", OrganisationType.values());
    static final FactName<OrganisationType> RECEIVER = coded("grond-ontvanger", OrganisationType.values());
    static final FactName<Boolean> DOCTOR = message("rol", "anders", "ARTS");
    static final FactName<Regime> REGIME = coded("regime", Regime.values());
    static final FactName<Boolean> PURPOSE_STATED = message("doel", "ontbreekt", "genoemd");
    static final FactName<Boolean> PARENTS_MUST_NOT_KNOW = message("ouders-mogen-niet-weten");
    static final FactName<Boolean> IDENTIFYING = message("herkenbaar");
    static final List<FactName<Boolean>> STEPS =
            List.of(message("stap1"), message("stap2"), message("stap3"), message("stap4"), message("stap5"));
    static final FactName<Boolean> RESPONSIBLE_NAMED = message("verantwoordelijke");
    static final FactName<MeldcodeRecord.Weighing> WEIGHING =
            name(Fact.Level.MESSAGE, "weging", List.of("moet-melden", "hoeft-niet"));
    static final FactName<Boolean> ADVICE_ASKED = message("vt-advies");
    static final FactName<Boolean> INFORMED = message("geinformeerd");
    static final FactName<Boolean> CIRCLE_AGE_KNOWN = message("kring-leeftijd", "onbekend", "bekend");
    static final FactName<Boolean> CIRCLE_CUSTODY_KNOWN = message("kring-gezag", "onbekend", "bekend");
    static final FactName<Boolean> INFORMING_SKIPPED = message("informeren-overgeslagen");
    static final FactName<Boolean> SECOND_PROFESSIONAL = message("tweede-professional");
    static final FactName<MeasureState> MEASURE = worded("maatregel", MeasureState.values(), MeasureState::word);
    static final FactName<Boolean> ARREARS_CONTACT = message("huur-contact");
    static final FactName<Boolean> ARREARS_HELP = message("huur-gewezen");
    static final FactName<Boolean> ARREARS_REMINDER = message("huur-herinnerd");
    static final FactName<Boolean> ARREARS_OFFER = message("huur-aangeboden");
    static final FactName<Boolean> ARREARS_OBJECTION = message("huur-bezwaar");
    static final FactName<Boolean> MINIMUM = message("minimum", "onvolledig", "volledig");
    static final FactName<Boolean> PRINCIPAL_ADULT = message("hoofdpersoon", "minderjarig", "meerderjarig");
    static final FactName<Boolean> MEETING = message("bijeenkomst", "geen", "vastgelegd");
    static final FactName<Boolean> DISCLOSER_WAS_THERE = message("afzender-aanwezig");
    static final FactName<Boolean> RECEIVER_WAS_THERE = message("ontvanger-aanwezig");

    // About one item
    static final FactName<DataCategory> CATEGORY = codedItem("categorie", DataCategory.values());
    static final FactName<Boolean> THIRD_PARTY = item("derde");
    static final FactName<Boolean> WITHHELD = item("ingehouden");
    static final FactName<Boolean> SECRET_ADDRESS = item("geheim-adres");
    static final FactName<AgeClass> AGE = wordedItem("leeftijd", AgeClass.values(), AgeClass::word);
    static final FactName<Boolean> CAPABLE = item("wilsbekwaam");
    static final FactName<RecordedFacts.Disclosure1215> DISCLOSURE =
            codedItem("openbaarmaking", RecordedFacts.Disclosure1215.values());
    static final FactName<HeldBy> CUSTODY = wordedItem("gezag", HeldBy.values(), HeldBy::word);
    static final FactName<Boolean> CUSTODIANS_AGREE = item("gezagsdragers-akkoord");
    static final FactName<Boolean> SELF_AGREES = item("betrokkene-akkoord");
    static final FactName<Boolean> REPRESENTATIVE_AGREES = item("vertegenwoordiger-akkoord");
    static final FactName<Boolean> REPRESENTATIVE_KNOWN = item("vertegenwoordiger-bekend");
    static final FactName<Boolean> CUSTODIAN_REFUSES = item("gezagsdrager-weigert");
    static final FactName<Boolean> SELF_REFUSES = item("betrokkene-weigert");
    static final FactName<Boolean> WITHDRAWN = item("ingetrokken");
    static final FactName<Boolean> EXPIRED = item("verlopen");
    static final FactName<Boolean> NOT_YET_VALID = item("niet-ingegaan");
    static final FactName<Boolean> WITHOUT_EVIDENCE = item("zonder-bewijs");
    static final FactName<Boolean> RECIPIENT_OUT_OF_SCOPE = item("buiten-ontvanger");
    static final FactName<Boolean> PURPOSE_OUT_OF_SCOPE = item("buiten-doel");
    static final FactName<Boolean> CATEGORY_OUT_OF_SCOPE = item("buiten-categorie");
    static final FactName<Boolean> DOMAIN_OUT_OF_SCOPE = item("buiten-leefgebied");
    static final FactName<Boolean> CONSENT_MISSING = item("toestemming-ontbreekt");
    static final FactName<Boolean> OUTSIDER_DECIDED = item("geen-gezagsdrager");
    static final FactName<Boolean> ITEM_INFORMED = item("gegeven-geinformeerd");
    static final FactName<Boolean> OWN_MEASURE = item("eigen-maatregel");
    static final FactName<Boolean> DISCUSSED = item("besproken");
    static final FactName<Boolean> PARENT_ABSENT = item("ouder-afwezig");
    static final FactName<Boolean> GUARDIAN_ABSENT = item("voogd-afwezig");
    static final FactName<Boolean> YOUTH_ABSENT = item("jeugdige-afwezig");
    static final FactName<Boolean> SELF_ABSENT = item("betrokkene-afwezig");
    static final FactName<Boolean> CUSTODIAN_OBJECTED = item("gezagsdrager-bezwaar");
    static final FactName<Boolean> SELF_OBJECTED = item("betrokkene-bezwaar");

    private FactNames() {}

    /** All of them, each at its own index. */
    static List<FactName<?>> all() {
        return Collections.unmodifiableList(ALL);
    }

    /** The facts with these words, in their order; a word that the code does not establish is left out. */
    static List<FactName<?>> named(List<String> words) {
        List<FactName<?>> found = new ArrayList<>();
        for (String word : words) {
            ALL.stream().filter(name -> name.word().equals(word)).forEach(found::add);
        }
        return List.copyOf(found);
    }

    /** How many longs hold the facts of a level. */
    static int longs(Fact.Level level) {
        return last(level).longs();
    }

    /** How many there are. */
    static int count() {
        return ALL.size();
    }

    private static <V> FactName<V> name(Fact.Level level, String word, List<String> values) {
        Packed packed = Packed.after(last(level), values.size());
        FactName<V> name = new FactName<>(ALL.size(), level, word, values, packed);
        ALL.add(name);
        return name;
    }

    private static Packed last(Fact.Level level) {
        return ALL.stream()
                .filter(name -> name.level() == level)
                .reduce((before, after) -> after)
                .map(FactName::packed)
                .orElse(NOWHERE);
    }

    private static FactName<Boolean> message(String word) {
        return name(Fact.Level.MESSAGE, word, NO_YES);
    }

    private static FactName<Boolean> message(String word, String no, String yes) {
        return name(Fact.Level.MESSAGE, word, List.of(no, yes));
    }

    private static FactName<Boolean> item(String word) {
        return name(Fact.Level.ITEM, word, NO_YES);
    }

    private static <V extends Enum<V>> FactName<V> coded(String word, V[] values) {
        return worded(word, values, Enum::name);
    }

    private static <V extends Enum<V>> FactName<V> codedItem(String word, V[] values) {
        return wordedItem(word, values, Enum::name);
    }

    private static <V> FactName<V> worded(String word, V[] values, Function<V, String> each) {
        return name(Fact.Level.MESSAGE, word, Arrays.stream(values).map(each).toList());
    }

    private static <V> FactName<V> wordedItem(String word, V[] values, Function<V, String> each) {
        return name(Fact.Level.ITEM, word, Arrays.stream(values).map(each).toList());
    }
}
