-- Times of day that would do too, best first, separated by commas; null where only the one is wanted.
ALTER TABLE schedules ADD COLUMN IF NOT EXISTS alternatives CHARACTER VARYING(100);
