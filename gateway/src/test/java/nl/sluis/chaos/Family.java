package nl.sluis.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.sluis.process.SchoolSystem.Child;

/**
 * A child about whom the school reports, and what its parents do meanwhile.
 *
 * @param child with a citizen service number of the range for tests
 */
record Family(Child child, Course course) {

    /** The first of the numbers that are given to nobody. */
    private static final int FIRST_TEST_NUMBER = 999_990_000;

    private static final int LAST_TEST_NUMBER = 999_999_999;

    /** What the parents do. */
    enum Course {
        /** Both consent beforehand, and keep to it: everything arrives. */
        STEADY,
        /** Both consent beforehand, and one withdraws meanwhile: nothing arrives after that. */
        WITHDRAWS,
        /** One consents beforehand and the other meanwhile: everything arrives. */
        LATE,
        /** One consents: nothing arrives. */
        NEVER
    }

    /** As many as are asked for, each with a number of its own. */
    static List<Family> of(int count, Course course, int from) {
        List<Family> families = new ArrayList<>();
        int[] numbers = IntStream.rangeClosed(FIRST_TEST_NUMBER, LAST_TEST_NUMBER)
                .filter(Family::passesElevenTest)
                .skip(from)
                .limit(count)
                .toArray();
        for (int number : numbers) {
            families.add(new Family(new Child("kind-" + number, Integer.toString(number)), course));
        }
        if (families.size() < count) {
            throw new IllegalArgumentException("there are not so many numbers for tests");
        }
        return families;
    }

    private static boolean passesElevenTest(int number) {
        int sum = 0;
        int rest = number;
        for (int weight = 1; weight <= 9; weight++) {
            sum += (weight == 1 ? -1 : weight) * (rest % 10);
            rest /= 10;
        }
        return sum % 11 == 0;
    }
}
