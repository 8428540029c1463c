-- title: Open actions by owner
-- description: Actions that no paper reports as done or answered, one row per action however often it was raised, by who is to do them.
-- param owner text = NULL: only owners whose name has this in it
WITH told AS (
    SELECT
        thread_id,
        arg_max(actions.due, meetings.held_on) AS due,
        arg_max(actions.status, meetings.held_on) AS status
    FROM action_thread_members
    JOIN actions USING (action_id)
    LEFT JOIN meetings USING (meeting_id)
    GROUP BY thread_id
)
SELECT
    coalesce(threads.owner, '(nobody named)') AS owner,
    threads.label AS action,
    told.due,
    told.status,
    threads.last_raised,
    threads.times_raised AS times
FROM action_threads AS threads
JOIN told USING (thread_id)
WHERE threads.state <> 'closed'
    AND ($owner::VARCHAR IS NULL OR contains(lower(threads.owner), lower($owner::VARCHAR)))
ORDER BY threads.owner NULLS LAST, threads.last_raised DESC, action;
