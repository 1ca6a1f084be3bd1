-- Grows with each transaction that changes something: a file that went back to an older state is known by it.
CREATE TABLE IF NOT EXISTS changes (number BIGINT NOT NULL);

INSERT INTO changes (number) SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM changes);
