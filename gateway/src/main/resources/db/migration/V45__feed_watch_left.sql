-- Items that could not be read when their reader came by: a key that was away, or a row that somebody spoiled. They are tried again.
CREATE TABLE feed_watch_left (
    reader   text        NOT NULL CHECK (reader ~ '^[a-z]{1,40}$'),
    item     uuid        NOT NULL REFERENCES feed_item (id) ON DELETE CASCADE,
    tried_at timestamptz NOT NULL,
    PRIMARY KEY (reader, item)
);
