-- Keys of their own for what can be erased as a whole, and for fingerprints. Each is encrypted with the storage key, under the label
-- data-key/<subject>: who destroys the row destroys everything that was encrypted with it, and a change of the storage key changes these rows only.

CREATE TABLE data_key (
    subject    text        PRIMARY KEY,
    wrapped    bytea       NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
