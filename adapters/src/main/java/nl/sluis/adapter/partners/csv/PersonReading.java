package nl.sluis.adapter.partners.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import nl.sluis.canonical.Sex;
import org.jspecify.annotations.Nullable;

/**
 * The persons of one message, row by row. Who has the same number in two rows is one person, and must then be the same in both.
 * References are the profile's own names and say nothing about anybody.
 */
final class PersonReading {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 200;

    private final MappingProfile profile;
    private final List<PersonDetails> details = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final Map<Key, Mention> known = new HashMap<>();
    private final Map<String, Integer> counted = new HashMap<>();

    PersonReading(MappingProfile profile) {
        this.profile = profile;
    }

    private record Mention(PersonRef ref, Set<PersonIdentifier> numbers, List<Section> said) {}

    /** By which a person is the same in another row: the own number, else all that is said with a whole birth date. */
    private record Key(String alias, String number, List<Content> otherwise) {
        static Key of(String alias, @Nullable String number, List<Section> said, int row) {
            boolean born = birthDate(said).complete();
            return number == null
                    ? new Key(alias, born ? "" : "\n" + row, contents(said))
                    : new Key(alias, number, List.of());
        }
    }

    List<PersonDetails> persons() {
        return details;
    }

    List<Section> sections() {
        return sections;
    }

    /** The persons of a row, by the profile's names for them; who is not in this row is not in the map. */
    Map<String, PersonRef> of(Cells cells) {
        Map<String, PersonRef> refs = new HashMap<>();
        profile.persons().forEach((alias, person) -> {
            PersonRef ref = mention(alias, person, cells);
            if (ref != null) {
                refs.put(alias, ref);
            }
        });
        return refs;
    }

    private @Nullable PersonRef mention(String alias, MappingProfile.Person person, Cells cells) {
        String number = cells.line(person.number(), LONGEST_NUMBER);
        String role = cells.text(person.role());
        int next = counted.getOrDefault(alias, 0) + 1;
        PersonRef ref = new PersonRef(next == 1 ? alias : alias + "-" + next);
        List<Section> said = new Fields(ref, person.fields(), cells).sections(identityMandatory(alias));
        if (said.isEmpty() || role == null) {
            return null;
        }
        Set<PersonIdentifier> numbers = numbers(number, said);
        Key key = Key.of(alias, number, said, cells.number());
        Mention before = known.get(key);
        if (before != null) {
            same(before, numbers, said, cells);
            return before.ref();
        }
        counted.put(alias, next);
        known.put(key, new Mention(ref, numbers, said));
        details.add(new PersonDetails(ref, HouseholdRole.valueOf(role), numbers, birthDate(said)));
        sections.addAll(said);
        return ref;
    }

    private static void same(Mention before, Set<PersonIdentifier> numbers, List<Section> said, Cells cells) {
        if (!contents(before.said()).equals(contents(said)) || !before.numbers().equals(numbers)) {
            cells.fault("CONTRADICTION", "A person with the same number is described otherwise in an earlier row.");
        }
    }

    private static Set<PersonIdentifier> numbers(@Nullable String own, List<Section> said) {
        Set<PersonIdentifier> numbers = new HashSet<>();
        if (own != null) {
            numbers.add(new PersonIdentifier(PersonIdentifier.LOCAL, own));
        }
        for (Section section : said) {
            if (section.content() instanceof Content.CitizenNumber citizen) {
                numbers.add(
                        new PersonIdentifier(PersonIdentifier.BSN, citizen.bsn().value()));
            }
        }
        return numbers;
    }

    private static PartialDate birthDate(List<Section> said) {
        return said.get(0).content() instanceof Content.Identity identity ? identity.birthDate() : PartialDate.UNKNOWN;
    }

    private static List<Content> contents(List<Section> said) {
        return said.stream().map(Section::content).toList();
    }

    private boolean identityMandatory(String alias) {
        return profile.parts().stream()
                .anyMatch(part -> part.mandatory() && part.about().equals(alias));
    }

    /** What a row says of one person, each part a section of its own; the identity comes first when there is one. */
    private static final class Fields {

        private final PersonRef ref;
        private final Map<String, Value> fields;
        private final Cells cells;
        private final List<Section> sections = new ArrayList<>();

        Fields(PersonRef ref, Map<String, Value> fields, Cells cells) {
            this.ref = ref;
            this.fields = fields;
            this.cells = cells;
        }

        List<Section> sections(boolean mandatory) {
            identity(mandatory);
            number();
            address();
            for (String system : List.of("phone", "email")) {
                String value = name(system);
                if (value != null) {
                    add(system, DataCategory.CONTACT, false, new Content.ContactPoint(system, value));
                }
            }
            return sections;
        }

        private void identity(boolean mandatory) {
            PersonName name = new PersonName(name("given"), name("initials"), name("prefix"), name("family"));
            PartialDate birth = cells.date(fields.get("birth-date"));
            String sex = cells.text(fields.get("sex"));
            boolean said = birth != null || name.given() != null || name.initials() != null || name.family() != null;
            if (said) {
                Sex known = sex == null ? Sex.UNKNOWN : Sex.valueOf(sex);
                PartialDate born = birth == null ? PartialDate.UNKNOWN : birth;
                add("identity", DataCategory.IDENTITY, mandatory, new Content.Identity(name, born, known));
            }
        }

        private void number() {
            Value value = fields.get("bsn");
            String text = cells.text(value);
            if (value == null || text == null) {
                return;
            }
            if (!text.matches("[0-9]{9}") || !new Bsn(text).passesElevenTest()) {
                cells.fault(value, "BSN_INVALID", "Not a citizen service number: it fails the eleven test.");
                return;
            }
            add("bsn", DataCategory.BSN, false, new Content.CitizenNumber(new Bsn(text)));
        }

        private void address() {
            String street = name("street");
            String number = name("house-number");
            String postal = name("postal-code");
            String city = name("city");
            String country = name("country");
            if (street != null || number != null || postal != null || city != null) {
                add(
                        "address",
                        DataCategory.ADDRESS,
                        false,
                        new Content.Address(street, number, postal, city, country, false));
            }
        }

        private @Nullable String name(String field) {
            return cells.line(fields.get(field), LONGEST_NAME);
        }

        private void add(String part, DataCategory category, boolean mandatory, Content content) {
            sections.add(new Section(new SectionId(ref + ":" + part), ref, category, null, mandatory, content));
        }
    }
}
