-- Sessions of people that somebody ended: what began until then counts no more, in any process of the node.
CREATE TABLE session_ended (
    -- As the identity provider names them; empty for everybody.
    person   text        PRIMARY KEY,
    ended_at timestamptz NOT NULL
);
