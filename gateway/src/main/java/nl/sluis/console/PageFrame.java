package nl.sluis.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import nl.sluis.access.CurrentCaller;
import nl.sluis.node.NodeSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponents;

/** What stands around every page: whose node it is, where else its reader may go, the other language, and logging out. */
@ControllerAdvice(basePackageClasses = PageFrame.class)
class PageFrame {

    private static final String TOKEN = CsrfToken.class.getName();

    /** The pages in the order of the menu; a name each in the message bundles. */
    private static final List<String> PAGES =
            List.of("/", "/households", "/report", "/report/mine", "/consents", "/my");

    private final NodeSettings node;

    PageFrame(NodeSettings node) {
        this.node = node;
    }

    /**
     * The frame of a page.
     *
     * @param organisation name of the organisation whose node it is
     * @param demo whether nothing here is real
     * @param posted whether the page answers a form, whose answers would be lost with a link
     * @param links where its reader may go; empty for who has nowhere else to go
     * @param language the language that it is not in
     * @param out the token to log out with; null for who came by a certificate or by the demo's address, and has no session to leave
     */
    public record Frame(
            String organisation,
            boolean demo,
            boolean posted,
            List<Link> links,
            Language language,
            @Nullable CsrfToken out) {

        /** Reads and copies. */
        public Frame {
            links = List.copyOf(links);
        }
    }

    /**
     * A line of the menu.
     *
     * @param text key of its name
     * @param current whether it is this page
     */
    public record Link(String path, String text, boolean current) {}

    /**
     * A language that the reader may choose.
     *
     * @param code of BCP 47
     * @param name in the language itself
     * @param address this page in it
     */
    public record Language(String code, String name, String address) {}

    /** How a page says days and moments. */
    @ModelAttribute("words")
    DateWords words(Locale locale) {
        return new DateWords(locale);
    }

    @ModelAttribute("page")
    Frame frame(HttpServletRequest request, Locale locale) {
        boolean posted = !HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod());
        Object token = request.getAttribute(TOKEN);
        return new Frame(
                node.name(),
                node.mode() == NodeSettings.Mode.DEMO,
                posted,
                links(request.getRequestURI()),
                other(request, locale),
                token instanceof CsrfToken out && CurrentCaller.person().isPresent() ? out : null);
    }

    private static List<Link> links(String here) {
        List<Link> links = PAGES.stream()
                .filter(CurrentCaller::mayOpen)
                .map(path -> new Link(path, "menu" + path.replace('/', '.'), path.equals(here)))
                .toList();
        return links.size() == 1 && links.getFirst().current() ? List.of() : links;
    }

    /** With the page that is asked for, as it was asked: an address of this node only. */
    private static Language other(HttpServletRequest request, Locale locale) {
        boolean dutch = !locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        String code = dutch ? "en" : "nl";
        UriComponents here = ServletUriComponentsBuilder.fromRequest(request)
                .replaceQueryParam(PageLanguage.PARAMETER, code)
                .build();
        return new Language(code, dutch ? "English" : "Nederlands", here.getPath() + "?" + here.getQuery());
    }
}
