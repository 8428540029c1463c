-- title: Milestones that got worse since the report before
-- description: Milestones whose deadline moved later, or whose status is worse, than in the report to the meeting before.
-- param plan text = NULL: only plans whose name has this in it
-- param since date = NULL: only reports on or after this day
WITH reported AS (
    SELECT history.*, milestone_severity(history.status) AS severity
    FROM milestone_history AS history
),
compared AS (
    SELECT
        *,
        lag(status) OVER earlier AS status_before,
        lag(severity) OVER earlier AS severity_before,
        lag(deadline_to) OVER earlier AS deadline_before
    FROM reported
    WINDOW earlier AS (PARTITION BY history_id ORDER BY reported_on NULLS FIRST, milestone_id)
)
SELECT
    milestone,
    reported_on AS reported,
    status_before AS was,
    status AS "now",
    deadline_before AS due_was,
    deadline_to AS due_now,
    slipped_days AS slipped
FROM compared
WHERE (deadline_to > deadline_before OR severity > severity_before)
    AND ($plan::VARCHAR IS NULL OR contains(lower(plan), lower($plan::VARCHAR)))
    AND ($since::DATE IS NULL OR reported_on >= $since::DATE)
ORDER BY reported DESC, slipped DESC NULLS LAST, milestone;
