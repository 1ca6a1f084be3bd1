-- What was typed at court login --remember, so that run-due can sign in again.
CREATE TABLE IF NOT EXISTS credentials (
  account_id BIGINT PRIMARY KEY REFERENCES accounts (id),
  -- sealed
  username CHARACTER VARYING(4000) NOT NULL,
  -- sealed
  password CHARACTER VARYING(20000) NOT NULL,
  -- why the realm refused them; then they are not tried again. Null while they are good
  refused CHARACTER VARYING(1000),
  -- sign-ins that came to nothing since the last that worked, and when the latest was
  tries INTEGER DEFAULT 0 NOT NULL,
  tried_at TIMESTAMP(3) WITH TIME ZONE,
  -- why the latest came to nothing
  trouble CHARACTER VARYING(1000)
);

-- when the session ends whatever one does; null until the realm's answers show it
ALTER TABLE tokens ADD COLUMN IF NOT EXISTS session_end TIMESTAMP(3) WITH TIME ZONE;
