-- The path: what leaves, what arrives, the durable channels between the steps, and the audit of all of it.
-- Content is encrypted by the node before it is stored (seal.AtRest); what stands here in clear identifies no person.

CREATE TABLE outgoing (
    sender          text        NOT NULL,
    id              uuid        NOT NULL,
    thread          uuid        NOT NULL,
    form            text        NOT NULL,              -- MESSAGE or RECEIPT
    kind            text        NOT NULL,
    recipient       text        NOT NULL,
    state           text        NOT NULL,
    content         bytea,                             -- encrypted; null once it is not needed any more
    original        bytea,                             -- encrypted bytes as the local system gave them
    answer          bytea       NOT NULL,              -- encrypted: the decision in force, for the sender
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    accepted        bytea,                             -- the recipient's signed word that it stored the envelope
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (sender, id)
);
CREATE INDEX outgoing_due ON outgoing (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

CREATE TABLE outgoing_person (
    sender    text NOT NULL,
    id        uuid NOT NULL,
    person_id uuid NOT NULL,
    PRIMARY KEY (sender, id, person_id),
    FOREIGN KEY (sender, id) REFERENCES outgoing
);
CREATE INDEX outgoing_person_by_person ON outgoing_person (person_id);

CREATE TABLE outgoing_history (
    n      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sender text        NOT NULL,
    id     uuid        NOT NULL,
    at     timestamptz NOT NULL,
    state  text        NOT NULL,
    detail text,
    FOREIGN KEY (sender, id) REFERENCES outgoing
);
CREATE INDEX outgoing_history_by_message ON outgoing_history (sender, id, n);

CREATE TABLE idempotency (
    key          text        NOT NULL PRIMARY KEY,
    request_hash bytea       NOT NULL,
    message_id   uuid        NOT NULL,
    answer       bytea       NOT NULL,                 -- encrypted: the first answer
    created_at   timestamptz NOT NULL
);

CREATE TABLE incoming (
    sender        text        NOT NULL,
    id            uuid        NOT NULL,
    receipt       boolean     NOT NULL,                -- as its sender says; a receipt is never answered with a receipt
    envelope      bytea,                               -- as received; null once it was opened and delivered
    envelope_hash bytea       NOT NULL,
    accepted      bytea       NOT NULL,                -- the signed word that we gave
    state         text        NOT NULL,                -- STORED, DELIVERED or REJECTED
    duplicates    integer     NOT NULL DEFAULT 0,
    received_at   timestamptz NOT NULL,
    PRIMARY KEY (sender, id)
);

CREATE TABLE received_ground (
    sender text  NOT NULL,
    id     uuid  NOT NULL,
    thread uuid  NOT NULL,
    ground bytea NOT NULL,                             -- encrypted
    PRIMARY KEY (sender, id)
);

CREATE TABLE audit_entry (
    n          bigint      NOT NULL PRIMARY KEY,
    at         timestamptz NOT NULL,
    event      text        NOT NULL,
    message_id text,
    detail     text        NOT NULL,
    hash       bytea       NOT NULL                    -- over the hash before it and everything in this row
);

CREATE TABLE audit_tip (
    one  boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (one),
    n    bigint  NOT NULL,
    hash bytea   NOT NULL
);
INSERT INTO audit_tip (n, hash) VALUES (0, decode(repeat('00', 32), 'hex'));

-- Spring Integration's channel store, with its trigger that wakes subscribers on commit.
CREATE SEQUENCE int_message_seq START WITH 1 INCREMENT BY 1 NO CYCLE;
CREATE TABLE int_channel_message (
    message_id       char(36)     NOT NULL,
    group_key        char(36)     NOT NULL,
    created_date     bigint       NOT NULL,
    message_priority bigint,
    message_sequence bigint       NOT NULL DEFAULT nextval('int_message_seq'),
    message_content  bytea,
    region           varchar(100) NOT NULL,
    CONSTRAINT int_channel_message_pk PRIMARY KEY (region, group_key, created_date, message_sequence)
);
CREATE INDEX int_channel_msg_delete_idx ON int_channel_message (region, group_key, message_id);

CREATE FUNCTION int_channel_message_notify_fct() RETURNS trigger AS $$
BEGIN
    PERFORM pg_notify('int_channel_message_notify', NEW.region || ' ' || NEW.group_key);
    RETURN NEW;
END;
$$ LANGUAGE plpgsql;
CREATE TRIGGER int_channel_message_notify_trg AFTER INSERT ON int_channel_message
    FOR EACH ROW EXECUTE PROCEDURE int_channel_message_notify_fct();
