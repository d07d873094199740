-- Measures of child protection on which a decision rests (Jeugdwet art. 7.3.11 lid 4).
-- What was recorded is never changed: that one ends sooner is a row of its own.

CREATE TABLE measure (
    id           uuid PRIMARY KEY,
    seq          bigint GENERATED ALWAYS AS IDENTITY,
    person_id    uuid        NOT NULL REFERENCES person,
    type         text        NOT NULL,
    executor     text        NOT NULL,
    -- Both days count.
    valid_from   date        NOT NULL,
    -- Null: until it is ended, or the child comes of age.
    valid_until  date,
    source       text        NOT NULL,
    retrieved_at timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL
);
CREATE INDEX measure_person ON measure (person_id, seq);

CREATE TABLE measure_ending (
    seq          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    measure_id   uuid        NOT NULL REFERENCES measure,
    last_day     date        NOT NULL,
    source       text        NOT NULL,
    retrieved_at timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL
);
CREATE INDEX measure_ending_of ON measure_ending (measure_id, seq);
