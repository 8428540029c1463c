-- section: threads
-- Business raised in at least two meetings that came up within the scope: the chief figures.
WITH spoken AS (
    SELECT
        mention.thread_id,
        mention.meeting_id,
        mention.part,
        meetings.body,
        meetings.held_on
    FROM action_thread_mentions AS mention
    LEFT JOIN meetings USING (meeting_id)
    WHERE $until::DATE IS NULL OR meetings.held_on <= $until::DATE
),
told AS (
    SELECT
        thread_id,
        count(DISTINCT meeting_id) FILTER (part IN ('raised', 'discussed')) AS times,
        min(held_on) AS first_told,
        max(held_on) AS last_told,
        max(held_on) FILTER (part IN ('raised', 'discussed')) AS last_raised,
        list(DISTINCT held_on ORDER BY held_on) FILTER (held_on IS NOT NULL) AS days,
        string_agg(DISTINCT body, '; ' ORDER BY body) AS bodies,
        bool_or(contains(lower(coalesce(body, '')), lower($body::VARCHAR))) AS in_scope
    FROM spoken
    GROUP BY thread_id
),
chosen AS (
    SELECT
        threads.*,
        CASE WHEN $until::DATE IS NULL THEN threads.times_raised ELSE told.times END AS times,
        CASE WHEN $until::DATE IS NULL THEN threads.last_raised ELSE told.last_raised END AS last_time,
        told.days,
        told.bodies
    FROM action_threads AS threads
    JOIN told USING (thread_id)
    WHERE ($body::VARCHAR IS NULL OR told.in_scope)
        AND ($since::DATE IS NULL OR coalesce(told.last_told, threads.last_raised) >= $since::DATE)
        AND ($until::DATE IS NULL OR threads.first_raised <= $until::DATE)
),
held AS (
    -- Of the bodies that it came up at, the meetings with a record up to the end of the scope.
    SELECT
        chosen.thread_id,
        max(meetings.held_on) AS as_of,
        count(DISTINCT meetings.held_on)
            FILTER (meetings.held_on > chosen.first_raised) AS meetings_since
    FROM chosen
    JOIN (SELECT DISTINCT thread_id, body FROM spoken) AS at_body USING (thread_id)
    JOIN meetings ON meetings.body = at_body.body
    SEMI JOIN current_documents ON current_documents.meeting_id = meetings.meeting_id
    WHERE $until::DATE IS NULL OR meetings.held_on <= $until::DATE
    GROUP BY chosen.thread_id
)
SELECT
    chosen.thread_id,
    chosen.label,
    chosen.nature,
    chosen.owner,
    chosen.times,
    chosen.first_raised,
    chosen.last_time AS last_raised,
    chosen.days,
    chosen.bodies,
    chosen.state,
    chosen.state_since,
    chosen.state_reason,
    chosen.evidence_table,
    chosen.evidence_id,
    held.as_of,
    CASE
        WHEN $until::DATE IS NULL THEN chosen.age_days
        ELSE held.as_of - chosen.first_raised
    END AS age_days,
    CASE
        WHEN $until::DATE IS NULL THEN chosen.age_meetings
        ELSE held.meetings_since
    END AS age_meetings,
    count(*) OVER () AS found
FROM chosen
LEFT JOIN held USING (thread_id)
WHERE chosen.times >= 2
ORDER BY
    chosen.times DESC,
    chosen.nature = 'standing item',
    age_days DESC NULLS LAST,
    chosen.label,
    chosen.thread_id
LIMIT $most;

-- section: mentions
-- All that speaks of $threads: by each paper that says it, the most authoritative first.
SELECT
    mention.thread_id,
    mention.part,
    mention.fact_table,
    mention.fact_id,
    mention.document_id,
    mention.meeting_id,
    coalesce(meetings.held_on, reports.dated) AS held_on,
    meetings.body,
    facts.label AS text,
    coalesce(actions.item_number, resolutions.item_number, agenda_items.number) AS item_number,
    actions.owner,
    actions.due,
    coalesce(actions.status, resolutions.outcome) AS status,
    forward_plan.for_meeting_on
FROM action_thread_mentions AS mention
JOIN facts USING (fact_table, fact_id)
LEFT JOIN meetings ON meetings.meeting_id = mention.meeting_id
LEFT JOIN document_meetings AS told
    ON told.meeting_id = mention.meeting_id AND told.document_id = mention.document_id
LEFT JOIN actions ON actions.action_id = mention.fact_id
LEFT JOIN resolutions ON resolutions.fact_id = mention.fact_id
LEFT JOIN agenda_items ON agenda_items.fact_id = mention.fact_id
LEFT JOIN forward_plan ON forward_plan.fact_id = mention.fact_id
LEFT JOIN reports ON reports.fact_id = mention.fact_id
WHERE mention.thread_id IN (SELECT unnest($threads::VARCHAR[]))
    AND ($until::DATE IS NULL OR meetings.held_on IS NULL OR meetings.held_on <= $until::DATE)
ORDER BY
    mention.thread_id,
    coalesce(meetings.held_on, reports.dated) NULLS LAST,
    mention.meeting_id,
    mention.part = 'closed',
    told.rank NULLS LAST,
    mention.document_id,
    facts.page,
    facts.top,
    mention.fact_id;
