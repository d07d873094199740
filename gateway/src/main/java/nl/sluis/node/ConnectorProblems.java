package nl.sluis.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

        private static final Logger LOG = LoggerFactory.getLogger(ConnectorProblems.class);
        private static final int BAD_REQUEST = 400;
        private static final int TIMEOUT = 408;

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            int status = status(request, response, thrown);
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

        /** A request that stopped coming is no fault of what it says: who calls may ask again (RFC 9110, 15.5.9). */
        private static int status(Request request, Response response, @Nullable Throwable thrown) {
            Exception broken = request.getCoyoteRequest().getErrorException();
            boolean cutOff = response.getStatus() == BAD_REQUEST && (broken != null || thrown instanceof IOException);
            if (cutOff && !response.isCommitted()) {
                response.setStatus(TIMEOUT);
            }
            Throwable cause = broken == null ? thrown : broken;
            LOG.info(
                    "the container refused a request with {} ({})",
                    response.getStatus(),
                    cause == null ? "no exception" : cause.getClass().getName());
            return response.getStatus();
        }
    }
}
