-- When the person last asked for it as it is, where that was after the schedule was added: by a change, or by the end of a pause. Null otherwise.
ALTER TABLE bookings ADD COLUMN IF NOT EXISTS asked_at TIMESTAMP(3) WITH TIME ZONE;

-- What has ended although it lies ahead is looked for by each run.
CREATE INDEX IF NOT EXISTS bookings_by_start ON bookings (status, desired_time);
