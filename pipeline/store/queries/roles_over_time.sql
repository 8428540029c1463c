-- title: People's roles over time
-- description: The roles printed beside each person's name, with the first and last meeting that each was printed for.
-- param person text = NULL: only people whose name has this in it
SELECT
    coalesce(any_value(people.name), any_value(attendance.name)) AS person,
    attendance.role,
    min(meetings.held_on) AS first,
    max(meetings.held_on) AS last,
    count(DISTINCT meeting_id) AS meetings
FROM current_attendance AS attendance
JOIN meetings USING (meeting_id)
LEFT JOIN people USING (person_id)
WHERE attendance.role IS NOT NULL
    AND ($person::VARCHAR IS NULL
        OR contains(lower(coalesce(people.name, attendance.name)), lower($person::VARCHAR)))
GROUP BY coalesce(attendance.person_id, lower(attendance.name)), attendance.role
ORDER BY person, first, attendance.role;
