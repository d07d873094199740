-- Households and the feed of the neighbourhood team. Nothing in clear says who somebody is: names and messages are encrypted,
-- and what members are found by is a keyed fingerprint.

CREATE TABLE household (
    id         uuid PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE household_member (
    id           uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household (id),
    name         bytea,
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX household_member_household ON household_member (household_id);

CREATE TABLE household_member_key (
    fingerprint bytea NOT NULL,
    member_id   uuid NOT NULL REFERENCES household_member (id),
    kind        text NOT NULL CHECK (kind IN ('BSN', 'NAME_AND_BIRTH_DATE')),
    PRIMARY KEY (fingerprint, member_id)
);
CREATE INDEX household_member_key_member ON household_member_key (member_id);

-- Where the members carry no identity, the conversation is all there is to go by.
CREATE TABLE household_thread (
    thread_id    uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household (id)
);

-- position is given out under a lock that is held until commit (Feed.add), so that it follows the order of commits.
CREATE TABLE feed_item (
    position            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id                  uuid NOT NULL UNIQUE,
    sender              text NOT NULL,
    message_id          uuid NOT NULL,
    household_id        uuid NOT NULL REFERENCES household (id),
    household_ambiguous boolean NOT NULL,
    arrived_at          timestamptz NOT NULL,
    state               text NOT NULL CHECK (state IN ('NEW')),
    due                 timestamptz,
    content             bytea NOT NULL,
    UNIQUE (sender, message_id)
);
CREATE INDEX feed_item_household ON feed_item (household_id, position);
