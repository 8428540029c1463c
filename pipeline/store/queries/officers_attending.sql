-- title: Officers who attend most
-- description: Officers by the number of meetings they attended, with the bodies they came to and their latest role.
-- param body text = NULL: only bodies whose name has this in it
SELECT
    coalesce(any_value(people.name), any_value(attendance.name)) AS officer,
    arg_max(attendance.role, meetings.held_on) AS latest_role,
    count(DISTINCT meeting_id) AS meetings,
    count(DISTINCT meetings.body) AS bodies,
    max(meetings.held_on) AS last
FROM current_attendance AS attendance
JOIN meetings USING (meeting_id)
LEFT JOIN people USING (person_id)
WHERE attendance.grouping = 'officer'
    AND attendance.status IN ('present', 'late')
    AND ($body::VARCHAR IS NULL OR contains(lower(meetings.body), lower($body::VARCHAR)))
GROUP BY coalesce(attendance.person_id, lower(attendance.name))
ORDER BY meetings DESC, last DESC, officer;
