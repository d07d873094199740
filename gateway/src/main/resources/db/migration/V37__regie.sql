-- Who has regie: one for a household, and where it is split one more for a member. What ended stays. Who has it outside the organisation stands, encrypted,
-- in a record of the household; here stand codes, ids and days.
CREATE TABLE regie (
    id           uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household (id) ON DELETE CASCADE,
    member_id    uuid,
    holder       text NOT NULL CHECK (holder IN ('PROFESSIONAL', 'FAMILY', 'PARTNER')),
    professional text NOT NULL CHECK (professional ~ '^[A-Za-z0-9_-]{1,64}$'),
    second       text CHECK (second ~ '^[A-Za-z0-9_-]{1,64}$' AND second <> professional),
    absent_until date,
    outside      uuid,
    since        timestamptz NOT NULL,
    until        timestamptz,
    CHECK ((holder = 'PROFESSIONAL') = (outside IS NULL)),
    CHECK (absent_until IS NULL OR second IS NOT NULL)
);
-- Exactly one, whatever a program believes
CREATE UNIQUE INDEX regie_now ON regie (household_id, coalesce(member_id, household_id)) WHERE until IS NULL;
CREATE INDEX regie_household ON regie (household_id, since);

CREATE TABLE regie_transfer (
    id           uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household (id) ON DELETE CASCADE,
    member_id    uuid,
    regie        uuid NOT NULL REFERENCES regie (id) ON DELETE CASCADE,
    asked        text NOT NULL CHECK (asked ~ '^[A-Za-z0-9_-]{1,64}$'),
    asked_at     timestamptz NOT NULL,
    asked_by     text NOT NULL CHECK (length(asked_by) BETWEEN 1 AND 200),
    task         uuid NOT NULL,
    answered_at  timestamptz,
    accepted     boolean,
    CHECK ((answered_at IS NULL) = (accepted IS NULL))
);
CREATE UNIQUE INDEX regie_transfer_open ON regie_transfer (household_id, coalesce(member_id, household_id)) WHERE answered_at IS NULL;
