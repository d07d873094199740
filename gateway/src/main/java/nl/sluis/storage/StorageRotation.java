package nl.sluis.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.sluis.audit.AuditLog;
import nl.sluis.node.OneAtATime;
import nl.sluis.seal.AtRest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings everything under the present storage key while the node has others too (docs/operations/storage-key.md). When nothing is left
 * under them, they can be taken out of the settings and destroyed; what was erased is then gone from old backups as well.
 */
final class StorageRotation {

    private static final Logger LOG = LoggerFactory.getLogger(StorageRotation.class);

    private final Reencryption reencryption;
    private final AtRest atRest;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final OneAtATime underWay = new OneAtATime();
    private volatile long left = -1;

    StorageRotation(Reencryption reencryption, AtRest atRest, AuditLog audit, TransactionTemplate transaction) {
        this.reencryption = reencryption;
        this.atRest = atRest;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** How many values the last look left under other storage keys; negative before the first look. */
    long left() {
        return left;
    }

    /** Goes through everything once, when there is more than one storage key. */
    void look() {
        underWay.run(() -> {
            if (atRest.heads().size() == 1) {
                left = 0;
                return;
            }
            atRest.keepFingerprints();
            Map<String, String> done = new LinkedHashMap<>();
            long stayed = 0;
            for (EncryptedColumn column : EncryptedColumn.ALL) {
                Reencryption.Pass pass = reencryption.over(column);
                stayed += pass.left();
                if (pass.done() > 0) {
                    done.put(column.name(), Long.toString(pass.done()));
                }
            }
            tell(done, stayed);
            left = stayed;
        });
    }

    private void tell(Map<String, String> done, long stayed) {
        if (!done.isEmpty()) {
            done.put("key", atRest.keyIdentity());
            transaction.executeWithoutResult(status -> audit.append("storage.reencrypted", null, done));
            LOG.info("encrypted again under storage key {}: {}", atRest.keyIdentity(), done);
        } else if (stayed == 0) {
            LOG.info(
                    "everything is under storage key {}: sluis.node.keys.other-storage-keys can be taken out",
                    atRest.keyIdentity());
        }
    }
}
