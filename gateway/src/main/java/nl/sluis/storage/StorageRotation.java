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
 * Brings everything under the present storage key while the node has earlier ones too (docs/operations/storage-key.md). When nothing is left
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

    /** How many values the last look left under earlier storage keys; negative before the first look. */
    long left() {
        return left;
    }

    /** Goes through everything once, when there are earlier storage keys. */
    void look() {
        underWay.run(() -> {
            // While the key that they were derived from is certainly here
            atRest.keepFingerprints();
            if (atRest.earlierHeads().isEmpty()) {
                left = 0;
                return;
            }
            Map<String, String> done = new LinkedHashMap<>();
            for (EncryptedColumn column : EncryptedColumn.ALL) {
                long ofColumn = reencryption.over(column);
                if (ofColumn > 0) {
                    done.put(column.name(), Long.toString(ofColumn));
                }
            }
            left = EncryptedColumn.ALL.stream().mapToLong(reencryption::left).sum();
            tell(done);
        });
    }

    private void tell(Map<String, String> done) {
        if (!done.isEmpty()) {
            done.put("key", atRest.keyIdentity());
            transaction.executeWithoutResult(status -> audit.append("storage.reencrypted", null, done));
            LOG.info("encrypted again under storage key {}: {}", atRest.keyIdentity(), done);
        } else if (left == 0) {
            LOG.info(
                    "nothing is under an earlier key than {}: sluis.node.keys.earlier-storage-keys can be taken out"
                            + " when every process of the node says so",
                    atRest.keyIdentity());
        }
    }
}
