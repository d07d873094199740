-- When it was erased who this person is; null while they are known. The row stays: what others recorded refers to it.
ALTER TABLE person ADD COLUMN erased_at timestamptz;
