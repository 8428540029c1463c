-- How papers came to their meetings, what changed between versions, and what fills a record.

ALTER TABLE document_meetings ADD COLUMN dated_by VARCHAR;
ALTER TABLE document_meetings ADD COLUMN reason VARCHAR;
COMMENT ON COLUMN document_meetings.dated_by IS 'What tells the date of the meeting for this paper: printed, sidecar, address, file name, agenda or forward plan; NULL where nothing does.';
COMMENT ON COLUMN document_meetings.reason IS 'In words, how the date was told; where it was not, why, with the dates that would fit.';

CREATE TABLE version_changes (
    change_id VARCHAR PRIMARY KEY,
    meeting_id VARCHAR NOT NULL,
    from_document_id VARCHAR NOT NULL,
    to_document_id VARCHAR NOT NULL,
    fact_table VARCHAR NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('added', 'dropped', 'changed')),
    field VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    item_number VARCHAR,
    before VARCHAR,
    after VARCHAR,
    from_fact_id VARCHAR,
    from_page INTEGER,
    to_fact_id VARCHAR,
    to_page INTEGER,
    position INTEGER NOT NULL
);

COMMENT ON TABLE version_changes IS 'What changed from one version of a meeting''s record to the next: draft minutes, approved minutes, web page, decision notice. Spacing, hyphens, punctuation and capitals are no change.';
COMMENT ON COLUMN version_changes.change_id IS 'Key of the change, made of what it says.';
COMMENT ON COLUMN version_changes.meeting_id IS 'Meeting that both papers tell of (meetings.meeting_id).';
COMMENT ON COLUMN version_changes.from_document_id IS 'The earlier version (documents.document_id).';
COMMENT ON COLUMN version_changes.to_document_id IS 'The later version (documents.document_id).';
COMMENT ON COLUMN version_changes.fact_table IS 'What the change is in: meeting_headers, attendance, agenda_items, declarations, resolutions, motions, actions; or text, for what minutes word otherwise than their draft that is no fact.';
COMMENT ON COLUMN version_changes.kind IS 'added (the later version alone has it), dropped (the earlier alone) or changed.';
COMMENT ON COLUMN version_changes.field IS 'Which of its columns changed: name, role, status, grouping, chair, number, title, text and so on; of what was added or dropped, its chief column.';
COMMENT ON COLUMN version_changes.what IS 'Who or what it is about: a person''s name, an item''s title.';
COMMENT ON COLUMN version_changes.item_number IS 'Number of the agenda item, as the later version prints it, or else the earlier.';
COMMENT ON COLUMN version_changes.before IS 'As the earlier version has it; NULL where it has nothing.';
COMMENT ON COLUMN version_changes.after IS 'As the later version has it; NULL where it has nothing.';
COMMENT ON COLUMN version_changes.from_fact_id IS 'The fact of the earlier version (fact_table''s fact_id): its box stands there and in evidence; NULL for text.';
COMMENT ON COLUMN version_changes.from_page IS 'Page of the earlier version that it stands on, from 1; NULL where it has no pages or nothing.';
COMMENT ON COLUMN version_changes.to_fact_id IS 'The fact of the later version (fact_table''s fact_id).';
COMMENT ON COLUMN version_changes.to_page IS 'Page of the later version that it stands on, from 1; NULL where it has no pages or nothing.';
COMMENT ON COLUMN version_changes.position IS 'Order of the change among those of its meeting, from 1: by version, then as the papers go.';

CREATE TABLE fillers (
    fact_table VARCHAR NOT NULL,
    fact_id VARCHAR NOT NULL,
    meeting_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    PRIMARY KEY (fact_table, fact_id)
);

COMMENT ON TABLE fillers IS 'Facts of a web page or a decision notice that the meeting''s most authoritative record lacks: the views current_* hold them beside the record''s own.';
COMMENT ON COLUMN fillers.fact_table IS 'Table that holds the fact.';
COMMENT ON COLUMN fillers.fact_id IS 'Key of the fact in that table.';
COMMENT ON COLUMN fillers.meeting_id IS 'Meeting that the fact is of (meetings.meeting_id).';
COMMENT ON COLUMN fillers.document_id IS 'Document that states it (documents.document_id).';
COMMENT ON COLUMN fillers.reason IS 'In words, what the record lacks.';
