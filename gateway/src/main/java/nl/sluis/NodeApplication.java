package nl.sluis;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** One node: the gateway of one organisation. Started by {@code cli}, once for every node of a configuration. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class NodeApplication {}
