package nl.sluis.policy;

import java.time.LocalDate;

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
        int age = age(day, birth);
        if (age < 12) {
            return UNDER_12;
        }
        return age < 16 ? FROM_12 : FROM_16;
    }

    static boolean adult(LocalDate day, LocalDate birth) {
        return age(day, birth) >= ADULT;
    }

    // Who was born on 29 February turns a year older on 1 March in common years: 28 February is still before the 29th.
    private static int age(LocalDate day, LocalDate birth) {
        int years = day.getYear() - birth.getYear();
        int months = day.getMonthValue() - birth.getMonthValue();
        boolean birthdayToCome = months < 0 || (months == 0 && day.getDayOfMonth() < birth.getDayOfMonth());
        return birthdayToCome ? years - 1 : years;
    }
}
