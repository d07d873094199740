-- What went to another organisation, about whom, and not what it said: for the person whom it is about (GDPR art. 15(1)(b) and (c)).
-- Written before an attempt; that it arrived says the message itself (outgoing, later kept_acceptance).
CREATE TABLE disclosure (
    sender     text        NOT NULL,
    message    uuid        NOT NULL,
    person_id  uuid        NOT NULL,
    at         timestamptz NOT NULL,
    recipient  text        NOT NULL,
    kind       text        NOT NULL,
    basis      text        NOT NULL,
    purpose    text,
    categories text[]      NOT NULL,
    shielded   boolean     NOT NULL,
    PRIMARY KEY (sender, message, person_id)
);
CREATE INDEX disclosure_of_person ON disclosure (person_id, at DESC, message DESC) WHERE NOT shielded;
CREATE INDEX disclosure_by_time ON disclosure (at);
