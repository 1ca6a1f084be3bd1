-- when the session began; null when nobody knows
ALTER TABLE tokens ADD COLUMN IF NOT EXISTS session_begun TIMESTAMP(3) WITH TIME ZONE;
-- how long the account's sessions last, as the latest showed; null until one did
ALTER TABLE accounts ADD COLUMN IF NOT EXISTS session_seconds BIGINT;
