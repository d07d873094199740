-- Two households that may be one, because somebody of the one may be somebody of the other: a person decides, nothing is joined by itself.
-- The reasons are names of clues; nothing of what they compare stands here.
CREATE TABLE household_doubt (
    id           uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household (id) ON DELETE CASCADE,
    member_id    uuid NOT NULL REFERENCES household_member (id) ON DELETE CASCADE,
    other_id     uuid NOT NULL REFERENCES household (id) ON DELETE CASCADE,
    candidate_id uuid NOT NULL REFERENCES household_member (id) ON DELETE CASCADE,
    score        integer NOT NULL,
    clues        text NOT NULL,
    since        timestamptz NOT NULL DEFAULT now(),
    apart_at     timestamptz
);
CREATE INDEX household_doubt_other ON household_doubt (other_id);
CREATE INDEX household_doubt_member ON household_doubt (member_id);
CREATE INDEX household_doubt_candidate ON household_doubt (candidate_id);
