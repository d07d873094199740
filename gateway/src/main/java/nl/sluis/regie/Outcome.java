package nl.sluis.regie;

import org.jspecify.annotations.Nullable;

/** What became of something that somebody wanted. */
enum Outcome {
    /** It is so now. */
    DONE(null, ""),
    /** There is no such household, or nothing that it could be about. */
    NOT_THERE(null, ""),
    /** Nobody of that id is of this household. */
    NOT_A_MEMBER("/member", "Nobody of this household"),
    /** Who is not involved with the household reads nothing of it. */
    NOT_INVOLVED("/professional", "Somebody who is involved with the household"),
    /** The second worker is not involved. */
    SECOND_NOT_INVOLVED("/second", "Somebody who is involved with the household"),
    /** The municipality always has a second worker. */
    SECOND_NEEDED("/second", "The municipality names a second worker always"),
    /** In this municipality nobody of the family has regie. */
    NOT_FOR_FAMILY("/holder", "In this municipality nobody of the family has regie"),
    /** In this municipality regie is not split. */
    NOT_SPLIT("/member", "In this municipality a partner has regie over the whole household"),
    /** In this municipality a partner has regie over a member alone. */
    ONLY_SPLIT("/member", "In this municipality a partner has regie over members alone"),
    /** Somebody has it: another professional takes it over by accepting. */
    NEEDS_ACCEPTANCE(null, "Somebody has regie: ask another professional to take it over"),
    /** Regie is split when somebody has it over the household. */
    HOUSEHOLD_FIRST(null, "First somebody has regie over the household"),
    /** They have it. */
    HAS_IT(null, "They have it already"),
    /** Somebody was asked, and has not answered. */
    ASKED_ALREADY(null, "Somebody was asked, and has not answered"),
    /** Somebody else was asked. */
    NOT_ASKED(null, "Only who was asked can answer");

    private final @Nullable String place;
    private final String message;

    Outcome(@Nullable String place, String message) {
        this.place = place;
        this.message = message;
    }

    /** The field at fault; null when it is no field. */
    @Nullable
    String place() {
        return place;
    }

    String message() {
        return message;
    }
}
