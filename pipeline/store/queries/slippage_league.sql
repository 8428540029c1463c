-- title: Slippage by lead officer
-- description: For each lead officer named in a plan: how many milestones, how many slipped against the first reported deadline, and by how many days.
-- param plan text = NULL: only plans whose name has this in it
WITH latest AS (
    SELECT
        history.history_id,
        arg_max(history.slipped_days, history.reported_on) AS slipped_days,
        arg_max(milestones.lead_officers, history.reported_on) AS leads,
        arg_max(history.plan, history.reported_on) AS plan
    FROM milestone_history AS history
    JOIN milestones USING (milestone_id)
    GROUP BY history.history_id
)
SELECT
    lead,
    count(*) AS milestones,
    count(*) FILTER (slipped_days > 0) AS slipped,
    max(slipped_days) FILTER (slipped_days > 0) AS worst_days,
    coalesce(sum(slipped_days) FILTER (slipped_days > 0), 0)::BIGINT AS total_days
FROM (SELECT unnest(leads) AS lead, slipped_days, plan FROM latest) AS each
WHERE ($plan::VARCHAR IS NULL OR contains(lower(plan), lower($plan::VARCHAR)))
GROUP BY lead
ORDER BY total_days DESC, slipped DESC, milestones DESC, lead;
