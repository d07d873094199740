-- A cancellation stands in the thread that bears the identity of the message that it is about: that message waits until it has come.
CREATE INDEX outgoing_cancellation ON outgoing (thread) WHERE form = 'CANCELLATION';
