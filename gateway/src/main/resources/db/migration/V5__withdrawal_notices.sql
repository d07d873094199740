-- Who received something on a consent is told when it is withdrawn.

CREATE TABLE outgoing_consent (
    sender       text NOT NULL,
    id           uuid NOT NULL,
    consent      text NOT NULL,                        -- identity of the consent, which is nobody's name
    withdrawn_at timestamptz,
    notice       uuid,                                 -- the notice that told the recipient
    PRIMARY KEY (sender, id, consent),
    FOREIGN KEY (sender, id) REFERENCES outgoing
);
CREATE INDEX outgoing_consent_by_consent ON outgoing_consent (consent);

CREATE TABLE received_withdrawal (
    sender       text        NOT NULL,
    id           uuid        NOT NULL,                 -- of the message that was given on the consent
    consent      text        NOT NULL,
    thread       uuid        NOT NULL,
    notice       uuid        NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    PRIMARY KEY (sender, id, consent)
);
