-- Large content: kept in encrypted chunks of 1 MiB, so that nothing whole ever stands in memory. What stands in clear says how
-- much there is and how far it came, and identifies no person; titles stand in the messages.

CREATE TABLE attachment (
    id         uuid        NOT NULL PRIMARY KEY,
    state      text        NOT NULL,                   -- OPEN, WAITING, CLEAN, NOT_SCANNED, INFECTED or BROKEN
    media_type text        NOT NULL,
    announced  bigint,                                 -- bytes that are to come; null when nobody said
    size       bigint      NOT NULL DEFAULT 0,         -- bytes that are here
    chunks     integer     NOT NULL DEFAULT 0,
    sha256     bytea,                                  -- encrypted: announced by a partner, or computed here
    touched_at timestamptz NOT NULL
);
CREATE INDEX attachment_unsettled ON attachment (touched_at) WHERE state IN ('OPEN', 'WAITING');

CREATE TABLE attachment_chunk (
    attachment uuid    NOT NULL REFERENCES attachment ON DELETE CASCADE,
    number     integer NOT NULL,
    link       bytea   NOT NULL,                       -- encrypted: the hash link of it and all before it
    content    bytea   NOT NULL,                       -- encrypted, bound to attachment and number
    PRIMARY KEY (attachment, number)
);
-- Encrypted bytes do not compress
ALTER TABLE attachment_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

-- Which uploads of the own systems belong to which messages that wait or go.
CREATE TABLE attachment_outgoing (
    sender     text NOT NULL,
    message    uuid NOT NULL,
    attachment uuid NOT NULL REFERENCES attachment,
    PRIMARY KEY (sender, message, attachment)
);
CREATE INDEX attachment_outgoing_by_attachment ON attachment_outgoing (attachment);

-- What partners brought; the reference is the sender's.
CREATE TABLE attachment_incoming (
    sender     text    NOT NULL,
    message    uuid    NOT NULL,
    reference  uuid    NOT NULL,
    attachment uuid    NOT NULL REFERENCES attachment ON DELETE CASCADE,
    delivered  boolean NOT NULL DEFAULT false,
    PRIMARY KEY (sender, message, reference)
);
CREATE INDEX attachment_incoming_by_attachment ON attachment_incoming (attachment);
