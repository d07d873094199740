package nl.sluis.linking;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;

/** How another system writes the same person down. */
enum Perturbation {
    NUMBER_LEFT_OUT {
        @Override
        People of(People person, Random random) {
            return person;
        }
    },
    NO_DIACRITICS {
        @Override
        People of(People person, Random random) {
            return person.given(withoutMarks(person.given())).family(person.prefix(), withoutMarks(person.family()));
        }
    },
    CAPITALS {
        @Override
        People of(People person, Random random) {
            return person.given(person.given().toUpperCase(Locale.ROOT))
                    .family(person.prefix(), person.family().toUpperCase(Locale.ROOT));
        }
    },
    PREFIX_IN_THE_NAME {
        @Override
        People of(People person, Random random) {
            return person.family("", (person.prefix() + " " + person.family()).strip());
        }
    },
    PREFIX_BEHIND_THE_NAME {
        @Override
        People of(People person, Random random) {
            return person.family(
                    "", person.prefix().isEmpty() ? person.family() : person.family() + ", " + person.prefix());
        }
    },
    INITIALS {
        @Override
        People of(People person, Random random) {
            StringBuilder initials = new StringBuilder();
            for (String word : person.given().split("[ -]+")) {
                initials.append(word.isEmpty() ? "" : word.substring(0, 1) + ".");
            }
            return person.initials(initials.toString());
        }
    },
    FIRST_NAME_ONLY {
        @Override
        People of(People person, Random random) {
            return person.given(person.given().split(" ")[0]);
        }
    },
    MOVED {
        @Override
        People of(People person, Random random) {
            return person.at(1000 + random.nextInt(8999) + "ZZ", String.valueOf(1 + random.nextInt(300)));
        }
    },
    ADDRESS_NOT_KNOWN {
        @Override
        People of(People person, Random random) {
            return person.at("", "");
        }
    },
    NAME_OF_A_PARTNER {
        @Override
        People of(People person, Random random) {
            return person.family(person.prefix(), "Zonneveldt-" + person.family());
        }
    },
    TWO_LETTERS_CHANGED_ABOUT {
        @Override
        People of(People person, Random random) {
            String name = person.family();
            if (name.length() < 4) {
                return person;
            }
            int at = 1 + random.nextInt(name.length() - 2);
            String turned = name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
            return person.family(person.prefix(), turned);
        }
    };

    /** The person as that system writes it. */
    abstract People of(People person, Random random);

    private static String withoutMarks(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
