-- the person was warned of the session's end for all openings before this; null when nothing is to be warned of
ALTER TABLE accounts ADD COLUMN IF NOT EXISTS forewarned_until TIMESTAMP(3) WITH TIME ZONE;
