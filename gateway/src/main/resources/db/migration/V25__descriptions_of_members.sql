-- How a member of a household was described, encrypted with the household's own key: whether another description is of the same person
-- is judged by it. Members of before have none and are found by their number, or with doubt.
ALTER TABLE household_member ADD COLUMN description bytea;

-- An older process that erases a household does not know this table: hence the cascade.
-- What members with a description are found back by: keyed fingerprints of a name with a date, an address with an initial, and so on.
CREATE TABLE household_member_trace (
    fingerprint bytea NOT NULL,
    member_id   uuid NOT NULL REFERENCES household_member (id) ON DELETE CASCADE,
    PRIMARY KEY (fingerprint, member_id)
);
CREATE INDEX household_member_trace_member ON household_member_trace (member_id);
