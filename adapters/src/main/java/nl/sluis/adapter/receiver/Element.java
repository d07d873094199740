package nl.sluis.adapter.receiver;

import java.util.Locale;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.Sex;
import org.jspecify.annotations.Nullable;

/** A part of what a message says of a person that a receiver may need; its name in a profile is in small letters with hyphens. */
enum Element {
    FAMILY_NAME,
    /** Given names, or initials. */
    GIVEN_NAME,
    /** At least the year. */
    BIRTH_DATE,
    SEX,
    /** One that passes the eleven test. */
    BSN,
    STREET,
    POSTAL_CODE,
    CITY,
    PHONE,
    EMAIL,
    AMOUNT;

    /** How a profile writes it, such as {@code family-name}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its text in a content; null when it is not there. */
    @Nullable
    String in(Content content) {
        return switch (content) {
            case Content.Identity identity -> in(identity);
            case Content.CitizenNumber number ->
                this == BSN && number.bsn().passesElevenTest() ? number.bsn().value() : null;
            case Content.Address address -> in(address);
            case Content.ContactPoint contact ->
                (this == PHONE || this == EMAIL) && word().equals(contact.system()) ? filled(contact.value()) : null;
            case Content.Amount amount -> this == AMOUNT ? amount.euros().toPlainString() : null;
            default -> null;
        };
    }

    private @Nullable String in(Content.Identity identity) {
        PersonName name = identity.name();
        return switch (this) {
            case FAMILY_NAME -> filled(name.family());
            case GIVEN_NAME -> filled(name.given() == null ? name.initials() : name.given());
            case BIRTH_DATE ->
                identity.birthDate().year() == 0 ? null : identity.birthDate().toString();
            case SEX -> identity.sex() == Sex.UNKNOWN ? null : identity.sex().name();
            default -> null;
        };
    }

    private @Nullable String in(Content.Address address) {
        return switch (this) {
            case STREET -> filled(address.street());
            case POSTAL_CODE -> filled(address.postalCode());
            case CITY -> filled(address.city());
            default -> null;
        };
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
