-- section: plans
-- Plans with a report in scope, those with most reports first.
SELECT
    history.plan_id,
    arg_max(history.plan, (history.reported_on, history.milestone_id)) AS plan,
    arg_max(meetings.body, (history.reported_on, history.milestone_id)) AS body,
    count(DISTINCT history.reported_on) AS reports,
    min(history.reported_on) AS first_report,
    max(history.reported_on) AS last_report,
    count(DISTINCT history.history_id) AS milestones,
    arg_max(parse_filename(documents.source), (history.reported_on, history.milestone_id)) AS source
FROM milestone_history AS history
JOIN documents USING (document_id)
LEFT JOIN meetings USING (meeting_id)
WHERE history.plan_id IS NOT NULL
    AND history.reported_on IS NOT NULL
    AND ($until::DATE IS NULL OR history.reported_on <= $until::DATE)
    AND (
        $plan::VARCHAR IS NULL
        OR history.plan_id = $plan::VARCHAR
        OR contains(lower(history.plan), lower($plan::VARCHAR))
    )
GROUP BY history.plan_id
HAVING ($since::DATE IS NULL OR last_report >= $since::DATE)
    AND (
        $body::VARCHAR IS NULL
        OR bool_or(contains(lower(coalesce(meetings.body, '')), lower($body::VARCHAR)))
    )
ORDER BY reports DESC, milestones DESC, plan, history.plan_id;

-- section: undated
-- Plans that no report with a date tells of.
SELECT count(*) AS plans
FROM (
    SELECT plan_id
    FROM milestone_history
    WHERE plan_id IS NOT NULL
    GROUP BY plan_id
    HAVING max(reported_on) IS NULL
        AND (
            $plan::VARCHAR IS NULL
            OR plan_id = $plan::VARCHAR
            OR bool_or(contains(lower(plan), lower($plan::VARCHAR)))
        )
);

-- section: reports
-- Every milestone in every report of a plan up to the end of the scope, in the order of the paper.
SELECT
    history.history_id,
    history.reported_on,
    row.milestone_id AS fact_id,
    row.milestone,
    row.theme,
    row.activity_number,
    row.reference,
    array_to_string(row.lead_officers, ', ') AS lead,
    row.deadline,
    row.deadline_to,
    row.status,
    row.percent_complete,
    row.comment,
    history.plan,
    meetings.body,
    history.history_id IN (
        SELECT event.history_id
        FROM milestone_events AS event
        WHERE event.kind = 'dropped'
            AND ($until::DATE IS NULL OR event.reported_on <= $until::DATE)
    ) AS dropped
FROM milestone_history AS history
JOIN milestones AS row USING (milestone_id)
LEFT JOIN meetings ON meetings.meeting_id = history.meeting_id
WHERE history.plan_id = $plan_id
    AND history.reported_on IS NOT NULL
    AND ($until::DATE IS NULL OR history.reported_on <= $until::DATE)
ORDER BY history.reported_on, row.document_id, row.page, row.top, row.rowid;

-- section: events
-- What befell its milestones within the scope.
SELECT
    event.history_id,
    event.kind,
    event.milestone_id AS fact_id,
    event.previous_id,
    event.reported_on,
    event.days,
    event.days_from_first,
    event.percent,
    event.was,
    event.became,
    shown.milestone
FROM milestone_events AS event
JOIN milestones AS shown USING (milestone_id)
WHERE event.plan_id = $plan_id
    AND ($since::DATE IS NULL OR event.reported_on >= $since::DATE)
    AND ($until::DATE IS NULL OR event.reported_on <= $until::DATE)
ORDER BY event.reported_on, shown.document_id, shown.page, shown.top, event.kind, event.history_id;
