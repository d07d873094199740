-- How far the team is with an item, and who has it. In columns of their own: a process of the version before goes on writing and reading
-- 'NEW' in state, and knows nothing else. What an item answers and whether it counts for a pattern say nothing about who it is about.
ALTER TABLE feed_item
    ADD COLUMN stage       text CHECK (stage IN ('NEW', 'TAKEN_UP', 'PASSED_ON', 'HANDED_BACK', 'CLOSED')),
    ADD COLUMN owner       text CHECK (length(owner) BETWEEN 1 AND 200),
    ADD COLUMN thread_id   uuid,
    ADD COLUMN in_reply_to uuid,
    ADD COLUMN is_signal   boolean NOT NULL DEFAULT false;
CREATE INDEX feed_item_thread ON feed_item (thread_id);
CREATE INDEX feed_item_in_reply_to ON feed_item (in_reply_to);
CREATE INDEX feed_item_signal ON feed_item (household_id, arrived_at) WHERE is_signal;

-- The items that a task brings together.
CREATE TABLE task_items (
    task uuid NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    item uuid NOT NULL,
    PRIMARY KEY (task, item)
);
