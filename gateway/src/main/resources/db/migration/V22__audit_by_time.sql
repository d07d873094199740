-- Exports of a period find where it begins. The log only grows, in the order of time but for clocks that jump: a few pages of index are enough.
CREATE INDEX audit_entry_at ON audit_entry USING brin (at) WITH (autosummarize = on);
