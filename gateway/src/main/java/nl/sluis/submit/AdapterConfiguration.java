package nl.sluis.submit;

import java.util.List;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.partners.Adapters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AdapterConfiguration {

    /** Every format that this program speaks; adapters hold no state, so nodes may share them. */
    @Bean
    List<PartnerAdapter> partnerAdapters() {
        return Adapters.all();
    }
}
