-- What resolving adds: actions and milestones followed over time, and disagreements.

CREATE TABLE action_threads (
    thread_id VARCHAR PRIMARY KEY,
    label VARCHAR NOT NULL,
    first_raised DATE,
    last_raised DATE,
    times_raised INTEGER NOT NULL CHECK (times_raised >= 1),
    state VARCHAR NOT NULL CHECK (state IN ('open', 'closed', 'unknown'))
);

COMMENT ON TABLE action_threads IS 'One row per action followed from meeting to meeting.';
COMMENT ON COLUMN action_threads.thread_id IS 'Key of the thread, stable between runs.';
COMMENT ON COLUMN action_threads.label IS 'The action in the words that it was first raised in.';
COMMENT ON COLUMN action_threads.first_raised IS 'Day of the first meeting that raised it.';
COMMENT ON COLUMN action_threads.last_raised IS 'Day of the last meeting that raised it.';
COMMENT ON COLUMN action_threads.times_raised IS 'In how many distinct meetings it was raised.';
COMMENT ON COLUMN action_threads.state IS 'open, closed or unknown, by the last paper that tells.';

CREATE TABLE action_thread_members (
    thread_id VARCHAR NOT NULL,
    action_id VARCHAR NOT NULL,
    score DOUBLE NOT NULL CHECK (score BETWEEN 0 AND 1)
);

COMMENT ON TABLE action_thread_members IS 'Which actions make up which thread.';
COMMENT ON COLUMN action_thread_members.thread_id IS 'Thread (action_threads.thread_id).';
COMMENT ON COLUMN action_thread_members.action_id IS 'Action (actions.action_id).';
COMMENT ON COLUMN action_thread_members.score IS 'How alike the action and its thread are, from 0 to 1.';

CREATE TABLE milestone_links (
    history_id VARCHAR NOT NULL,
    milestone_id VARCHAR NOT NULL,
    score DOUBLE NOT NULL CHECK (score BETWEEN 0 AND 1)
);

COMMENT ON TABLE milestone_links IS 'Which rows of which reports are the same milestone; milestone_history stands on it.';
COMMENT ON COLUMN milestone_links.history_id IS 'Key of the milestone followed from report to report.';
COMMENT ON COLUMN milestone_links.milestone_id IS 'Milestone row (milestones.milestone_id).';
COMMENT ON COLUMN milestone_links.score IS 'How alike the row and its history are, from 0 to 1.';

CREATE TABLE contradictions (
    meeting_id VARCHAR,
    document_id VARCHAR,
    subject VARCHAR NOT NULL,
    detail VARCHAR NOT NULL
);

COMMENT ON TABLE contradictions IS 'Where a document disagrees with itself or with another document.';
COMMENT ON COLUMN contradictions.meeting_id IS 'Meeting that it concerns (meetings.meeting_id); NULL where none could be told.';
COMMENT ON COLUMN contradictions.document_id IS 'Document that disagrees (documents.document_id).';
COMMENT ON COLUMN contradictions.subject IS 'What the disagreement is about, in a word or two.';
COMMENT ON COLUMN contradictions.detail IS 'What the sources say, one beside the other.';
