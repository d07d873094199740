-- What waited for an organisation that has ended, and went on as another message to its successor. Only adds: an older version
-- runs beside it.

ALTER TABLE outgoing ADD COLUMN continued_by uuid;
