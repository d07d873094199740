-- Notices to own systems, each until it was taken there or given up. Nothing of anybody is in them: what happened to which item, and to whom it is told.
CREATE TABLE webhook_notice (
    id           uuid        NOT NULL,
    subscription text        NOT NULL,
    type         text        NOT NULL,
    item         uuid        NOT NULL,
    at           timestamptz NOT NULL,
    attempts     integer     NOT NULL DEFAULT 0,
    due_at       timestamptz,                            -- when it is tried if nothing woke it before; null when it was given up
    failed_at    timestamptz,                            -- when it was given up
    code         text,                                   -- what the last attempt ended with
    PRIMARY KEY (id, subscription)
);
CREATE INDEX webhook_notice_due ON webhook_notice (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX webhook_notice_failed ON webhook_notice (failed_at) WHERE failed_at IS NOT NULL;
