-- Beside many accounts, what one of them has asked for is found without reading what all have. H2 makes such an index for
-- each foreign key, PostgreSQL for none.
CREATE INDEX IF NOT EXISTS schedules_by_account ON schedules (account_id, status);

CREATE INDEX IF NOT EXISTS outbox_by_account ON outbox (account_id, next_try);

CREATE INDEX IF NOT EXISTS outbox_by_claim ON outbox (claimed_by);
