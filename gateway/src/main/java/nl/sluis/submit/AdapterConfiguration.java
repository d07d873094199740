package nl.sluis.submit;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.partners.Adapters;
import nl.sluis.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AdapterConfiguration {

    /** Every format that this program speaks, and those of the node's mapping profiles; adapters hold no state. */
    @Bean
    List<PartnerAdapter> partnerAdapters(PartnerSettings partners, NodeSettings self) {
        List<PartnerAdapter> all = new ArrayList<>(Adapters.all());
        all.addAll(MappedPartners.adapters(partners, self.type()));
        return List.copyOf(all);
    }
}
