package nl.sluis.attachment;

import nl.sluis.attachment.ContentScanner.Finding;
import nl.sluis.node.AttachmentLimit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {

    /** clamd when it is configured; else nothing is scanned, and every attachment says so. */
    @Bean
    ContentScanner contentScanner(ScanSettings settings) {
        return settings.clamav().host().isBlank()
                ? content -> new Finding.NotScanned()
                : new ClamAvScanner(settings.clamav());
    }

    @Bean
    LaterInspection laterInspection(Inspection inspection) {
        return new LaterInspection(inspection);
    }

    @Bean
    ArrivalLimits arrivalLimits(AttachmentSettings settings, AttachmentLimit limit) {
        return new ArrivalLimits(
                limit.largest().toBytes(),
                settings.perMessage(),
                settings.perPartner().toBytes());
    }
}
