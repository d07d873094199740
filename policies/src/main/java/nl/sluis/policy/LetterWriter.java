package nl.sluis.policy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.canonical.PersonRef;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.ExplanationTexts;
import nl.sluis.policy.rules.FixedText;
import nl.sluis.policy.rules.Language;
import nl.sluis.policy.rules.Phrases;
import nl.sluis.policy.rules.Reader;
import nl.sluis.policy.rules.RuleBook;
import nl.sluis.policy.rules.Statement;

/** Writes an explanation for one of its readers, in the words that stand beside the rules. */
public final class LetterWriter {

    /** More than this many cures are no help; they are all in the explanation itself. */
    private static final int MAX_CURES = 3;

    private final Phrases phrases;
    private final ExplanationTexts texts;
    private final Language language;

    /** Writes in the words of these rules. */
    public LetterWriter(RuleBook book, Language language) {
        this.phrases = book.phrases();
        this.texts = book.explanations();
        this.language = language;
    }

    /** For who sends: why, what stays behind, what helps, what must be done. */
    public Letter toSender(Explanation explanation) {
        List<Letter.Paragraph> letter = new ArrayList<>();
        add(letter, outcome(explanation), List.of());
        add(
                letter,
                FixedText.WHY,
                explanation.findings(Reader.SENDER).stream()
                        .map(finding -> reason(finding, Reader.SENDER))
                        .distinct()
                        .toList());
        withheld(letter, explanation, Reader.SENDER);
        waysOn(letter, explanation);
        duties(letter, explanation);
        return new Letter(letter);
    }

    /** For the privacy officer: the same, with the row, the article, how well it was checked, the facts and the evidence. */
    public Letter toPrivacyOfficer(Explanation explanation) {
        List<Letter.Paragraph> letter = new ArrayList<>();
        add(letter, outcome(explanation), List.of());
        for (Finding finding : explanation.findings(Reader.PRIVACY_OFFICER)) {
            letter.add(new Letter.Paragraph(fixed(FixedText.ROW, finding.row().id()), details(finding)));
        }
        withheld(letter, explanation, Reader.PRIVACY_OFFICER);
        add(
                letter,
                FixedText.NEAREST,
                explanation.waysOn().nearest().stream()
                        .map(near -> fixed(FixedText.NEAREST_ROW, near.rule().id(), said(near.wanted())))
                        .toList());
        waysOn(letter, explanation);
        duties(letter, explanation);
        letter.add(new Letter.Paragraph(
                fixed(FixedText.POLICY, explanation.verdict().policy()), List.of()));
        return new Letter(letter);
    }

    /**
     * For one person of the family: what is about his own acts. Where nothing may be told the letter is always the same, whatever
     * the reason, whether he is known or not, and whether there is a message or not.
     */
    public Letter toFamily(Explanation explanation, PersonRef person) {
        List<String> own = explanation.family().getOrDefault(person, List.of()).stream()
                .map(finding -> texts.reason(finding.row().key(), Reader.FAMILY, language))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        List<String> lines = own.isEmpty() ? List.of(fixed(FixedText.FAMILY_NEUTRAL)) : own;
        return new Letter(List.of(new Letter.Paragraph(
                fixed(FixedText.FAMILY_LEAD),
                Stream.concat(lines.stream(), Stream.of(fixed(FixedText.FAMILY_RIGHTS)))
                        .toList())));
    }

    private void add(List<Letter.Paragraph> letter, FixedText heading, List<String> lines) {
        boolean outcome = letter.isEmpty();
        if (outcome || !lines.isEmpty()) {
            letter.add(new Letter.Paragraph(fixed(heading), lines));
        }
    }

    private static FixedText outcome(Explanation explanation) {
        return switch (explanation.verdict().outcome()) {
            case PERMIT -> FixedText.PERMIT;
            case HOLD -> FixedText.HOLD;
            case REVIEW -> FixedText.REVIEW;
            case DENY -> FixedText.DENY;
        };
    }

    /** The text of a finding, and whom it is about. */
    public String reason(Finding finding, Reader reader) {
        Finding.Row row = finding.row();
        String text = row.effect() == Effect.PERMIT
                ? language.of(row.text(), row.textEn())
                : texts.reason(row.key(), reader, language).orElse(language.of(row.text(), row.textEn()));
        String about = Stream.of(finding.person(), finding.subject())
                .filter(Objects::nonNull)
                .map(PersonRef::value)
                .distinct()
                .collect(Collectors.joining(", "));
        return about.isEmpty() ? text : text + " " + fixed(FixedText.ABOUT, about);
    }

    private List<String> details(Finding finding) {
        Finding.Row row = finding.row();
        List<String> lines = new ArrayList<>();
        lines.add(reason(finding, Reader.PRIVACY_OFFICER));
        lines.add(fixed(FixedText.LEGAL, language.of(row.text(), row.textEn())));
        lines.add(fixed(FixedText.ARTICLE, row.article()));
        lines.add(fixed(FixedText.CONFIDENCE, row.confidence()));
        if (!finding.facts().isEmpty()) {
            lines.add(fixed(FixedText.FACTS, said(finding.facts())));
        }
        if (!finding.evidence().isEmpty()) {
            lines.add(fixed(FixedText.EVIDENCE, String.join(", ", finding.evidence())));
        }
        lines.add(fixed(FixedText.PLACE, row.place()));
        return lines;
    }

    private void withheld(List<Letter.Paragraph> letter, Explanation explanation, Reader reader) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : explanation.withheld(reader)) {
            String ids = finding.items().stream().map(Object::toString).collect(Collectors.joining(", "));
            lines.add(fixed(FixedText.WITHHELD_ITEM, ids) + ": " + reason(finding, reader));
        }
        add(letter, FixedText.WITHHELD, lines);
    }

    private void waysOn(List<Letter.Paragraph> letter, Explanation explanation) {
        Outcome outcome = explanation.verdict().outcome();
        WaysOn ways = explanation.waysOn();
        if (outcome == Outcome.PERMIT) {
            return;
        }
        List<String> lines = new ArrayList<>();
        for (Cure cure : ways.cures().stream().limit(MAX_CURES).toList()) {
            if (!lines.isEmpty()) {
                lines.add(fixed(FixedText.CURE_OR));
            } else if (cure.steps().size() > 1) {
                lines.add(fixed(FixedText.CURE_ALL));
            }
            cure.steps().forEach(step -> lines.add(step(step)));
        }
        if (ways.cures().isEmpty() && ways.complete()) {
            lines.add(fixed(outcome == Outcome.REVIEW ? FixedText.NO_CURE_REVIEW : FixedText.NO_CURE));
        }
        if (!ways.complete()) {
            lines.add(fixed(FixedText.CURE_UNSURE));
        }
        add(letter, FixedText.CURE, lines);
    }

    /** What one step of a cure asks, and of whom. */
    public String step(Cure.Step step) {
        String who = step.people().isEmpty()
                ? phrases.name(step.who(), language)
                : step.people().stream().map(PersonRef::value).collect(Collectors.joining(", "));
        String asked = fixed(FixedText.CURE_STEP, who, step.becomes().in(phrases, language));
        PersonRef about = step.about();
        return about == null ? asked : asked + " " + fixed(FixedText.ABOUT, about.value());
    }

    private void duties(List<Letter.Paragraph> letter, Explanation explanation) {
        add(
                letter,
                FixedText.DUTIES,
                explanation.verdict().obligations().stream().map(this::duty).toList());
    }

    /** A duty in words, with its day. */
    public String duty(Obligation obligation) {
        LocalDate due = obligation.due();
        return due == null
                ? texts.duty(obligation.code(), language)
                : texts.duty(obligation.code(), language, day(due));
    }

    private String day(LocalDate day) {
        Locale locale = Locale.forLanguageTag(language.of("nl", "en"));
        return DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(day);
    }

    private String said(List<Statement> statements) {
        return statements.stream()
                .map(statement -> statement.in(phrases, language))
                .collect(Collectors.joining("; "));
    }

    private String fixed(FixedText key, String... filling) {
        return texts.fixed(key, language, filling);
    }
}
