-- Meetings, the people in them, and what was decided.

CREATE TABLE meetings (
    meeting_id VARCHAR PRIMARY KEY,
    authority VARCHAR,
    body VARCHAR,
    held_on DATE,
    starts_at TIME,
    ended_at TIME,
    venue VARCHAR
);

COMMENT ON TABLE meetings IS 'One row per meeting, whichever documents tell of it.';
COMMENT ON COLUMN meetings.meeting_id IS 'Key of the meeting, stable between runs.';
COMMENT ON COLUMN meetings.authority IS 'Council or other authority that the body belongs to.';
COMMENT ON COLUMN meetings.body IS 'Committee, board, panel or council that met.';
COMMENT ON COLUMN meetings.held_on IS 'Day of the meeting.';
COMMENT ON COLUMN meetings.starts_at IS 'Time that the meeting started, or was called for, on the 24-hour clock.';
COMMENT ON COLUMN meetings.ended_at IS 'Time that the meeting ended, on the 24-hour clock.';
COMMENT ON COLUMN meetings.venue IS 'Where it met, as printed.';

CREATE TABLE document_meetings (
    meeting_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    standing VARCHAR NOT NULL CHECK (standing IN ('minutes', 'draft_minutes', 'meeting_page', 'agenda', 'report', 'decision_notice', 'other')),
    rank INTEGER NOT NULL CHECK (rank >= 1)
);

COMMENT ON TABLE document_meetings IS 'Which documents tell of which meeting, and which of them counts first.';
COMMENT ON COLUMN document_meetings.meeting_id IS 'Meeting (meetings.meeting_id).';
COMMENT ON COLUMN document_meetings.document_id IS 'Document that tells of it (documents.document_id).';
COMMENT ON COLUMN document_meetings.standing IS 'What the document is to the meeting: minutes, draft_minutes, meeting_page, agenda, report, decision_notice or other.';
COMMENT ON COLUMN document_meetings.rank IS 'Order of authority among the meeting''s documents: 1 is the most authoritative.';

CREATE TABLE meeting_headers (
    fact_id VARCHAR PRIMARY KEY,
    meeting_id VARCHAR,
    document_id VARCHAR NOT NULL,
    body VARCHAR,
    authority VARCHAR,
    held_on DATE,
    starts_at TIME,
    ended_at TIME,
    venue VARCHAR,
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE,
    quote VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL
);

COMMENT ON TABLE meeting_headers IS 'What one document prints of a meeting itself.';
COMMENT ON COLUMN meeting_headers.fact_id IS 'Key of this header, stable between runs; evidence.fact_id lists all its places.';
COMMENT ON COLUMN meeting_headers.meeting_id IS 'Meeting that the fact belongs to (meetings.meeting_id); NULL where none could be told.';
COMMENT ON COLUMN meeting_headers.document_id IS 'Document that states the fact (documents.document_id).';
COMMENT ON COLUMN meeting_headers.body IS 'Body as printed.';
COMMENT ON COLUMN meeting_headers.authority IS 'Authority as printed.';
COMMENT ON COLUMN meeting_headers.held_on IS 'Day of the meeting as this document states it.';
COMMENT ON COLUMN meeting_headers.starts_at IS 'Start time as this document states it, on the 24-hour clock.';
COMMENT ON COLUMN meeting_headers.ended_at IS 'End time as this document states it, on the 24-hour clock.';
COMMENT ON COLUMN meeting_headers.venue IS 'Venue as printed.';
COMMENT ON COLUMN meeting_headers.page IS 'Page that the value was read from, counted from 1; NULL where the paper has no pages.';
COMMENT ON COLUMN meeting_headers.x0 IS 'Left edge of the box around the words it was read from, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN meeting_headers.top IS 'Top edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN meeting_headers.x1 IS 'Right edge of that box, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN meeting_headers.bottom IS 'Bottom edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN meeting_headers.quote IS 'Source text that the value was read from, white space folded.';
COMMENT ON COLUMN meeting_headers.extractor IS 'Name and version of the rule that found it, as ''resolutions/1''.';
COMMENT ON COLUMN meeting_headers.confidence IS 'How sure the extractor is, from 0 to 1.';

CREATE TABLE people (
    person_id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    honorific VARCHAR
);

COMMENT ON TABLE people IS 'One row per person, under one name for all meetings.';
COMMENT ON COLUMN people.person_id IS 'Key of the person, stable between runs.';
COMMENT ON COLUMN people.name IS 'Canonical name, without honorific.';
COMMENT ON COLUMN people.honorific IS 'Honorific, as ''Councillor'' or ''Dr''.';

CREATE TABLE membership (
    fact_id VARCHAR PRIMARY KEY,
    meeting_id VARCHAR,
    document_id VARCHAR NOT NULL,
    person_id VARCHAR,
    name VARCHAR NOT NULL,
    honorific VARCHAR,
    printed VARCHAR NOT NULL,
    role VARCHAR,
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE,
    quote VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL
);

COMMENT ON TABLE membership IS 'Names in a front page''s list of members: not attendance.';
COMMENT ON COLUMN membership.fact_id IS 'Key of this membership, stable between runs; evidence.fact_id lists all its places.';
COMMENT ON COLUMN membership.meeting_id IS 'Meeting that the fact belongs to (meetings.meeting_id); NULL where none could be told.';
COMMENT ON COLUMN membership.document_id IS 'Document that states the fact (documents.document_id).';
COMMENT ON COLUMN membership.person_id IS 'Person (people.person_id); NULL where no one person could be told.';
COMMENT ON COLUMN membership.name IS 'Name without honorific.';
COMMENT ON COLUMN membership.honorific IS 'Honorific as printed.';
COMMENT ON COLUMN membership.printed IS 'The name as printed, all of it.';
COMMENT ON COLUMN membership.role IS 'Role as printed, without brackets.';
COMMENT ON COLUMN membership.page IS 'Page that the value was read from, counted from 1; NULL where the paper has no pages.';
COMMENT ON COLUMN membership.x0 IS 'Left edge of the box around the words it was read from, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN membership.top IS 'Top edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN membership.x1 IS 'Right edge of that box, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN membership.bottom IS 'Bottom edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN membership.quote IS 'Source text that the value was read from, white space folded.';
COMMENT ON COLUMN membership.extractor IS 'Name and version of the rule that found it, as ''resolutions/1''.';
COMMENT ON COLUMN membership.confidence IS 'How sure the extractor is, from 0 to 1.';

CREATE TABLE attendance (
    fact_id VARCHAR PRIMARY KEY,
    meeting_id VARCHAR,
    document_id VARCHAR NOT NULL,
    person_id VARCHAR,
    name VARCHAR NOT NULL,
    honorific VARCHAR,
    printed VARCHAR NOT NULL,
    role VARCHAR,
    grouping VARCHAR NOT NULL CHECK (grouping IN ('member', 'councillor', 'officer', 'guest')),
    status VARCHAR NOT NULL CHECK (status IN ('present', 'apologies', 'late', 'absent')),
    chair BOOLEAN NOT NULL,
    substitute_for VARCHAR,
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE,
    quote VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL
);

COMMENT ON TABLE attendance IS 'Who was present, late, absent or sent apologies, as one document states it.';
COMMENT ON COLUMN attendance.fact_id IS 'Key of this attendance, stable between runs; evidence.fact_id lists all its places.';
COMMENT ON COLUMN attendance.meeting_id IS 'Meeting that the fact belongs to (meetings.meeting_id); NULL where none could be told.';
COMMENT ON COLUMN attendance.document_id IS 'Document that states the fact (documents.document_id).';
COMMENT ON COLUMN attendance.person_id IS 'Person (people.person_id); NULL where no one person could be told.';
COMMENT ON COLUMN attendance.name IS 'Name without honorific.';
COMMENT ON COLUMN attendance.honorific IS 'Honorific as printed.';
COMMENT ON COLUMN attendance.printed IS 'The name as printed, all of it.';
COMMENT ON COLUMN attendance.role IS 'Role as printed, without brackets.';
COMMENT ON COLUMN attendance.grouping IS 'member of the body; councillor (attending, not of the body); officer; or guest.';
COMMENT ON COLUMN attendance.status IS 'present, apologies (sent apologies for absence), late or absent.';
COMMENT ON COLUMN attendance.chair IS 'Whether the person chaired the meeting.';
COMMENT ON COLUMN attendance.substitute_for IS 'Name of the person that this one stood in for.';
COMMENT ON COLUMN attendance.page IS 'Page that the value was read from, counted from 1; NULL where the paper has no pages.';
COMMENT ON COLUMN attendance.x0 IS 'Left edge of the box around the words it was read from, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN attendance.top IS 'Top edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN attendance.x1 IS 'Right edge of that box, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN attendance.bottom IS 'Bottom edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN attendance.quote IS 'Source text that the value was read from, white space folded.';
COMMENT ON COLUMN attendance.extractor IS 'Name and version of the rule that found it, as ''resolutions/1''.';
COMMENT ON COLUMN attendance.confidence IS 'How sure the extractor is, from 0 to 1.';

CREATE TABLE declarations (
    fact_id VARCHAR PRIMARY KEY,
    meeting_id VARCHAR,
    document_id VARCHAR NOT NULL,
    person_id VARCHAR,
    name VARCHAR NOT NULL,
    item_number VARCHAR,
    interest VARCHAR NOT NULL,
    interest_type VARCHAR,
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE,
    quote VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL
);

COMMENT ON TABLE declarations IS 'Interests that somebody declared.';
COMMENT ON COLUMN declarations.fact_id IS 'Key of this declaration, stable between runs; evidence.fact_id lists all its places.';
COMMENT ON COLUMN declarations.meeting_id IS 'Meeting that the fact belongs to (meetings.meeting_id); NULL where none could be told.';
COMMENT ON COLUMN declarations.document_id IS 'Document that states the fact (documents.document_id).';
COMMENT ON COLUMN declarations.person_id IS 'Person (people.person_id); NULL where no one person could be told.';
COMMENT ON COLUMN declarations.name IS 'Name without honorific.';
COMMENT ON COLUMN declarations.item_number IS 'Number of the item that the interest touches, as printed.';
COMMENT ON COLUMN declarations.interest IS 'The interest as printed.';
COMMENT ON COLUMN declarations.interest_type IS 'Kind of interest as printed, as ''disclosable pecuniary''.';
COMMENT ON COLUMN declarations.page IS 'Page that the value was read from, counted from 1; NULL where the paper has no pages.';
COMMENT ON COLUMN declarations.x0 IS 'Left edge of the box around the words it was read from, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN declarations.top IS 'Top edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN declarations.x1 IS 'Right edge of that box, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN declarations.bottom IS 'Bottom edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN declarations.quote IS 'Source text that the value was read from, white space folded.';
COMMENT ON COLUMN declarations.extractor IS 'Name and version of the rule that found it, as ''resolutions/1''.';
COMMENT ON COLUMN declarations.confidence IS 'How sure the extractor is, from 0 to 1.';

CREATE TABLE agenda_items (
    fact_id VARCHAR PRIMARY KEY,
    meeting_id VARCHAR,
    document_id VARCHAR NOT NULL,
    number VARCHAR,
    also VARCHAR,
    title VARCHAR NOT NULL,
    pages VARCHAR,
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE,
    quote VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL
);

COMMENT ON TABLE agenda_items IS 'Headings of business, from agendas and from minutes.';
COMMENT ON COLUMN agenda_items.fact_id IS 'Key of this item, stable between runs; evidence.fact_id lists all its places.';
COMMENT ON COLUMN agenda_items.meeting_id IS 'Meeting that the fact belongs to (meetings.meeting_id); NULL where none could be told.';
COMMENT ON COLUMN agenda_items.document_id IS 'Document that states the fact (documents.document_id).';
COMMENT ON COLUMN agenda_items.number IS 'Number as printed, without its final dot; NULL for an unnumbered heading.';
COMMENT ON COLUMN agenda_items.also IS 'A second printed number, such as the agenda''s beside the minute''s.';
COMMENT ON COLUMN agenda_items.title IS 'Title as printed.';
COMMENT ON COLUMN agenda_items.pages IS 'Page range as printed on the agenda.';
COMMENT ON COLUMN agenda_items.page IS 'Page that the value was read from, counted from 1; NULL where the paper has no pages.';
COMMENT ON COLUMN agenda_items.x0 IS 'Left edge of the box around the words it was read from, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN agenda_items.top IS 'Top edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN agenda_items.x1 IS 'Right edge of that box, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN agenda_items.bottom IS 'Bottom edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN agenda_items.quote IS 'Source text that the value was read from, white space folded.';
COMMENT ON COLUMN agenda_items.extractor IS 'Name and version of the rule that found it, as ''resolutions/1''.';
COMMENT ON COLUMN agenda_items.confidence IS 'How sure the extractor is, from 0 to 1.';

CREATE TABLE resolutions (
    fact_id VARCHAR PRIMARY KEY,
    meeting_id VARCHAR,
    document_id VARCHAR NOT NULL,
    item_number VARCHAR,
    ordinal INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL CHECK (outcome IN ('noted', 'approved', 'agreed', 'endorsed', 'deferred', 'rejected', 'closed', 'referred', 'recommended', 'other')),
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE,
    quote VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL
);

COMMENT ON TABLE resolutions IS 'What the body decided.';
COMMENT ON COLUMN resolutions.fact_id IS 'Key of this decision, stable between runs; evidence.fact_id lists all its places.';
COMMENT ON COLUMN resolutions.meeting_id IS 'Meeting that the fact belongs to (meetings.meeting_id); NULL where none could be told.';
COMMENT ON COLUMN resolutions.document_id IS 'Document that states the fact (documents.document_id).';
COMMENT ON COLUMN resolutions.item_number IS 'Number of the item that it was decided under, as printed.';
COMMENT ON COLUMN resolutions.ordinal IS 'Order within the item, from 1.';
COMMENT ON COLUMN resolutions.text IS 'The decision as printed.';
COMMENT ON COLUMN resolutions.outcome IS 'noted, approved, agreed, endorsed, deferred, rejected, closed, referred, recommended or other.';
COMMENT ON COLUMN resolutions.page IS 'Page that the value was read from, counted from 1; NULL where the paper has no pages.';
COMMENT ON COLUMN resolutions.x0 IS 'Left edge of the box around the words it was read from, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN resolutions.top IS 'Top edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN resolutions.x1 IS 'Right edge of that box, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN resolutions.bottom IS 'Bottom edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN resolutions.quote IS 'Source text that the value was read from, white space folded.';
COMMENT ON COLUMN resolutions.extractor IS 'Name and version of the rule that found it, as ''resolutions/1''.';
COMMENT ON COLUMN resolutions.confidence IS 'How sure the extractor is, from 0 to 1.';
