-- What lies in the store for later runs has a limit: what was not used for the longest time goes first.
ALTER TABLE artefact ADD COLUMN bytes BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE artefact ADD COLUMN used TIMESTAMP(3) WITH TIME ZONE;
UPDATE artefact SET bytes = CHAR_LENGTH(facts), used = created;
ALTER TABLE artefact ALTER COLUMN used SET NOT NULL;
