-- title: Apologies rate by body and year
-- description: Of the members listed for each meeting, what share sent apologies or was absent, by body and calendar year.
-- param body text = NULL: only bodies whose name has this in it
WITH listed AS (
    SELECT
        meeting_id,
        coalesce(person_id, lower(name)) AS person,
        bool_or(status IN ('present', 'late')) AS came
    FROM current_attendance
    WHERE grouping = 'member'
    GROUP BY ALL
)
SELECT
    meetings.body,
    year(meetings.held_on) AS year,
    count(DISTINCT meeting_id) AS meetings,
    count(*) AS expected,
    count(*) FILTER (NOT came) AS missed,
    round(100.0 * missed / expected, 1) AS percent
FROM listed
JOIN meetings USING (meeting_id)
WHERE ($body::VARCHAR IS NULL OR contains(lower(meetings.body), lower($body::VARCHAR)))
GROUP BY ALL
ORDER BY meetings.body, year;
