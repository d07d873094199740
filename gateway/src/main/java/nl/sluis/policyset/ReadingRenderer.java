package nl.sluis.policyset;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.sluis.policy.rules.RuleBook;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the rules in force on a day as HTML: whole files that need nothing from elsewhere, on a screen or on paper. */
final class ReadingRenderer {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag("nl"));

    private final SpringTemplateEngine engine;

    ReadingRenderer() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/policy/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        this.engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
    }

    /**
     * Renders an index and one page for each basis.
     *
     * @param texts of the same rules, by file name: the notes stand in them
     * @return HTML by file name
     */
    Map<String, String> render(RuleBook book, Map<String, String> texts, LocalDate day) {
        ReadingPages reading = new ReadingPages(book, texts, day);
        List<ReadingPage> pages = reading.pages();
        Map<String, String> files = new LinkedHashMap<>();
        Context index = context(book, day, pages);
        index.setVariable("proofs", reading.allProofs());
        index.setVariable("questions", reading.questions());
        files.put("index.html", engine.process("index", index));
        for (ReadingPage page : pages) {
            Context context = context(book, day, pages);
            context.setVariable("page", page);
            context.setVariable("general", ReadingPages.GENERAL);
            files.put(page.file(), engine.process("basis", context));
        }
        return files;
    }

    private static Context context(RuleBook book, LocalDate day, List<ReadingPage> pages) {
        Context context = new Context(Locale.forLanguageTag("nl"));
        context.setVariable("hash", book.hash());
        context.setVariable("day", DAY.format(day));
        context.setVariable("pages", pages);
        return context;
    }
}
