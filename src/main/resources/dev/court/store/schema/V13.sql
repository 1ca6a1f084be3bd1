-- How often the booking was claimed. What a run does for it is good only while this is the number of its own claim.
ALTER TABLE bookings ADD COLUMN IF NOT EXISTS epoch BIGINT DEFAULT 0 NOT NULL;

-- The court that the run of this claim may ask for by now, empty before the first. Null where no other machine can see whether the run lives.
ALTER TABLE bookings ADD COLUMN IF NOT EXISTS armed CHARACTER VARYING(200);
