-- The numbers of the keys that the machine has, with blanks between; null of a version that does not say. They are no secret.
ALTER TABLE machines ADD COLUMN IF NOT EXISTS key_ids CHARACTER VARYING(1000);
