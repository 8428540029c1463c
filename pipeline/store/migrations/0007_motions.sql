-- What was moved and how it was voted on.

CREATE TABLE motions (
    fact_id VARCHAR PRIMARY KEY,
    motion_id VARCHAR NOT NULL,
    meeting_id VARCHAR,
    document_id VARCHAR NOT NULL,
    item_number VARCHAR,
    ordinal INTEGER NOT NULL,
    motion VARCHAR,
    proposer VARCHAR,
    proposer_id VARCHAR,
    seconder VARCHAR,
    seconder_id VARCHAR,
    amendment BOOLEAN NOT NULL,
    outcome VARCHAR CHECK (outcome IN ('carried', 'lost', 'withdrawn', 'deferred', 'lapsed')),
    unanimous BOOLEAN,
    votes_for INTEGER CHECK (votes_for >= 0),
    votes_against INTEGER CHECK (votes_against >= 0),
    abstentions INTEGER CHECK (abstentions >= 0),
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE,
    quote VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    rule VARCHAR,
    signals VARCHAR[]
);

COMMENT ON TABLE motions IS 'What was moved or put to a vote, by whom, and what became of it.';
COMMENT ON COLUMN motions.fact_id IS 'Key of this motion, stable between runs; evidence.fact_id lists all its places.';
COMMENT ON COLUMN motions.motion_id IS 'The same key under the name that votes.motion_id points to.';
COMMENT ON COLUMN motions.meeting_id IS 'Meeting that the fact belongs to (meetings.meeting_id); NULL where none could be told.';
COMMENT ON COLUMN motions.document_id IS 'Document that states the fact (documents.document_id).';
COMMENT ON COLUMN motions.item_number IS 'Number of the agenda item, as printed.';
COMMENT ON COLUMN motions.ordinal IS 'Order within the item, from 1.';
COMMENT ON COLUMN motions.motion IS 'What was moved, as printed; NULL where only the item''s title tells.';
COMMENT ON COLUMN motions.proposer IS 'Who moved it, without honorific; an office as printed where no name stands beside it; NULL where the paper doesn''t say.';
COMMENT ON COLUMN motions.proposer_id IS 'Person who moved it (people.person_id); NULL where no one person could be told.';
COMMENT ON COLUMN motions.seconder IS 'Who seconded it, as the proposer is given.';
COMMENT ON COLUMN motions.seconder_id IS 'Person who seconded it (people.person_id); NULL where no one person could be told.';
COMMENT ON COLUMN motions.amendment IS 'Whether it was moved to change another motion.';
COMMENT ON COLUMN motions.outcome IS 'carried, lost, withdrawn, deferred or lapsed (it found no seconder); NULL where the paper is silent.';
COMMENT ON COLUMN motions.unanimous IS 'TRUE where the paper says that nobody was against; NULL where it doesn''t say.';
COMMENT ON COLUMN motions.votes_for IS 'Votes for it as printed, never counted from names; NULL where no number is printed.';
COMMENT ON COLUMN motions.votes_against IS 'Votes against it as printed; NULL where no number is printed.';
COMMENT ON COLUMN motions.abstentions IS 'Abstentions as printed; NULL where no number is printed.';
COMMENT ON COLUMN motions.page IS 'Page that the value was read from, counted from 1; NULL where the paper has no pages.';
COMMENT ON COLUMN motions.x0 IS 'Left edge of the box around the words it was read from, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN motions.top IS 'Top edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN motions.x1 IS 'Right edge of that box, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN motions.bottom IS 'Bottom edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN motions.quote IS 'Source text that the value was read from, white space folded.';
COMMENT ON COLUMN motions.extractor IS 'Name and version of the rule that found it, as ''resolutions/1''.';
COMMENT ON COLUMN motions.confidence IS 'Chance that the row is right, from 0 to 1, as measured on gold for its rule and signals.';
COMMENT ON COLUMN motions.rule IS 'Rule of the extractor that found it (rules.name); NULL where the extractor has one only.';
COMMENT ON COLUMN motions.signals IS 'Weak signs that it may be wrong (rules.name), counted in its confidence.';

CREATE TABLE votes (
    fact_id VARCHAR PRIMARY KEY,
    motion_id VARCHAR NOT NULL,
    meeting_id VARCHAR,
    document_id VARCHAR NOT NULL,
    item_number VARCHAR,
    ordinal INTEGER NOT NULL,
    person_id VARCHAR,
    name VARCHAR NOT NULL,
    honorific VARCHAR,
    printed VARCHAR NOT NULL,
    vote VARCHAR NOT NULL CHECK (vote IN ('for', 'against', 'abstain', 'absent', 'not voting')),
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE,
    quote VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    rule VARCHAR,
    signals VARCHAR[]
);

COMMENT ON TABLE votes IS 'How each person voted, where a paper records votes by name.';
COMMENT ON COLUMN votes.fact_id IS 'Key of this vote, stable between runs; evidence.fact_id lists all its places.';
COMMENT ON COLUMN votes.motion_id IS 'Motion that was voted on (motions.motion_id).';
COMMENT ON COLUMN votes.meeting_id IS 'Meeting that the fact belongs to (meetings.meeting_id); NULL where none could be told.';
COMMENT ON COLUMN votes.document_id IS 'Document that states the fact (documents.document_id).';
COMMENT ON COLUMN votes.item_number IS 'Number of the agenda item, as printed.';
COMMENT ON COLUMN votes.ordinal IS 'Order of the motion within the item, from 1.';
COMMENT ON COLUMN votes.person_id IS 'Person (people.person_id); NULL where no one person could be told.';
COMMENT ON COLUMN votes.name IS 'Name without honorific.';
COMMENT ON COLUMN votes.honorific IS 'Honorific as printed.';
COMMENT ON COLUMN votes.printed IS 'The name as printed, all of it.';
COMMENT ON COLUMN votes.vote IS 'for, against, abstain, absent or not voting.';
COMMENT ON COLUMN votes.page IS 'Page that the value was read from, counted from 1; NULL where the paper has no pages.';
COMMENT ON COLUMN votes.x0 IS 'Left edge of the box around the words it was read from, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN votes.top IS 'Top edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN votes.x1 IS 'Right edge of that box, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN votes.bottom IS 'Bottom edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN votes.quote IS 'Source text that the value was read from, white space folded.';
COMMENT ON COLUMN votes.extractor IS 'Name and version of the rule that found it, as ''resolutions/1''.';
COMMENT ON COLUMN votes.confidence IS 'Chance that the row is right, from 0 to 1, as measured on gold for its rule and signals.';
COMMENT ON COLUMN votes.rule IS 'Rule of the extractor that found it (rules.name); NULL where the extractor has one only.';
COMMENT ON COLUMN votes.signals IS 'Weak signs that it may be wrong (rules.name), counted in its confidence.';
