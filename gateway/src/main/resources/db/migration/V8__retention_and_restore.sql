-- What is destroyed when its term has passed, what outlives that as evidence, and whether this database was put back to an
-- earlier moment. Only adds: an older version runs beside it.

-- A finished run by the clock; the audit holds what it destroyed.
CREATE TABLE retention_run (
    due       timestamptz NOT NULL PRIMARY KEY,         -- the moment it was scheduled for
    run       uuid        NOT NULL,                     -- as the audit entries name it
    finished  timestamptz NOT NULL,
    destroyed bigint      NOT NULL                      -- by the process that finished it
);

-- The signed word of a recipient outlives the traffic data of its message.
CREATE TABLE kept_acceptance (
    sender     text        NOT NULL,
    id         uuid        NOT NULL,
    recipient  text        NOT NULL,
    kind       text        NOT NULL,
    state      text        NOT NULL,                    -- where the message ended
    accepted   bytea       NOT NULL,
    created_at timestamptz NOT NULL,                    -- of the message
    PRIMARY KEY (sender, id)
);

-- Found by age without a price for every update; what still holds content is few.
CREATE INDEX outgoing_by_age ON outgoing USING brin (created_at);
CREATE INDEX outgoing_with_payload ON outgoing (created_at) WHERE content IS NOT NULL OR original IS NOT NULL;
CREATE INDEX incoming_by_age ON incoming USING brin (received_at);
CREATE INDEX incoming_with_envelope ON incoming (received_at) WHERE envelope IS NOT NULL;
CREATE INDEX idempotency_by_age ON idempotency USING brin (created_at);
CREATE INDEX kept_acceptance_by_age ON kept_acceptance USING brin (created_at);

-- The server and the timeline on which this database was last seen; both change when it is put back (PostgreSQL, ch. 25.3).
CREATE TABLE seen_server (
    one               boolean     NOT NULL PRIMARY KEY DEFAULT true CHECK (one),
    system_identifier text        NOT NULL,
    timeline          text        NOT NULL,
    seen_at           timestamptz NOT NULL
);

-- While one of these is not released, nothing goes out.
CREATE TABLE restoration (
    n           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    noticed_at  timestamptz NOT NULL,
    sign        text        NOT NULL,                   -- by what it was noticed
    audit_n     bigint      NOT NULL,                   -- the last audit entry that was there
    released_at timestamptz,
    released_by text                                    -- an operator's code, no name
);

-- Withdrawals that a recipient has yet to be told of; few.
CREATE INDEX outgoing_consent_untold ON outgoing_consent (sender, id) WHERE withdrawn_at IS NOT NULL AND notice IS NULL;
