-- What consents, withdrawals, custody and measures state is encrypted under the key of a person and bound to its row. What stands in clear
-- as well serves to find rows, and counts only while it says the same. The columns in whose place it comes keep empty values.

-- Under the label consent/<id>, with the key of the giver. The column source_id has a keyed fingerprint.
ALTER TABLE consent ADD COLUMN content bytea;
ALTER TABLE consent ADD CONSTRAINT consent_bound CHECK (content IS NOT NULL) NOT VALID;
-- Under the label consent-withdrawal/<consent_id>, with the key of the giver.
ALTER TABLE consent_withdrawal ADD COLUMN content bytea;
ALTER TABLE consent_withdrawal ADD CONSTRAINT consent_withdrawal_bound CHECK (content IS NOT NULL) NOT VALID;
-- Under the label custody/<id>, with the key of the person; whether the person can decide is in it too.
ALTER TABLE custody ADD COLUMN content bytea;
ALTER TABLE custody ADD CONSTRAINT custody_bound CHECK (content IS NOT NULL) NOT VALID;
-- Under the labels measure/<id> and measure-ending/<seq>, with the key of the person.
ALTER TABLE measure ADD COLUMN content bytea;
ALTER TABLE measure ADD CONSTRAINT measure_bound CHECK (content IS NOT NULL) NOT VALID;
ALTER TABLE measure_ending ADD COLUMN content bytea;
ALTER TABLE measure_ending ADD CONSTRAINT measure_ending_bound CHECK (content IS NOT NULL) NOT VALID;
-- Whom a case is about, under the label meldcode-case/<id>, with the key of the case.
ALTER TABLE meldcode_case ADD COLUMN content bytea;
ALTER TABLE meldcode_case ADD CONSTRAINT meldcode_case_bound CHECK (content IS NOT NULL) NOT VALID;
ALTER TABLE meldcode_event ADD CONSTRAINT meldcode_event_bound CHECK (content IS NOT NULL) NOT VALID;

-- Which facts retention destroyed, so that they are not taken for stolen: the audit has the hash of each batch.
CREATE TABLE destroyed_fact (
    identity text NOT NULL,
    proof    text NOT NULL,                            -- sha256 of the batch, as in the entry retention.destroyed
    PRIMARY KEY (identity, proof)
);
CREATE INDEX destroyed_fact_proof ON destroyed_fact (proof);
-- What is held against the registers is a small part of the audit. By name: of a pattern the planner does not see that it holds.
CREATE INDEX audit_entry_facts ON audit_entry (event) WHERE event IN (
    'CONSENT_RECORDED', 'CONSENT_WITHDRAWN', 'MEASURE_RECORDED', 'MEASURE_ENDED', 'PERSON_RECORDED', 'PERSON_ERASED',
    'MELDCODE_OPENED', 'MELDCODE_STEP_TAKEN', 'MELDCODE_STEP_SKIPPED', 'MELDCODE_WEIGHED', 'MELDCODE_INFORMED',
    'MELDCODE_NOT_INFORMED', 'MELDCODE_VT_ADVICE_ASKED', 'MELDCODE_ERASED', 'retention.destroyed');
