-- Consents that travel: what this node gave to the disclosers that its consents name, and what it holds of others.

CREATE TABLE consent_given (
    consent_id uuid        NOT NULL REFERENCES consent (id),
    holder     text        NOT NULL,                   -- the organisation, as in the directory
    envelope   uuid,                                   -- of the copy; null while it cannot go
    obstacle   text,                                   -- why it cannot go, a code
    at         timestamptz NOT NULL,
    PRIMARY KEY (consent_id, holder)
);
CREATE UNIQUE INDEX consent_given_envelope ON consent_given (envelope) WHERE envelope IS NOT NULL;
CREATE INDEX consent_giver ON consent (giver);

CREATE TABLE consent_copy (
    -- What this node calls it; two keepers may use one identity.
    id           uuid        PRIMARY KEY,
    keeper       text        NOT NULL,
    consent      text        NOT NULL,                 -- what its keeper calls it
    -- Encrypted under the label consent-copy/<id>; null when only its withdrawal came.
    content      bytea,
    decision     text,
    valid_until  date,
    as_of        timestamptz NOT NULL,                 -- when its keeper last confirmed it
    withdrawn_at timestamptz,
    asked_at     timestamptz,                          -- when its keeper was last asked to confirm it
    received_at  timestamptz NOT NULL,
    UNIQUE (keeper, consent)
);
CREATE INDEX consent_copy_to_confirm ON consent_copy (as_of)
    WHERE decision = 'GIVEN' AND withdrawn_at IS NULL;

-- Keyed fingerprints of the numbers in a copy: a copy about somebody unknown here leaves no number behind.
CREATE TABLE consent_copy_person (
    copy uuid  NOT NULL REFERENCES consent_copy,
    mark bytea NOT NULL,
    PRIMARY KEY (copy, mark)
);
CREATE INDEX consent_copy_person_mark ON consent_copy_person (mark);
