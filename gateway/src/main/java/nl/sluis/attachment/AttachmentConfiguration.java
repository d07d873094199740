package nl.sluis.attachment;

import java.time.Clock;
import nl.sluis.attachment.ContentScanner.Finding;
import nl.sluis.audit.AuditLog;
import nl.sluis.node.AttachmentLimit;
import nl.sluis.restore.Restoration;
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
    Upkeep.Limits upkeepLimits(AttachmentSettings settings, Clock clock, AuditLog audit, Restoration restoration) {
        return new Upkeep.Limits(settings, clock, audit, restoration::parkedNow);
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
