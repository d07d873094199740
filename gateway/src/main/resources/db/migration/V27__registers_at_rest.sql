-- What the registers say of whom is encrypted at rest, under a key of each person and of each meldcode case (data_key).
-- Programs of before write in clear; what they wrote is brought here when a program of this version starts.

-- By what numbers a person is known: found by a keyed fingerprint, readable with the person's key only.
CREATE TABLE person_number (
    fingerprint bytea PRIMARY KEY,
    person_id   uuid  NOT NULL REFERENCES person,
    system      text  NOT NULL,
    -- Encrypted under the label person-number/<fingerprint in hexadecimal>.
    value       bytea NOT NULL
);
CREATE INDEX person_number_person ON person_number (person_id);
-- Nobody has two citizen service numbers.
CREATE UNIQUE INDEX person_number_one_bsn ON person_number (person_id) WHERE system = 'bsn';

-- A program of before does not see who is registered here. It may not register them once more, as somebody else of whom no refusal is known:
-- it gets an error, and decides nothing.
ALTER TABLE person_identifier ADD CONSTRAINT person_identifier_in_clear_no_more CHECK (false) NOT VALID;

-- In the place of birth_date: encrypted under the label person/<id>/birth.
ALTER TABLE person ADD COLUMN birth bytea;

-- In the place of kind and detail: encrypted under the label meldcode-event/<seq>.
ALTER TABLE meldcode_event ADD COLUMN content bytea;
