-- How far each reader of arriving items came. A reader that is new begins with the first item, so that nothing that is here goes unlooked at.
CREATE TABLE feed_watch (
    reader   text PRIMARY KEY CHECK (reader ~ '^[a-z]{1,40}$'),
    position bigint NOT NULL CHECK (position >= 0)
);
