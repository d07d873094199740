-- The life of policy sets: which were accepted, what each decision rested on without saying about whom, and where a second set
-- would have decided otherwise.

CREATE TABLE accepted_policy_set (
    n           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- the order in which they follow each other
    hash        text        NOT NULL UNIQUE,                     -- of the MANIFEST: the same set is accepted once
    valid_from  date        NOT NULL,
    content     text        NOT NULL,                            -- JSON: rules, MANIFEST and signatures, as they were read
    accepted_at timestamptz NOT NULL
);

-- Facts codes and rows: nothing here leads to a person. In no order, so that nobody tells by place or time whose they are.
CREATE TABLE decision_facts (
    id         uuid NOT NULL PRIMARY KEY,
    day        date NOT NULL,
    policy     text NOT NULL,                                    -- hash of the rules that decided
    vocabulary text NOT NULL,                                    -- hash of the word list that the codes are written in
    items      text NOT NULL,                                    -- code of each item, with ! when mandatory and + when free
    outcome    text NOT NULL,
    rows       text NOT NULL
);
CREATE INDEX decision_facts_by_day ON decision_facts (day);

-- Which message a decision was about. Forgotten sooner than the facts, which then belong to nobody; the audit names the decision.
CREATE TABLE decision_link (
    decision uuid        NOT NULL PRIMARY KEY,
    facts    uuid        NOT NULL REFERENCES decision_facts,
    sender   text        NOT NULL,
    message  uuid        NOT NULL,
    at       timestamptz NOT NULL
);
CREATE INDEX decision_link_by_message ON decision_link (sender, message, at);
CREATE INDEX decision_link_by_time ON decision_link (at);
CREATE INDEX decision_link_by_facts ON decision_link (facts);

CREATE TABLE shadow_difference (
    id             uuid NOT NULL PRIMARY KEY,
    day            date NOT NULL,
    policy         text NOT NULL,
    shadow_policy  text NOT NULL,
    vocabulary     text NOT NULL,
    items          text NOT NULL,
    outcome        text NOT NULL,
    shadow_outcome text NOT NULL,
    rows           text NOT NULL,
    shadow_rows    text NOT NULL
);
