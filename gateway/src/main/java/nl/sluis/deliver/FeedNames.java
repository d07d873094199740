package nl.sluis.deliver;

import nl.sluis.directory.Directory;
import nl.sluis.feed.SourceNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FeedNames {

    @Bean
    SourceNames sourceNames(Directory directory) {
        return directory::nameOf;
    }
}
