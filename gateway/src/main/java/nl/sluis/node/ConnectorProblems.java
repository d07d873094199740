package nl.sluis.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the container refuses by itself, before any filter: a problem document too, instead of the container's page. */
@Configuration(proxyBeanMethods = false)
class ConnectorProblems {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusedByTheConnector() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Report.class.getName());
                host.getPipeline().addValve(new Report());
            }
        });
    }

    /** Made by the container too, by its name. */
    public static final class Report extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            byte[] problem = """
                    {"type":"https://sluis.nl/problems/http-%d","title":"Refused","status":%d}""".formatted(status, status).getBytes(StandardCharsets.UTF_8);
            try {
                response.setContentType("application/problem+json");
                response.setContentLength(problem.length);
                response.getOutputStream().write(problem);
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                // Nobody is there to read it
                container.getLogger().debug("an error could not be reported", gone);
            }
        }
    }
}
