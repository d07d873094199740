package nl.sluis.checkpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.audit.AuditEntry;
import nl.sluis.audit.AuditTree;
import nl.sluis.audit.ReadLog;
import nl.sluis.audit.TreeDamaged;
import nl.sluis.node.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Checkpoints and proofs of this node's audit, for the organisation's own systems. Reading a proof is in the audit itself; reading a
 * checkpoint, which says how long the log is and nothing of what is in it, is not: whoever watches it would make it grow.
 */
@RestController
class AuditController {

    private final Checkpoints checkpoints;
    private final AuditTree tree;
    private final ReadLog log;

    AuditController(Checkpoints checkpoints, AuditTree tree, ReadLog log) {
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.log = log;
    }

    /** The latest checkpoint, or the one of a size. */
    @GetMapping("/v1/audit/checkpoint")
    ResponseEntity<?> checkpoint(@RequestParam(required = false) @Nullable Long size) {
        return found(size)
                .<ResponseEntity<?>>map(found -> ResponseEntity.ok(json(found)))
                .orElseGet(Problems::notFound);
    }

    /** That an entry is in the log, by the latest checkpoint or the one of a size. */
    @GetMapping("/v1/audit/entries/{n}/proof")
    ResponseEntity<?> inclusion(@PathVariable long n, @RequestParam(required = false) @Nullable Long size) {
        return found(size)
                .filter(found -> n >= 1 && n <= found.checkpoint().size())
                .flatMap(found -> tree.entry(n)
                        .map(entry -> noted(entry, found))
                        .map(entry -> new ProofJson.Inclusion(
                                ProofJson.Entry.of(entry),
                                ProofJson.base64(
                                        tree.inclusion(n, found.checkpoint().size())),
                                json(found))))
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(Problems::notFound);
    }

    /** That the log of one checkpoint is the beginning of the log of another. */
    @GetMapping("/v1/audit/consistency")
    ResponseEntity<?> consistency(@RequestParam long from, @RequestParam long to) {
        Optional<SignedCheckpoint> earlier = checkpoints.of(from);
        Optional<SignedCheckpoint> later = checkpoints.of(to);
        if (from > to || earlier.isEmpty() || later.isEmpty()) {
            return Problems.notFound();
        }
        List<String> path = ProofJson.base64(tree.consistency(from, to));
        log.reads("audit.consistency-read", null, Map.of("from", Long.toString(from), "to", Long.toString(to)));
        return ResponseEntity.ok(new ProofJson.Consistency(json(earlier.get()), json(later.get()), path));
    }

    private AuditEntry noted(AuditEntry entry, SignedCheckpoint under) {
        log.reads(
                "audit.proof-read",
                entry.messageId(),
                Map.of(
                        "entry",
                        Long.toString(entry.n()),
                        "size",
                        Long.toString(under.checkpoint().size())));
        return entry;
    }

    /** What is kept of the tree is damaged: there is no proof, and that is said. */
    @ExceptionHandler
    ResponseEntity<?> damaged(TreeDamaged e) {
        return Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "audit-damaged",
                "The audit is not as it was written: look at its health");
    }

    private Optional<SignedCheckpoint> found(@Nullable Long size) {
        return size == null ? checkpoints.latest() : checkpoints.of(size);
    }

    private ProofJson.Signed json(SignedCheckpoint found) {
        return ProofJson.Signed.of(
                found, checkpoints.countersignatures(found.checkpoint().size()));
    }
}
