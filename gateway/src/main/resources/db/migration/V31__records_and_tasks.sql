-- What people record about a household, and what must still be done about it. What somebody wrote is encrypted with the household's own key;
-- in clear stand codes, times and who (the caller's id, never a name). Nothing is changed: what replaces an entry names it.
CREATE TABLE household_record (
    id           uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household (id) ON DELETE CASCADE,
    kind         text NOT NULL CHECK (kind ~ '^[A-Za-z_]{1,60}$'),
    member_id    uuid,
    recorded_at  timestamptz NOT NULL,
    recorded_by  text NOT NULL CHECK (length(recorded_by) BETWEEN 1 AND 200),
    code         text CHECK (code ~ '^[A-Za-z0-9_.:-]{1,60}$'),
    supersedes   uuid,
    content      bytea NOT NULL,
    place        bigint GENERATED ALWAYS AS IDENTITY
);
CREATE INDEX household_record_household ON household_record (household_id, kind, place);
CREATE INDEX household_record_code ON household_record (kind, code);

-- What must be done. Owned by a person, and by a role when no person does; settled by somebody with a code.
CREATE TABLE task (
    id                uuid PRIMARY KEY,
    household_id      uuid NOT NULL REFERENCES household (id) ON DELETE CASCADE,
    kind              text NOT NULL CHECK (kind ~ '^[A-Za-z_]{1,60}$'),
    item              uuid,
    member_id         uuid,
    record            uuid,
    owner             text CHECK (length(owner) BETWEEN 1 AND 200),
    owner_role        text NOT NULL CHECK (owner_role ~ '^[A-Za-z0-9_-]{1,60}$'),
    opened_at         timestamptz NOT NULL,
    due               timestamptz,
    step              integer NOT NULL DEFAULT 0,
    reason            bytea,
    settled_at        timestamptz,
    settled_by        text CHECK (length(settled_by) BETWEEN 1 AND 200),
    settlement        text CHECK (settlement ~ '^[A-Za-z0-9_-]{1,60}$'),
    settlement_reason bytea,
    CHECK ((settled_at IS NULL) = (settled_by IS NULL) AND (settled_at IS NULL) = (settlement IS NULL))
);
CREATE UNIQUE INDEX task_open ON task
    (household_id, kind, coalesce(item, household_id), coalesce(member_id, household_id), coalesce(record, household_id))
    WHERE settled_at IS NULL;
CREATE INDEX task_household ON task (household_id, opened_at);
CREATE INDEX task_owner ON task (owner) WHERE settled_at IS NULL;
CREATE INDEX task_due ON task (due) WHERE settled_at IS NULL AND due IS NOT NULL;
CREATE INDEX task_item ON task (item);
