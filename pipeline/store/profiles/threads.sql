-- section: threads
WITH told AS (
    SELECT
        thread_id,
        list(DISTINCT meetings.body ORDER BY meetings.body)
            FILTER (WHERE meetings.body IS NOT NULL) AS bodies,
        max(meetings.held_on) AS last_mentioned
    FROM action_thread_mentions
    LEFT JOIN meetings USING (meeting_id)
    GROUP BY thread_id
)
SELECT
    threads.thread_id,
    threads.label,
    threads.nature,
    threads.owner,
    threads.times_raised,
    threads.first_raised,
    threads.last_raised,
    told.last_mentioned,
    threads.age_days,
    threads.age_meetings,
    threads.state,
    threads.state_reason,
    threads.state_since,
    threads.evidence_table,
    threads.evidence_id,
    threads.evidence_document_id,
    regexp_extract(documents.source, '[^/]*$') AS evidence_paper,
    threads.evidence_page,
    told.bodies
FROM action_threads AS threads
LEFT JOIN told USING (thread_id)
LEFT JOIN documents ON documents.document_id = threads.evidence_document_id
WHERE (NOT $recurring OR threads.times_raised > 1)
    AND (NOT $requests OR threads.nature = 'request')
    AND (NOT $open OR threads.state <> 'closed')
    AND ($owner IS NULL OR contains(lower(threads.owner), lower($owner)))
    AND (
        $body IS NULL
        OR len(list_filter(told.bodies, lambda body: contains(lower(body), lower($body)))) > 0
    )
    AND ($since::DATE IS NULL OR coalesce(told.last_mentioned, threads.last_raised) >= $since::DATE)
ORDER BY
    threads.times_raised DESC, threads.last_raised DESC NULLS LAST, threads.label, threads.thread_id;

-- section: which
SELECT thread_id, label, lower(thread_id) = lower($which) OR lower(label) = lower($which) AS exact
FROM action_threads
WHERE starts_with(thread_id, lower($which)) OR contains(lower(label), lower($which))
ORDER BY times_raised DESC, label, thread_id;

-- section: mentions
SELECT
    coalesce(meetings.held_on, reports.dated) AS held_on,
    meetings.body,
    mentions.part,
    mentions.fact_table,
    mentions.fact_id,
    facts.label AS text,
    actions.owner,
    coalesce(actions.status, resolutions.outcome) AS status,
    forward_plan.for_meeting_on,
    regexp_extract(documents.source, '[^/]*$') AS paper,
    facts.page,
    facts.quote,
    mentions.document_id,
    mentions.score
FROM action_thread_mentions AS mentions
JOIN facts USING (fact_table, fact_id)
JOIN documents ON documents.document_id = mentions.document_id
LEFT JOIN meetings ON meetings.meeting_id = mentions.meeting_id
LEFT JOIN actions ON actions.action_id = mentions.fact_id
LEFT JOIN resolutions ON resolutions.fact_id = mentions.fact_id
LEFT JOIN forward_plan ON forward_plan.fact_id = mentions.fact_id
LEFT JOIN reports ON reports.fact_id = mentions.fact_id
WHERE mentions.thread_id = $thread
ORDER BY held_on NULLS LAST, meetings.body, mentions.part = 'closed', paper, facts.page, facts.top, mentions.fact_id;
