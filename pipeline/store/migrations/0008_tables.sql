-- What plan tables and action logs print beside their chief columns, and how a status was read.

ALTER TABLE milestones ADD COLUMN status_derived VARCHAR;
ALTER TABLE milestones ADD COLUMN reference VARCHAR;
ALTER TABLE milestones ADD COLUMN direction VARCHAR;
COMMENT ON COLUMN milestones.status_derived IS 'What a status that no word prints was read from: ''fill'', the colour of the cell or of a dot in it; NULL where the status is printed.';
COMMENT ON COLUMN milestones.reference IS 'Number that the plan gives the milestone, as printed.';
COMMENT ON COLUMN milestones.direction IS 'Direction of travel, as printed.';

ALTER TABLE actions ADD COLUMN status_derived VARCHAR;
ALTER TABLE actions ADD COLUMN reference VARCHAR;
ALTER TABLE actions ADD COLUMN comment VARCHAR;
COMMENT ON COLUMN actions.status_derived IS 'What a status that no word prints was read from: ''fill'', the colour of the cell or of a dot in it; NULL where the status is printed.';
COMMENT ON COLUMN actions.reference IS 'Number that an action log gives the action, as printed.';
COMMENT ON COLUMN actions.comment IS 'What an action log says became of it, as printed.';
