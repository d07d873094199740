-- A message that stops takes back what has come of its attachments.

-- When chunks of it began to go; null while none has, and again when its recipient is told that it does not come.
ALTER TABLE attachment_outgoing ADD COLUMN carried_at timestamptz;

-- When its sender sealed the last chunk that came, by that sender's clock: what is sealed later than it was taken back is another try.
ALTER TABLE attachment_incoming ADD COLUMN sealed_at timestamptz;

-- What senders took back: what they sealed before is not taken any more.
CREATE TABLE attachment_cancelled (
    sender       text        NOT NULL,
    message      uuid        NOT NULL,
    cancelled_at timestamptz NOT NULL,                 -- by the sender's clock
    received_at  timestamptz NOT NULL,
    PRIMARY KEY (sender, message)
);
CREATE INDEX attachment_cancelled_by_age ON attachment_cancelled (received_at);
