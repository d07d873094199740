package nl.sluis.policyset;

import nl.sluis.policy.rules.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words of the command line that stand for something; what stands for nothing is refused without repeating it. */
final class Words {

    private Words() {}

    /** {@code nl} or {@code en}. */
    static final class LanguageWord implements ITypeConverter<Language> {
        @Override
        public Language convert(String word) {
            return switch (word) {
                case "nl" -> Language.NL;
                case "en" -> Language.EN;
                default -> throw new TypeConversionException("nl or en");
            };
        }
    }

    /** {@code sender}, {@code privacy-officer} or {@code family:REF}. */
    static final class AudienceWord implements ITypeConverter<Audience> {
        @Override
        public Audience convert(String word) {
            return Audience.of(word)
                    .orElseThrow(() -> new TypeConversionException("sender, privacy-officer or family:REF"));
        }
    }

    /** {@code privacy-officer} or {@code lawyer}. */
    static final class RoleWord implements ITypeConverter<SignerRole> {
        @Override
        public SignerRole convert(String word) {
            return SignerRole.of(word).orElseThrow(() -> new TypeConversionException("privacy-officer or lawyer"));
        }
    }
}
