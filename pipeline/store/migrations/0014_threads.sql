-- Threads of business: whose they are, what became of them and which paper says so, and what else
-- than actions mentions them.

ALTER TABLE action_threads ADD COLUMN nature VARCHAR;
ALTER TABLE action_threads ADD COLUMN owner VARCHAR;
ALTER TABLE action_threads ADD COLUMN state_since DATE;
ALTER TABLE action_threads ADD COLUMN state_reason VARCHAR;
ALTER TABLE action_threads ADD COLUMN evidence_table VARCHAR;
ALTER TABLE action_threads ADD COLUMN evidence_id VARCHAR;
ALTER TABLE action_threads ADD COLUMN evidence_document_id VARCHAR;
ALTER TABLE action_threads ADD COLUMN evidence_page INTEGER;
ALTER TABLE action_threads ADD COLUMN age_days INTEGER;
ALTER TABLE action_threads ADD COLUMN age_meetings INTEGER;

COMMENT ON TABLE action_threads IS 'One row per matter followed from meeting to meeting: an action, or business that came up at two meetings or more.';
COMMENT ON COLUMN action_threads.thread_id IS 'Key of the thread; no paper that comes in later changes it.';
COMMENT ON COLUMN action_threads.label IS 'What a person would call it; may become clearer as papers come in.';
COMMENT ON COLUMN action_threads.times_raised IS 'In how many distinct meetings it was raised: asked for or, where it began as an item of business, on the agenda.';
COMMENT ON COLUMN action_threads.state IS 'open, closed or unknown (nothing has told of it since), by the last paper that tells.';
COMMENT ON COLUMN action_threads.nature IS 'request (somebody was asked, or a resolution directs it) or standing item (agendas, reports and forward plans alone).';
COMMENT ON COLUMN action_threads.owner IS 'Who is to do it, as last named.';
COMMENT ON COLUMN action_threads.state_since IS 'Day of the meeting from which it has been in this state; where the state is unknown, when it was last mentioned.';
COMMENT ON COLUMN action_threads.state_reason IS 'Why: raised, raised again, planned, planned for a later meeting, answered by an agenda item, answered by a report, closed by a resolution, done says the action log, not mentioned since.';
COMMENT ON COLUMN action_threads.evidence_table IS 'Table of the fact that says so.';
COMMENT ON COLUMN action_threads.evidence_id IS 'Key of that fact (facts.fact_id).';
COMMENT ON COLUMN action_threads.evidence_document_id IS 'Document that says so (documents.document_id).';
COMMENT ON COLUMN action_threads.evidence_page IS 'Its page, from 1; NULL for papers without pages.';
COMMENT ON COLUMN action_threads.age_days IS 'Days from when it was first raised until it was closed or, where it was not, the latest meeting known of its bodies.';
COMMENT ON COLUMN action_threads.age_meetings IS 'Meetings of its bodies in that time, after the first.';

CREATE TABLE action_thread_mentions (
    thread_id VARCHAR NOT NULL,
    fact_table VARCHAR NOT NULL,
    fact_id VARCHAR NOT NULL,
    meeting_id VARCHAR,
    document_id VARCHAR NOT NULL,
    part VARCHAR NOT NULL CHECK (part IN ('raised', 'planned', 'answered', 'discussed', 'closed')),
    score DOUBLE NOT NULL CHECK (score BETWEEN 0 AND 1)
);

COMMENT ON TABLE action_thread_mentions IS 'All facts that speak of a thread: actions, resolutions, agenda items, reports and entries of forward plans.';
COMMENT ON COLUMN action_thread_mentions.thread_id IS 'Thread (action_threads.thread_id).';
COMMENT ON COLUMN action_thread_mentions.fact_table IS 'Table that holds the fact.';
COMMENT ON COLUMN action_thread_mentions.fact_id IS 'Key of the fact in that table (facts.fact_id).';
COMMENT ON COLUMN action_thread_mentions.meeting_id IS 'Meeting that the fact belongs to (meetings.meeting_id); NULL where none could be told.';
COMMENT ON COLUMN action_thread_mentions.document_id IS 'Document that states it (documents.document_id).';
COMMENT ON COLUMN action_thread_mentions.part IS 'What it does: raised, planned, answered (the item or report that was asked for), discussed, closed.';
COMMENT ON COLUMN action_thread_mentions.score IS 'How alike the fact and its thread are, from 0 to 1.';
