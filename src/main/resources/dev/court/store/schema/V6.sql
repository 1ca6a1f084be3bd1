-- What a calendar calls what the schedule was made from, so that an event is not taken in twice; null for one of our own.
ALTER TABLE schedules ADD COLUMN IF NOT EXISTS uid CHARACTER VARYING(300);

-- What the calendar feed last said of a booking: a change of it is a new revision (RFC 5545, 3.8.7.4).
CREATE TABLE IF NOT EXISTS feed_events (
  booking_id BIGINT PRIMARY KEY REFERENCES bookings (id),
  sequence INTEGER NOT NULL,
  -- digests of what people plan by, and of all the feed says
  material CHARACTER VARYING(100) NOT NULL,
  content CHARACTER VARYING(100) NOT NULL,
  revised_at TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
