package nl.sluis.policy;

import java.time.LocalDate;
import java.time.Year;

/** The ages at which the law changes who decides (law table 3.2). */
enum AgeClass {
    UNDER_12("onder12"),
    FROM_12("12tot15"),
    FROM_16("vanaf16");

    private static final int ADULT = 18;

    private final String word;

    AgeClass(String word) {
        this.word = word;
    }

    /** The word in the rules. */
    String word() {
        return word;
    }

    static AgeClass on(LocalDate day, LocalDate birth) {
        if (day.isBefore(birthday(birth, 12))) {
            return UNDER_12;
        }
        return day.isBefore(birthday(birth, 16)) ? FROM_12 : FROM_16;
    }

    static boolean adult(LocalDate day, LocalDate birth) {
        return !day.isBefore(birthday(birth, ADULT));
    }

    // Who was born on 29 February turns a year older on 1 March in common years; plusYears would say 28 February.
    private static LocalDate birthday(LocalDate birth, int years) {
        boolean leapDay = birth.getMonthValue() == 2 && birth.getDayOfMonth() == 29;
        int year = birth.getYear() + years;
        return leapDay && !Year.isLeap(year) ? LocalDate.of(year, 3, 1) : birth.plusYears(years);
    }
}
