-- Who of the own organisation is involved with a household. A person reads about no other. What ended stays, as evidence.
CREATE TABLE involvement (
    household_id uuid NOT NULL REFERENCES household (id) ON DELETE CASCADE,
    person       text NOT NULL CHECK (person ~ '^[A-Za-z0-9_-]{1,64}$'),
    since        timestamptz NOT NULL,
    until        timestamptz,
    PRIMARY KEY (household_id, person, since)
);
CREATE UNIQUE INDEX involvement_now ON involvement (person, household_id) WHERE until IS NULL;
