-- title: Business raised more than once
-- description: Actions and standing items that came back at later meetings: first and last time, how often, whose they are and whether they are done.
-- param least integer = 2: raised in at least so many meetings
-- param state text = NULL: only open, closed or unknown
WITH told AS (
    SELECT thread_id, string_agg(DISTINCT meetings.body, '; ' ORDER BY meetings.body) AS bodies
    FROM action_thread_mentions
    LEFT JOIN meetings USING (meeting_id)
    GROUP BY thread_id
)
SELECT
    threads.label AS action,
    threads.owner,
    threads.times_raised AS times,
    threads.first_raised,
    threads.last_raised,
    threads.state,
    told.bodies AS body
FROM action_threads AS threads
LEFT JOIN told USING (thread_id)
WHERE threads.times_raised >= $least::INTEGER
    AND ($state::VARCHAR IS NULL OR threads.state = $state::VARCHAR)
ORDER BY times DESC, threads.last_raised DESC, action;
