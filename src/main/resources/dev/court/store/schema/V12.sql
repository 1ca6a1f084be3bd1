-- Which database it is, wherever it is restored to: a machine knows by it whether the number is of the same one. Null for a file.
ALTER TABLE changes ADD COLUMN IF NOT EXISTS identity CHARACTER VARYING(36);

-- When all that it holds was written out, to go on in another database; null while this one is the one.
ALTER TABLE changes ADD COLUMN IF NOT EXISTS moved_at TIMESTAMP(3) WITH TIME ZONE;
