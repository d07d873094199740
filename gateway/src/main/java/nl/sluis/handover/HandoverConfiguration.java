package nl.sluis.handover;

import nl.sluis.directory.Directory;
import nl.sluis.directory.Partner;
import nl.sluis.send.SendMessage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HandoverConfiguration {

    @Bean
    SenderTypes senderTypes(ObjectProvider<Directory> directory) {
        // Also who has ended since: what it handed over keeps its origin
        return sender -> directory.getObject().lastKnown(sender).map(Partner::type);
    }

    @Bean
    WordBack wordBack(ObjectProvider<SendMessage> send) {
        return (handover, told) -> new PathWordBack(send.getObject()).tell(handover, told);
    }
}
