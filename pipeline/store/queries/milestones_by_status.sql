-- title: Milestones by status in each report
-- description: How many milestones of each plan stood at each status, report by report.
-- param plan text = NULL: only plans whose name has this in it
SELECT
    meetings.held_on,
    coalesce(milestones.plan, '(not printed)') AS plan,
    coalesce(milestones.status, '(not printed)') AS status,
    count(*) AS milestones
FROM current_milestones AS milestones
LEFT JOIN meetings USING (meeting_id)
WHERE ($plan::VARCHAR IS NULL OR contains(lower(milestones.plan), lower($plan::VARCHAR)))
GROUP BY meetings.held_on, milestones.plan, milestones.status
ORDER BY meetings.held_on NULLS LAST, plan, milestones DESC, status;
