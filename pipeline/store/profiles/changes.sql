-- What `pipeline.digest.changes` asks two archives. The one before may be of an older version of
-- the program: it is only asked for what the public contract names.
-- section: documents
SELECT * FROM documents
-- section: last run
SELECT max(run_id) AS run_id FROM ingest_runs
-- section: places
SELECT
    document_id,
    arg_max(meeting_id, held_on) AS meeting_id,
    arg_max(authority, held_on) AS authority,
    arg_max(body, held_on) AS body,
    max(held_on) AS held_on
FROM document_meetings
JOIN meetings USING (meeting_id)
WHERE list_contains($documents, document_id)
GROUP BY document_id
-- section: replaced
SELECT document_id, sha256 FROM replaced_papers
-- section: meetings
SELECT meeting_id, authority, body, held_on FROM meetings ORDER BY held_on, body, meeting_id
-- section: actions
SELECT
    actions.action_id, actions.text, actions.owner, actions.due, actions.item_number, actions.page,
    actions.document_id, actions.meeting_id, meetings.authority, meetings.body, meetings.held_on
FROM current_actions AS actions
LEFT JOIN meetings USING (meeting_id)
WHERE list_contains($documents, actions.document_id) AND actions.origin <> 'resolved'
ORDER BY held_on, body, actions.document_id, page, actions.action_id
-- section: actions of meetings
SELECT actions.meeting_id, actions.text FROM actions WHERE list_contains($meetings, meeting_id)
-- section: threads
SELECT
    threads.thread_id, threads.label, threads.state, threads.times_raised, threads.first_raised,
    threads.last_raised,
    list(members.action_id ORDER BY members.action_id) AS members,
    arg_max(actions.owner, meetings.held_on) AS owner,
    arg_max(meetings.body, meetings.held_on) AS body,
    arg_max(actions.document_id, meetings.held_on) AS document_id,
    arg_max(actions.page, meetings.held_on) AS page,
    bool_or(list_contains($documents, actions.document_id)) AS fresh
FROM action_threads AS threads
JOIN action_thread_members AS members USING (thread_id)
JOIN actions USING (action_id)
LEFT JOIN meetings USING (meeting_id)
WHERE threads.times_raised >= 2
GROUP BY ALL
ORDER BY threads.last_raised, threads.thread_id
-- section: thread counts
SELECT members.action_id, threads.times_raised
FROM action_thread_members AS members
JOIN action_threads AS threads USING (thread_id)
-- section: milestones
WITH followed AS (
    SELECT
        *,
        milestone_severity(status) AS severity,
        lag(deadline_to IGNORE NULLS) OVER before AS was_due,
        lag(status IGNORE NULLS) OVER before AS was_status,
        lag(milestone_severity(status) IGNORE NULLS) OVER before AS was_severity
    FROM milestone_history
    WINDOW before AS (PARTITION BY history_id ORDER BY reported_on, milestone_id)
)
SELECT
    followed.history_id, followed.milestone, followed.plan, followed.was_due, followed.deadline_to,
    followed.was_status, followed.status, followed.document_id, milestones.page,
    milestones.lead_officers, followed.reported_on
FROM followed
JOIN milestones USING (milestone_id)
WHERE list_contains($documents, followed.document_id)
    AND (followed.deadline_to > followed.was_due OR followed.severity > followed.was_severity)
QUALIFY row_number() OVER (
    PARTITION BY followed.history_id, followed.reported_on ORDER BY followed.milestone_id
) = 1
ORDER BY followed.plan, followed.milestone, followed.history_id
-- section: contradictions
SELECT
    contradictions.document_id, contradictions.subject, contradictions.detail, meetings.body,
    meetings.held_on
FROM contradictions
LEFT JOIN meetings USING (meeting_id)
ORDER BY held_on, body, subject, detail
-- section: events
SELECT source, stage, outcome, reason
FROM ingest_events
WHERE run_id > $since AND outcome IN ('failed', 'restricted') AND (sha256 IS NULL OR outcome = 'failed')
-- section: counts
SELECT
    count(*) AS runs,
    (SELECT count(*) FROM documents) AS papers,
    (SELECT count(*) FROM meetings) AS meetings
FROM ingest_runs
-- section: completeness
SELECT * FROM completeness WHERE NOT complete ORDER BY source, held_on, body
-- section: complete
SELECT source, count(*) AS meetings, count(*) FILTER (complete) AS complete,
    sum(listed)::BIGINT AS listed, sum(held)::BIGINT AS held, sum(refused)::BIGINT AS refused,
    sum(failed)::BIGINT AS failed
FROM completeness GROUP BY source ORDER BY source
