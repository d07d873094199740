package nl.sluis.export;

import nl.sluis.checkpoint.Checkpoint;
import nl.sluis.node.NodeSettings;
import nl.sluis.seal.AtRest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

    @Bean
    PacedExport pacedExport(JdbcClient jdbc, AtRest atRest, NodeSettings self, ExportSettings settings) {
        Whose whose =
                new Whose(Checkpoint.originOf(self.oin()), self.oin(), self.id().value());
        return new PacedExport(jdbc, new DataSubjects(jdbc, atRest), whose, settings);
    }
}
