-- Figures of a quarter as they were first given. They are never counted anew: two counts of one quarter would tell by their difference what
-- each of them hides. Small cells are hidden in what stands here already; it is about nobody.
CREATE TABLE figures (
    period  text PRIMARY KEY CHECK (period ~ '^[0-9]{4}-Q[1-4]$'),
    made_at timestamptz NOT NULL,
    content text NOT NULL
);
