package nl.sluis.meldcode;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Encrypts what programs of before wrote of meldcode cases in clear: at the start, before anybody is answered. */
@Component
final class CasesInClear implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(CasesInClear.class);

    private final MeldcodeStore store;
    private final TransactionTemplate transactions;

    CasesInClear(MeldcodeStore store, TransactionTemplate transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<UUID> cases = store.inClear();
        cases.forEach(id -> transactions.executeWithoutResult(status -> store.encrypt(id)));
        if (!cases.isEmpty()) {
            LOG.info("meldcode cases that stood in clear and were encrypted: {}", cases.size());
        }
    }
}
