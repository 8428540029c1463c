-- Actions, plans, reports and what reports ask for.

CREATE TABLE actions (
    action_id VARCHAR PRIMARY KEY,
    fact_id VARCHAR NOT NULL CHECK (fact_id = action_id),
    meeting_id VARCHAR,
    document_id VARCHAR NOT NULL,
    item_number VARCHAR,
    text VARCHAR NOT NULL,
    owner VARCHAR,
    due VARCHAR,
    due_on DATE,
    origin VARCHAR NOT NULL CHECK (origin IN ('requested', 'agreed', 'resolved', 'highlighted', 'log')),
    status VARCHAR,
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE,
    quote VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL
);

COMMENT ON TABLE actions IS 'What somebody was asked, or undertook, to do.';
COMMENT ON COLUMN actions.action_id IS 'Key of this action, stable between runs.';
COMMENT ON COLUMN actions.fact_id IS 'The same as action_id; evidence.fact_id lists all the fact''s places.';
COMMENT ON COLUMN actions.meeting_id IS 'Meeting that the fact belongs to (meetings.meeting_id); NULL where none could be told.';
COMMENT ON COLUMN actions.document_id IS 'Document that states the fact (documents.document_id).';
COMMENT ON COLUMN actions.item_number IS 'Number of the item that it stands under, as printed.';
COMMENT ON COLUMN actions.text IS 'The action as printed.';
COMMENT ON COLUMN actions.owner IS 'Who is to do it, as printed.';
COMMENT ON COLUMN actions.due IS 'When it is due, as printed.';
COMMENT ON COLUMN actions.due_on IS 'Day that it is due, where the printed text names one.';
COMMENT ON COLUMN actions.origin IS 'How it arose: requested, agreed, resolved, highlighted, or log (a line of an action log).';
COMMENT ON COLUMN actions.status IS 'Status as printed.';
COMMENT ON COLUMN actions.page IS 'Page that the value was read from, counted from 1; NULL where the paper has no pages.';
COMMENT ON COLUMN actions.x0 IS 'Left edge of the box around the words it was read from, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN actions.top IS 'Top edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN actions.x1 IS 'Right edge of that box, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN actions.bottom IS 'Bottom edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN actions.quote IS 'Source text that the value was read from, white space folded.';
COMMENT ON COLUMN actions.extractor IS 'Name and version of the rule that found it, as ''resolutions/1''.';
COMMENT ON COLUMN actions.confidence IS 'How sure the extractor is, from 0 to 1.';

CREATE TABLE milestones (
    milestone_id VARCHAR PRIMARY KEY,
    fact_id VARCHAR NOT NULL CHECK (fact_id = milestone_id),
    document_id VARCHAR NOT NULL,
    meeting_id VARCHAR,
    plan VARCHAR,
    period VARCHAR,
    theme VARCHAR,
    activity_number VARCHAR,
    activity VARCHAR,
    milestone VARCHAR NOT NULL,
    lead_officers VARCHAR[],
    deadline VARCHAR,
    deadline_from DATE,
    deadline_to DATE,
    status VARCHAR,
    percent_complete INTEGER,
    comment VARCHAR,
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE,
    quote VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL
);

COMMENT ON TABLE milestones IS 'Rows of delivery and improvement plans, as one document reports them.';
COMMENT ON COLUMN milestones.milestone_id IS 'Key of this milestone row, stable between runs.';
COMMENT ON COLUMN milestones.fact_id IS 'The same as milestone_id; evidence.fact_id lists all the fact''s places.';
COMMENT ON COLUMN milestones.document_id IS 'Document that states the fact (documents.document_id).';
COMMENT ON COLUMN milestones.meeting_id IS 'Meeting that the fact belongs to (meetings.meeting_id); NULL where none could be told.';
COMMENT ON COLUMN milestones.plan IS 'Name of the plan as printed.';
COMMENT ON COLUMN milestones.period IS 'Period that the report covers, as printed.';
COMMENT ON COLUMN milestones.theme IS 'Theme or section of the plan as printed.';
COMMENT ON COLUMN milestones.activity_number IS 'Number of the activity as printed.';
COMMENT ON COLUMN milestones.activity IS 'The activity as printed.';
COMMENT ON COLUMN milestones.milestone IS 'The milestone as printed.';
COMMENT ON COLUMN milestones.lead_officers IS 'Lead officers as printed, one entry each.';
COMMENT ON COLUMN milestones.deadline IS 'Deadline as printed.';
COMMENT ON COLUMN milestones.deadline_from IS 'First day that the printed deadline covers.';
COMMENT ON COLUMN milestones.deadline_to IS 'Last day that the printed deadline covers.';
COMMENT ON COLUMN milestones.status IS 'On Target, Completed, Delayed, Overdue, Red, Amber, Green or Blue; anything else as printed.';
COMMENT ON COLUMN milestones.percent_complete IS 'Per cent complete, as a whole number.';
COMMENT ON COLUMN milestones.comment IS 'Comment as printed.';
COMMENT ON COLUMN milestones.page IS 'Page that the value was read from, counted from 1; NULL where the paper has no pages.';
COMMENT ON COLUMN milestones.x0 IS 'Left edge of the box around the words it was read from, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN milestones.top IS 'Top edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN milestones.x1 IS 'Right edge of that box, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN milestones.bottom IS 'Bottom edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN milestones.quote IS 'Source text that the value was read from, white space folded.';
COMMENT ON COLUMN milestones.extractor IS 'Name and version of the rule that found it, as ''resolutions/1''.';
COMMENT ON COLUMN milestones.confidence IS 'How sure the extractor is, from 0 to 1.';

CREATE TABLE forward_plan (
    fact_id VARCHAR PRIMARY KEY,
    document_id VARCHAR NOT NULL,
    meeting_id VARCHAR,
    for_meeting_on DATE,
    item VARCHAR NOT NULL,
    lead VARCHAR,
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE,
    quote VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL
);

COMMENT ON TABLE forward_plan IS 'Items that a forward plan sets down for a later meeting.';
COMMENT ON COLUMN forward_plan.fact_id IS 'Key of this entry, stable between runs; evidence.fact_id lists all its places.';
COMMENT ON COLUMN forward_plan.document_id IS 'Document that states the fact (documents.document_id).';
COMMENT ON COLUMN forward_plan.meeting_id IS 'Meeting whose pack holds the forward plan (meetings.meeting_id); NULL where none could be told.';
COMMENT ON COLUMN forward_plan.for_meeting_on IS 'Day of the meeting that the item is set down for.';
COMMENT ON COLUMN forward_plan.item IS 'The item as printed.';
COMMENT ON COLUMN forward_plan.lead IS 'Who leads on it, as printed.';
COMMENT ON COLUMN forward_plan.page IS 'Page that the value was read from, counted from 1; NULL where the paper has no pages.';
COMMENT ON COLUMN forward_plan.x0 IS 'Left edge of the box around the words it was read from, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN forward_plan.top IS 'Top edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN forward_plan.x1 IS 'Right edge of that box, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN forward_plan.bottom IS 'Bottom edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN forward_plan.quote IS 'Source text that the value was read from, white space folded.';
COMMENT ON COLUMN forward_plan.extractor IS 'Name and version of the rule that found it, as ''resolutions/1''.';
COMMENT ON COLUMN forward_plan.confidence IS 'How sure the extractor is, from 0 to 1.';

CREATE TABLE reports (
    fact_id VARCHAR PRIMARY KEY,
    document_id VARCHAR NOT NULL,
    meeting_id VARCHAR,
    item_number VARCHAR,
    title VARCHAR NOT NULL,
    authors VARCHAR[],
    dated DATE,
    classification VARCHAR,
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE,
    quote VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL
);

COMMENT ON TABLE reports IS 'Headers of reports to a meeting.';
COMMENT ON COLUMN reports.fact_id IS 'Key of this report, stable between runs; evidence.fact_id lists all its places.';
COMMENT ON COLUMN reports.document_id IS 'Document that states the fact (documents.document_id).';
COMMENT ON COLUMN reports.meeting_id IS 'Meeting that the fact belongs to (meetings.meeting_id); NULL where none could be told.';
COMMENT ON COLUMN reports.item_number IS 'Number of the agenda item, as printed.';
COMMENT ON COLUMN reports.title IS 'Title as printed.';
COMMENT ON COLUMN reports.authors IS 'Authors as printed, one entry each.';
COMMENT ON COLUMN reports.dated IS 'Date of the report.';
COMMENT ON COLUMN reports.classification IS 'Classification as printed, as ''Public''.';
COMMENT ON COLUMN reports.page IS 'Page that the value was read from, counted from 1; NULL where the paper has no pages.';
COMMENT ON COLUMN reports.x0 IS 'Left edge of the box around the words it was read from, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN reports.top IS 'Top edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN reports.x1 IS 'Right edge of that box, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN reports.bottom IS 'Bottom edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN reports.quote IS 'Source text that the value was read from, white space folded.';
COMMENT ON COLUMN reports.extractor IS 'Name and version of the rule that found it, as ''resolutions/1''.';
COMMENT ON COLUMN reports.confidence IS 'How sure the extractor is, from 0 to 1.';

CREATE TABLE recommendations (
    fact_id VARCHAR PRIMARY KEY,
    document_id VARCHAR NOT NULL,
    meeting_id VARCHAR,
    report_title VARCHAR,
    ordinal INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE,
    quote VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL
);

COMMENT ON TABLE recommendations IS 'What a report asks the body to do.';
COMMENT ON COLUMN recommendations.fact_id IS 'Key of this recommendation, stable between runs; evidence.fact_id lists all its places.';
COMMENT ON COLUMN recommendations.document_id IS 'Document that states the fact (documents.document_id).';
COMMENT ON COLUMN recommendations.meeting_id IS 'Meeting that the fact belongs to (meetings.meeting_id); NULL where none could be told.';
COMMENT ON COLUMN recommendations.report_title IS 'Title of the report.';
COMMENT ON COLUMN recommendations.ordinal IS 'Order within the report, from 1.';
COMMENT ON COLUMN recommendations.text IS 'The recommendation as printed.';
COMMENT ON COLUMN recommendations.page IS 'Page that the value was read from, counted from 1; NULL where the paper has no pages.';
COMMENT ON COLUMN recommendations.x0 IS 'Left edge of the box around the words it was read from, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN recommendations.top IS 'Top edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN recommendations.x1 IS 'Right edge of that box, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN recommendations.bottom IS 'Bottom edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN recommendations.quote IS 'Source text that the value was read from, white space folded.';
COMMENT ON COLUMN recommendations.extractor IS 'Name and version of the rule that found it, as ''resolutions/1''.';
COMMENT ON COLUMN recommendations.confidence IS 'How sure the extractor is, from 0 to 1.';

CREATE TABLE claims (
    fact_id VARCHAR PRIMARY KEY,
    meeting_id VARCHAR,
    document_id VARCHAR NOT NULL,
    subject VARCHAR NOT NULL CHECK (subject IN ('milestones', 'activities')),
    count INTEGER NOT NULL,
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE,
    quote VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL
);

COMMENT ON TABLE claims IS 'Totals that a report''s text states about its own plan.';
COMMENT ON COLUMN claims.fact_id IS 'Key of this claim, stable between runs; evidence.fact_id lists all its places.';
COMMENT ON COLUMN claims.meeting_id IS 'Meeting that the fact belongs to (meetings.meeting_id); NULL where none could be told.';
COMMENT ON COLUMN claims.document_id IS 'Document that states the fact (documents.document_id).';
COMMENT ON COLUMN claims.subject IS 'What is counted: milestones or activities.';
COMMENT ON COLUMN claims.count IS 'The stated total.';
COMMENT ON COLUMN claims.page IS 'Page that the value was read from, counted from 1; NULL where the paper has no pages.';
COMMENT ON COLUMN claims.x0 IS 'Left edge of the box around the words it was read from, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN claims.top IS 'Top edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN claims.x1 IS 'Right edge of that box, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN claims.bottom IS 'Bottom edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN claims.quote IS 'Source text that the value was read from, white space folded.';
COMMENT ON COLUMN claims.extractor IS 'Name and version of the rule that found it, as ''resolutions/1''.';
COMMENT ON COLUMN claims.confidence IS 'How sure the extractor is, from 0 to 1.';
