package nl.sluis.adapter.partners.oso;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import org.jspecify.annotations.Nullable;

/**
 * Which block of a pupil belongs to which category of OSO (business rules OS.cat01 to OS.cat16 of the validation sheet 2019.1),
 * and what sort of data it is here.
 */
final class PupilRules {

    static final String PUPIL = "cat_leerling";
    static final String CARERS = "cat_oudersverzorgers";
    static final String INSPECTION = "cat_ouderinzage";

    /** A block that travels as it stands. */
    record Rule(
            String releasedBy,
            DataCategory category,
            @Nullable LifeDomain lifeDomain) {}

    private static final Map<String, Rule> RULES = new LinkedHashMap<>();

    static {
        pupil();
        schooling();
        support();
    }

    private static void pupil() {
        rule(PUPIL, DataCategory.IDENTITY, null, List.of("gba", "geboorteplaats", "nationaliteit"));
        rule(
                PUPIL,
                DataCategory.SCHOOL_PROGRESS,
                LifeDomain.WOP,
                List.of(
                        "onderwijssinds",
                        "startdatumhuidigonderwijs",
                        "datuminschrijving",
                        "datumuitschrijving",
                        "teruggeplaatstnaarbrin",
                        "leerlinggewicht",
                        "nnca"));
        rule(PUPIL, DataCategory.OBSERVATION, LifeDomain.REL, List.of("tehuis"));
        rule(PUPIL, DataCategory.CONTACT, LifeDomain.LGZ, List.of("huisarts"));
        rule(
                CARERS,
                DataCategory.CONTACT,
                LifeDomain.FIN,
                List.of("verzorgersaansprakelijk", "aansprakelijkeinstelling"));
    }

    private static void schooling() {
        rule("cat_overstapadvies", DataCategory.OPINION, LifeDomain.WOP, List.of("overstapadvies"));
        rule(
                "cat_vve",
                DataCategory.SCHOOL_PROGRESS,
                LifeDomain.WOP,
                List.of("vanpeuterspeelzaal", "naampeuterspeelzaal", "voorschools", "vroegschools"));
        rule("cat_schoolloopbaan", DataCategory.SCHOOL_PROGRESS, LifeDomain.WOP, List.of("schoolloopbaanlijst"));
        rule("cat_verzuim", DataCategory.OBSERVATION, LifeDomain.WOP, List.of("verzuim"));
        rule("cat_eindtoetsbo", DataCategory.SCHOOL_PROGRESS, LifeDomain.WOP, List.of("eindtoets_basisonderwijs"));
        rule("cat_toetsresultaten", DataCategory.SCHOOL_PROGRESS, LifeDomain.WOP, List.of("toetslijst"));
        rule("cat_cijferlijsten", DataCategory.SCHOOL_PROGRESS, LifeDomain.WOP, List.of("cijferlijstlijst"));
        rule("cat_bijlagedocs", DataCategory.OPINION, LifeDomain.WOP, List.of("overigdocumentlijst"));
        rule(
                "cat_vombo",
                DataCategory.SCHOOL_PROGRESS,
                LifeDomain.WOP,
                List.of(
                        "bevorderd",
                        "examenresultaat",
                        "resultaatvakkenvo",
                        "certificaat",
                        "competenties",
                        "stage",
                        "overigvombo"));
    }

    private static void support() {
        String support = "cat_onderwijsondersteuning";
        rule(support, DataCategory.OPINION, LifeDomain.WOP, List.of("toelichting_onderwijsbehoeften"));
        rule(support, DataCategory.DIAGNOSIS, LifeDomain.LGZ, List.of("diagnose"));
        rule(support, DataCategory.TREATMENT, LifeDomain.LGZ, List.of("medicijngebruik"));
        rule(
                support,
                DataCategory.PLANNING,
                LifeDomain.WOP,
                List.of("opp", "tlv", "arrangement_cluster12", "arrangement_pao", "lwoo", "rvc"));
        rule("cat_handelingsplannen", DataCategory.PLANNING, LifeDomain.WOP, List.of("handelingsplan"));
    }

    private PupilRules() {}

    /** The rule of a block; null when OSO 2019.1 does not know it. */
    static @Nullable Rule of(String element) {
        return RULES.get(element);
    }

    private static void rule(
            String releasedBy, DataCategory category, @Nullable LifeDomain lifeDomain, List<String> elements) {
        elements.forEach(element -> RULES.put(element, new Rule(releasedBy, category, lifeDomain)));
    }
}
