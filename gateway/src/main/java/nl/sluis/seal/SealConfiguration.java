package nl.sluis.seal;

import java.time.Clock;
import nl.sluis.node.HardwareTokenSettings;
import nl.sluis.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SealConfiguration {

    @Bean
    Token token(HardwareTokenSettings token, NodeSettings settings) {
        return Token.open(token, settings.mode() == NodeSettings.Mode.DEMO);
    }

    @Bean
    SealKeys sealKeys(NodeSettings settings, Token token, Clock clock) {
        return SealKeys.load(settings.keys(), token, clock);
    }

    @Bean
    Sealer sealer(SealKeys keys) {
        return new Sealer(keys);
    }

    @Bean
    Notary notary(SealKeys keys) {
        return new Notary(keys);
    }

    @Bean
    Opener opener(SealKeys keys, NodeSettings settings, ListedSuites listed, SealRevocations revocations) {
        return new Opener(keys, settings.id(), listed, revocations);
    }

    @Bean
    ChunkOpener chunkOpener(SealKeys keys, NodeSettings settings, ListedSuites listed, SealRevocations revocations) {
        return new ChunkOpener(keys, settings.id(), listed, revocations);
    }

    @Bean
    AtRest atRest(SealKeys keys, DataKeys dataKeys) {
        return new AtRest(keys.storageKeys(), dataKeys);
    }
}
