-- The Merkle tree over the audit, its signed checkpoints, their countersignatures, and what partners' logs looked like when this node
-- countersigned theirs. The tree is built behind the entries: a process of the version before appends entries as ever.

-- Hashes of the tree, 256 a tile (C2SP tlog-tiles); the last of a level is rewritten while it fills.
CREATE TABLE audit_tile (
    level  integer NOT NULL,                            -- its hashes are of 256^level leaves each
    index  bigint  NOT NULL,
    hashes bytea   NOT NULL,
    PRIMARY KEY (level, index)
);

-- How far the tree has come, and the hash of the last entry in it.
CREATE TABLE audit_tree (
    one  boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (one),
    size bigint  NOT NULL,
    hash bytea   NOT NULL
);
INSERT INTO audit_tree (size, hash) VALUES (0, decode(repeat('00', 32), 'hex'));

-- The log at one size, signed by this node.
CREATE TABLE checkpoint (
    size   bigint      NOT NULL PRIMARY KEY,
    root   bytea       NOT NULL,
    signed bytea       NOT NULL,                        -- CMS with the text of the checkpoint in it
    at     timestamptz NOT NULL
);

-- A partner's word that this checkpoint goes on from the one that it saw before.
CREATE TABLE countersignature (
    size    bigint      NOT NULL REFERENCES checkpoint,
    witness text        NOT NULL,
    signed  bytea       NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (size, witness)
);

-- A time-stamp of another party on a checkpoint (RFC 3161).
CREATE TABLE checkpoint_time (
    size  bigint      NOT NULL PRIMARY KEY REFERENCES checkpoint,
    token bytea       NOT NULL,
    at    timestamptz NOT NULL
);

-- The last checkpoint of each partner that this node countersigned.
CREATE TABLE witnessed (
    organisation text        NOT NULL PRIMARY KEY,
    size         bigint      NOT NULL,
    root         bytea       NOT NULL,
    signed       bytea       NOT NULL,                  -- as that partner signed it
    signed_at    timestamptz NOT NULL,                  -- as that partner's clock had it
    seen_at      timestamptz NOT NULL
);

-- Where a person here admitted that a partner's log does not go on from what was seen; every word about it says so ever after.
CREATE TABLE witnessed_break (
    n            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation text        NOT NULL,
    size         bigint      NOT NULL,                  -- what was seen last before
    root         bytea       NOT NULL,
    signed       bytea       NOT NULL,
    admitted_at  timestamptz NOT NULL,
    admitted_by  text        NOT NULL                   -- a code that leads to a person, no name
);

-- Two signed checkpoints of one log of which neither goes on from the other, or the refusal of one; open until a person has seen to it.
CREATE TABLE dispute (
    n            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation text        NOT NULL,                  -- the partner
    own          boolean     NOT NULL,                  -- whether it is about this node's log; otherwise about the partner's
    sort         text        NOT NULL,                  -- FORK, ROLLBACK or BAD_PROOF
    seen         bytea       NOT NULL,                  -- the checkpoint that was seen before
    given        bytea       NOT NULL,                  -- the one that does not go on from it
    noticed_at   timestamptz NOT NULL,
    ended_at     timestamptz
);
CREATE UNIQUE INDEX dispute_open ON dispute (organisation, own) WHERE ended_at IS NULL;
