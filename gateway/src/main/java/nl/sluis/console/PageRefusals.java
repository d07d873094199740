package nl.sluis.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** To people, that there is no such page; the same when there is one that is not theirs. Programs get a problem document elsewhere. */
@ControllerAdvice(basePackageClasses = PageRefusals.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageRefusals {

    private final PageFrame frame;

    PageRefusals(PageFrame frame) {
        this.frame = frame;
    }

    /** What is refused for another reason is answered as everywhere. */
    @ExceptionHandler
    ModelAndView nothing(ResponseStatusException refusal, HttpServletRequest request, Locale locale) {
        if (refusal.getStatusCode().value() != HttpStatus.NOT_FOUND.value()) {
            throw refusal;
        }
        return nothing(request, locale);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ModelAndView nothing(HttpServletRequest request, Locale locale) {
        return new ModelAndView("console/nothing", Map.of("page", frame.frame(request, locale)), HttpStatus.NOT_FOUND);
    }
}
