-- A metric may be of a part of the users or items; the empty segment is all of them.
ALTER TABLE metric ADD COLUMN segment VARCHAR DEFAULT '' NOT NULL;
