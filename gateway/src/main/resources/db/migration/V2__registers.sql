-- The recorded facts that decisions rest on: persons and custody, consents, meldcode cases.
-- What was recorded is never changed: a newer custody, a withdrawal or a repeated step is a row of its own.

CREATE TABLE person (
    id            uuid PRIMARY KEY,
    -- Partly known dates as the BRP writes them; null while nobody stated one.
    birth_date    text CHECK (birth_date ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    capable       boolean     NOT NULL DEFAULT true,
    registered_at timestamptz NOT NULL
);

CREATE TABLE person_identifier (
    system    text NOT NULL,
    value     text NOT NULL,
    person_id uuid NOT NULL REFERENCES person,
    PRIMARY KEY (system, value)
);
CREATE INDEX person_identifier_person ON person_identifier (person_id);
-- Nobody has two citizen service numbers.
CREATE UNIQUE INDEX person_identifier_one_bsn ON person_identifier (person_id) WHERE system = 'bsn';

CREATE TABLE custody (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id           uuid        NOT NULL REFERENCES person,
    -- Null: from here on nothing is known of it any more.
    type                text,
    under_investigation boolean     NOT NULL,
    source              text,
    retrieved_at        timestamptz,
    recorded_at         timestamptz NOT NULL
);
CREATE INDEX custody_person ON custody (person_id, id DESC);

CREATE TABLE custody_holder (
    custody_id bigint NOT NULL REFERENCES custody,
    position   int    NOT NULL,
    person_id  uuid   NOT NULL REFERENCES person,
    PRIMARY KEY (custody_id, position)
);

CREATE TABLE consent_document (
    hash        text PRIMARY KEY,
    media_type  text        NOT NULL,
    -- Encrypted under the label consent-document/<hash>.
    content     bytea       NOT NULL,
    recorded_at timestamptz NOT NULL
);

-- Persons without an identifier are not in table person, and may yet give or refuse consent: no foreign keys to it.
CREATE TABLE consent (
    seq             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id              uuid        NOT NULL UNIQUE,
    giver           uuid        NOT NULL,
    capacity        text        NOT NULL,
    discloser       text        NOT NULL,
    custodian       text,
    recipients      text[]      NOT NULL,
    recipient_types text[]      NOT NULL,
    purposes        text[]      NOT NULL,
    categories      text[]      NOT NULL,
    life_domains    text[]      NOT NULL,
    decision        text        NOT NULL,
    valid_from      date,
    valid_until     date,
    given_at        timestamptz,
    evidence        text,
    objection       text,
    source_id       text,
    -- Of a consent that a document states: the same statement again is the same consent, also after its withdrawal.
    fingerprint     text UNIQUE,
    document        text REFERENCES consent_document,
    recorded_at     timestamptz NOT NULL
);
CREATE INDEX consent_source ON consent (source_id) WHERE source_id IS NOT NULL;
CREATE INDEX consent_of_document ON consent (document) WHERE document IS NOT NULL;

CREATE TABLE consent_subject (
    consent_id uuid NOT NULL REFERENCES consent (id),
    person_id  uuid NOT NULL,
    PRIMARY KEY (consent_id, person_id)
);
CREATE INDEX consent_subject_person ON consent_subject (person_id);

CREATE TABLE consent_withdrawal (
    consent_id   uuid PRIMARY KEY REFERENCES consent (id),
    at           timestamptz NOT NULL,
    withdrawn_by uuid        NOT NULL,
    channel      text        NOT NULL,
    recorded_at  timestamptz NOT NULL
);

CREATE TABLE meldcode_case (
    id        uuid PRIMARY KEY,
    opened_at timestamptz NOT NULL
);

CREATE TABLE meldcode_subject (
    case_id   uuid NOT NULL REFERENCES meldcode_case,
    person_id uuid NOT NULL,
    PRIMARY KEY (case_id, person_id)
);

CREATE TABLE meldcode_event (
    seq         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id     uuid        NOT NULL REFERENCES meldcode_case,
    kind        text        NOT NULL,
    detail      jsonb       NOT NULL,
    recorded_at timestamptz NOT NULL
);
CREATE INDEX meldcode_event_case ON meldcode_event (case_id, seq);
