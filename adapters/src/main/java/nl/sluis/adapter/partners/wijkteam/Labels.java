package nl.sluis.adapter.partners.wijkteam;

import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.MessageKind;

/** Dutch words for codes. */
final class Labels {

    private Labels() {}

    static String of(MessageKind kind) {
        return switch (kind) {
            case REFERRAL -> "Verwijzing";
            case SIGNAL -> "Zorgsignaal";
            case ARREARS_SIGNAL -> "Vroegsignaal betalingsachterstand";
            case VT_REPORT -> "Melding Veilig Thuis";
            case VT_ADVICE -> "Adviesvraag Veilig Thuis";
            case CHILD_PROTECTION_REQUEST -> "Verzoek tot onderzoek";
            case INFO_REQUEST -> "Vraag om informatie";
            case INFO_PROVISION -> "Verstrekking van informatie";
            case HANDOVER -> "Overdracht";
            case PLAN_SUMMARY -> "Samenvatting zorgplan";
            case FEEDBACK -> "Terugkoppeling";
            case RISK_INDEX_SIGNAL -> "Signaal Verwijsindex";
            case CONSENT_EVENT -> "Toestemming";
            case CORRECTION -> "Correctie";
        };
    }

    static String of(HouseholdRole role) {
        return switch (role) {
            case CHILD -> "Kind";
            case PARENT -> "Ouder";
            case GUARDIAN -> "Voogd";
            case PARTNER -> "Partner";
            case OTHER -> "Overig";
        };
    }

    static String of(DataCategory category) {
        return switch (category) {
            case IDENTITY -> "Naam, geboortedatum, geslacht";
            case CONTACT -> "Contactgegevens";
            case BSN -> "Burgerservicenummer";
            case ADDRESS -> "Adres";
            case OBSERVATION -> "Waarneming";
            case OPINION -> "Professioneel oordeel";
            case SAFETY -> "Veiligheid";
            case DIAGNOSIS -> "Diagnose";
            case TREATMENT -> "Behandeling";
            case GOALS -> "Doelen";
            case PLANNING -> "Planning";
            case DEBT_AMOUNT -> "Hoogte van de schuld";
            case DEBT_DETAIL -> "Gegevens over schulden";
            case SCHOOL_PROGRESS -> "Schoolvorderingen";
            case CRIMINAL -> "Strafrechtelijke gegevens";
            case REPORTER_IDENTITY -> "Wie meldde";
        };
    }
}
