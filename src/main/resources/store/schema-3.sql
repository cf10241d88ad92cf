-- Trials of a search over settings are runs that lists of runs leave out: their number would bury the others.
ALTER TABLE run ADD COLUMN search VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE run ADD COLUMN trial INT DEFAULT 0 NOT NULL;
CREATE INDEX run_search ON run (search);
