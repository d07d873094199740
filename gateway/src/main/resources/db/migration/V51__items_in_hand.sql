-- Where something is in somebody's hands, looked through once an hour for households where nobody does anything any more.
CREATE INDEX feed_item_in_hand ON feed_item (household_id) WHERE stage IN ('TAKEN_UP', 'PASSED_ON');
