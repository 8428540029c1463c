-- section: threads
-- Actions raised in at least two meetings, the last time within the scope: the chief figures.
WITH raised AS (
    SELECT
        member.thread_id,
        actions.meeting_id,
        meetings.body,
        meetings.held_on,
        actions.owner,
        actions.status
    FROM action_thread_members AS member
    JOIN actions USING (action_id)
    JOIN meetings USING (meeting_id)
    WHERE $until::DATE IS NULL OR meetings.held_on <= $until::DATE
),
chosen AS (
    SELECT
        thread_id,
        min(held_on) AS first_raised,
        max(held_on) AS last_raised,
        count(DISTINCT meeting_id) AS times,
        arg_max(owner, held_on) FILTER (owner IS NOT NULL) AS owner,
        string_agg(DISTINCT body, '; ' ORDER BY body) AS bodies,
        list(DISTINCT held_on ORDER BY held_on) FILTER (held_on IS NOT NULL) AS days
    FROM raised
    GROUP BY thread_id
    HAVING times >= 2
        AND (
            $body::VARCHAR IS NULL
            OR bool_or(contains(lower(coalesce(body, '')), lower($body::VARCHAR)))
        )
        AND ($since::DATE IS NULL OR last_raised >= $since::DATE)
),
held AS (
    -- Of the bodies that raised it, the meetings up to the end of the scope.
    SELECT
        chosen.thread_id,
        max(meetings.held_on) AS as_of,
        count(DISTINCT meetings.meeting_id)
            FILTER (meetings.held_on > chosen.first_raised) AS meetings_since
    FROM chosen
    JOIN raised USING (thread_id)
    JOIN meetings ON meetings.body = raised.body
    WHERE $until::DATE IS NULL OR meetings.held_on <= $until::DATE
    GROUP BY chosen.thread_id
)
SELECT
    chosen.*,
    threads.label,
    threads.state,
    held.as_of,
    held.as_of - chosen.first_raised AS age_days,
    held.meetings_since,
    count(*) OVER () AS found
FROM chosen
JOIN action_threads AS threads USING (thread_id)
LEFT JOIN held USING (thread_id)
ORDER BY times DESC, age_days DESC NULLS LAST, label, thread_id
LIMIT $most;

-- section: members
-- Each time one of $threads was raised: by each paper that tells of it, the most authoritative first.
SELECT
    member.thread_id,
    actions.fact_id,
    actions.document_id,
    actions.meeting_id,
    meetings.held_on,
    meetings.body,
    actions.item_number,
    actions.origin,
    actions.owner,
    actions.due,
    actions.status,
    actions.comment,
    actions.text
FROM action_thread_members AS member
JOIN actions USING (action_id)
LEFT JOIN meetings USING (meeting_id)
LEFT JOIN document_meetings AS told
    ON told.meeting_id = actions.meeting_id AND told.document_id = actions.document_id
WHERE member.thread_id IN (SELECT unnest($threads::VARCHAR[]))
    AND ($until::DATE IS NULL OR meetings.held_on IS NULL OR meetings.held_on <= $until::DATE)
ORDER BY
    member.thread_id,
    meetings.held_on NULLS LAST,
    actions.meeting_id,
    told.rank NULLS LAST,
    actions.document_id,
    actions.page,
    actions.top,
    actions.fact_id;
