package nl.sluis.docs;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.sluis.NodeApplication;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockServletContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the controllers of the node answer to, read from them; none of them is made. */
final class Mappings {

    private static final Set<String> BY_CONTENT = Set.of("Accept", "Content-Type");
    private static final Map<String, Integer> SAID_BY = Map.of(
            "Problems.notFound", 404,
            "Problems.conflict", 409,
            "Problems.unprocessable", 422,
            "Problems.tooLarge", 413,
            "Body$TooLarge.problem", 413,
            "ResponseEntity.ok", 200,
            "ResponseEntity.of", 200,
            "ResponseEntity.created", 201,
            "ResponseEntity.noContent", 204);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(
                    NodeApplication.class.getProtectionDomain().getCodeSource().getLocation());

    private Mappings() {}

    /**
     * One call as its controller has it.
     *
     * @param parameters place, name, and {@code !} when it must be there
     * @param takes media types of the request; empty when the mapping does not say
     * @param gives media types of the answer; empty when the mapping does not say
     * @param statuses what the controller's code can answer with, and what reading the request can
     */
    record Call(Set<String> parameters, Set<String> takes, Set<String> gives, Set<Integer> statuses) {

        private Call with(Call other) {
            return new Call(
                    union(parameters, other.parameters),
                    union(takes, other.takes),
                    union(gives, other.gives),
                    union(statuses, other.statuses));
        }

        private static <T> Set<T> union(Set<T> one, Set<T> other) {
            Set<T> all = new TreeSet<>(one);
            all.addAll(other);
            return all;
        }
    }

    /** Every call by method and path. */
    static Map<String, Call> all() {
        GenericWebApplicationContext context = new GenericWebApplicationContext(new MockServletContext());
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        scanner.getBeanDefinitionDefaults().setLazyInit(true);
        scanner.setIncludeAnnotationConfig(false);
        scanner.scan("nl.sluis");
        context.refresh();
        RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
        Map<String, Call> calls = new TreeMap<>();
        mapping.getHandlerMethods()
                .forEach((info, method) ->
                        names(info).forEach(name -> calls.merge(name, call(info, method), Call::with)));
        context.close();
        return calls;
    }

    private static Set<String> names(RequestMappingInfo info) {
        Set<String> methods = info.getMethodsCondition().getMethods().isEmpty()
                ? Set.of("ANY")
                : info.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .collect(Collectors.toSet());
        Set<String> names = new LinkedHashSet<>();
        info.getPatternValues().forEach(path -> methods.forEach(method -> names.add(method + " " + path)));
        return names;
    }

    private static Call call(RequestMappingInfo info, HandlerMethod method) {
        Set<String> parameters = new TreeSet<>();
        Set<Integer> statuses = statuses(method);
        for (MethodParameter parameter : method.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            String described = parameter(parameter);
            if (!described.isEmpty()) {
                parameters.add(described);
            }
            if (parameter.hasParameterAnnotation(RequestBody.class)
                    || described.endsWith("!") && !described.startsWith("path")) {
                statuses.add(422);
            }
        }
        Set<String> takes = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!takes.isEmpty()) {
            statuses.add(415);
        }
        return new Call(
                parameters,
                takes,
                info.getProducesCondition().getProducibleMediaTypes().stream()
                        .map(Object::toString)
                        .collect(Collectors.toCollection(TreeSet::new)),
                statuses);
    }

    private static String parameter(MethodParameter parameter) {
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        if (path != null) {
            return "path " + name(path.name(), parameter) + "!";
        }
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        if (query != null) {
            return "query " + name(query.name(), parameter) + must(query.required(), query.defaultValue());
        }
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header == null || BY_CONTENT.contains(name(header.name(), parameter))) {
            return "";
        }
        return "header " + name(header.name(), parameter) + must(header.required(), header.defaultValue());
    }

    private static String name(String given, MethodParameter parameter) {
        return given.isEmpty() ? parameter.getParameterName() : given;
    }

    private static String must(boolean required, String otherwise) {
        return required && otherwise.equals(ValueConstants.DEFAULT_NONE) ? "!" : "";
    }

    /** Everything that the method, and what it calls in its own package, can say. */
    private static Set<Integer> statuses(HandlerMethod method) {
        Class<?> controller = method.getBeanType();
        Deque<JavaCodeUnit> open = new ArrayDeque<>();
        open.add(CLASSES.get(controller)
                .getMethod(
                        method.getMethod().getName(),
                        Arrays.stream(method.getMethod().getParameterTypes()).toArray(Class[]::new)));
        Set<JavaCodeUnit> seen = new HashSet<>();
        Set<Integer> said = new TreeSet<>();
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.remove();
            if (!seen.add(unit)) {
                continue;
            }
            for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
                String owner = access.getTargetOwner().getName();
                String name = access.getTarget().getName();
                if (owner.equals(HttpStatus.class.getName()) && name.equals(name.toUpperCase(Locale.ROOT))) {
                    said.add(HttpStatus.valueOf(name).value());
                }
                Integer status = SAID_BY.get(owner.substring(owner.lastIndexOf('.') + 1) + "." + name);
                if (status != null) {
                    said.add(status);
                } else if (access.getTargetOwner().getPackageName().equals(controller.getPackageName())
                        && access.getTarget() instanceof CodeUnitAccessTarget target) {
                    target.resolveMember().ifPresent(open::add);
                }
            }
        }
        return said;
    }
}
