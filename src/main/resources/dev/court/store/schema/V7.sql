-- The court of an unknown booking that was asked for without an answer: no other court may be asked before that is
-- cleared up. Null when it is not known, and when nothing is open.
ALTER TABLE bookings ADD COLUMN IF NOT EXISTS open_court CHARACTER VARYING(100);

UPDATE bookings SET open_court = (
    SELECT MAX(a.court_id) FROM attempts a WHERE a.booking_id = bookings.id AND a.answer = 'unclear')
WHERE status = 'unknown' AND 1 = (
    SELECT COUNT(DISTINCT a.court_id) FROM attempts a WHERE a.booking_id = bookings.id AND a.answer = 'unclear');

-- Versions before this one asked another court after an empty listing: where two may be ours, or one was taken, only a listing tells.
UPDATE bookings SET next_try = TIMESTAMP WITH TIME ZONE '9999-01-01 00:00:00+00'
WHERE status = 'unknown' AND (open_court IS NULL OR EXISTS (
    SELECT 1 FROM attempts a WHERE a.booking_id = bookings.id AND a.court_id = bookings.open_court AND a.answer = 'taken'));
