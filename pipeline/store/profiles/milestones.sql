-- section: events
WITH story AS (
    SELECT
        history_id,
        count(*) AS reports,
        arg_max(milestone_id, (coalesce(reported_on, DATE '0001-01-01'), milestone_id)) AS last_id,
        arg_min(milestone_id, (reported_on, milestone_id)) FILTER (deadline_to IS NOT NULL)
            AS first_due_id
    FROM milestone_history
    GROUP BY history_id
)
SELECT
    e.kind, shown.milestone, now.plan, meetings.authority, meetings.body, now.theme,
    now.lead_officers, e.reported_on, e.days, e.days_from_first, e.percent, e.was, e.became,
    count(*) OVER (PARTITION BY e.history_id) AS times,
    first.deadline AS first_deadline, first.deadline_to AS first_deadline_to,
    now.deadline AS deadline_now, now.deadline_to AS deadline_to_now,
    now.status AS status_now, now.percent_complete AS percent_now,
    last.reported_on AS last_reported_on,
    last.reported_on = e.reported_on AS latest,
    documents.source, shown.document_id, shown.page, shown.quote,
    e.history_id, e.plan_id, e.milestone_id, e.previous_id, e.meeting_id
FROM milestone_events AS e
JOIN story USING (history_id)
JOIN milestones AS shown ON shown.milestone_id = e.milestone_id
JOIN milestones AS now ON now.milestone_id = story.last_id
JOIN milestone_links AS last ON last.milestone_id = story.last_id
LEFT JOIN milestones AS first ON first.milestone_id = story.first_due_id
JOIN documents ON documents.document_id = shown.document_id
LEFT JOIN meetings ON meetings.meeting_id = e.meeting_id
WHERE e.kind = $kind
    AND ($body IS NULL OR contains(lower(meetings.body), lower($body)))
    AND ($plan IS NULL OR e.plan_id = $plan OR contains(lower(now.plan), lower($plan)))
    AND ($lead IS NULL OR contains(lower(array_to_string(now.lead_officers, '/')), lower($lead)))
    AND ($since IS NULL OR e.reported_on >= $since)
-- Each milestone once, as it was last told of.
QUALIFY row_number() OVER (PARTITION BY e.history_id ORDER BY e.reported_on DESC) = 1
ORDER BY
    CASE WHEN e.kind IN ('slip', 'stall') THEN -coalesce(e.days_from_first, e.days) END,
    e.reported_on DESC, shown.milestone, e.history_id;

-- section: plans
WITH happened AS (
    SELECT
        plan_id,
        count(DISTINCT history_id) FILTER (kind = 'slip') AS slipped,
        count(DISTINCT history_id) FILTER (kind = 'stall') AS stalled,
        count(DISTINCT history_id) FILTER (kind = 'reversal') AS reversed,
        count(DISTINCT history_id) FILTER (kind = 'dropped') AS dropped,
        count(DISTINCT history_id) FILTER (kind = 'appeared') AS appeared
    FROM milestone_events
    GROUP BY plan_id
)
SELECT
    arg_max(history.plan, (coalesce(history.reported_on, DATE '0001-01-01'), milestone_id)) AS plan,
    arg_max(meetings.body, (coalesce(history.reported_on, DATE '0001-01-01'), milestone_id)) AS body,
    max(meetings.authority) AS authority,
    count(DISTINCT coalesce(history.reported_on::VARCHAR, history.document_id)) AS reports,
    min(history.reported_on) AS first_report,
    max(history.reported_on) AS last_report,
    count(DISTINCT history.history_id) AS milestones,
    coalesce(any_value(slipped), 0) AS slipped,
    coalesce(any_value(stalled), 0) AS stalled,
    coalesce(any_value(reversed), 0) AS reversed,
    coalesce(any_value(dropped), 0) AS dropped,
    coalesce(any_value(appeared), 0) AS appeared,
    any_value(documents.source) AS source,
    history.plan_id
FROM milestone_history AS history
JOIN documents ON documents.document_id = history.document_id
LEFT JOIN meetings ON meetings.meeting_id = history.meeting_id
LEFT JOIN happened ON happened.plan_id = history.plan_id
WHERE history.plan_id IS NOT NULL
GROUP BY history.plan_id
HAVING ($body IS NULL OR bool_or(contains(lower(meetings.body), lower($body))))
    AND (
        $plan IS NULL OR history.plan_id = $plan
        OR bool_or(contains(lower(history.plan), lower($plan)))
    )
ORDER BY reports DESC, milestones DESC, plan, history.plan_id;

-- section: reports
SELECT
    history.reported_on, row.milestone, row.theme, row.activity_number, row.reference,
    row.activity, row.lead_officers, row.deadline, row.deadline_to, history.slipped_days,
    row.status, row.percent_complete, row.comment, history.plan, meetings.body,
    documents.source, row.document_id, row.page, row.quote, history.meeting_id,
    history.milestone_id, history.history_id, history.plan_id, history.score,
    history.history_id IN (SELECT history_id FROM milestone_events WHERE kind = 'dropped')
        AS dropped
FROM milestone_history AS history
JOIN milestones AS row USING (milestone_id)
JOIN documents ON documents.document_id = row.document_id
LEFT JOIN meetings ON meetings.meeting_id = history.meeting_id
WHERE history.history_id = $id OR history.plan_id = $id
-- Within a document rows stand in the order of the paper.
ORDER BY history.reported_on NULLS FIRST, row.document_id, row.rowid;

-- section: happened
SELECT e.reported_on, e.kind, e.days, e.days_from_first, e.was, e.became
FROM milestone_events AS e
WHERE e.history_id = $id
ORDER BY e.reported_on, e.kind;

-- section: named
SELECT
    history_id,
    arg_max(milestone, (coalesce(reported_on, DATE '0001-01-01'), milestone_id)) AS milestone,
    bool_or(history_id = $which OR lower(milestone) = lower($which)) AS exact
FROM milestone_history
GROUP BY history_id
HAVING exact OR starts_with(history_id, $which) OR bool_or(contains(lower(milestone), lower($which)))
ORDER BY milestone, history_id;
