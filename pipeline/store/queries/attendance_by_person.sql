-- title: Attendance and apologies by person
-- description: How many meetings each person attended, sent apologies for or missed, by the most authoritative record of each meeting.
-- param body text = NULL: only bodies whose name has this in it
-- param grouping text = NULL: only member, councillor, officer or guest
-- param since date = NULL: only meetings on or after this day
-- param until date = NULL: only meetings on or before this day
SELECT
    coalesce(any_value(people.name), any_value(attendance.name)) AS person,
    mode(attendance.grouping) AS grouping,
    count(DISTINCT meeting_id) AS meetings,
    count(DISTINCT meeting_id) FILTER (attendance.status IN ('present', 'late')) AS attended,
    count(DISTINCT meeting_id) FILTER (attendance.status = 'late') AS late,
    count(DISTINCT meeting_id) FILTER (attendance.status = 'apologies') AS apologies,
    count(DISTINCT meeting_id) FILTER (attendance.status = 'absent') AS absent,
    round(100.0 * attended / count(DISTINCT meeting_id))::INTEGER AS percent
FROM current_attendance AS attendance
JOIN meetings USING (meeting_id)
LEFT JOIN people USING (person_id)
WHERE ($body::VARCHAR IS NULL OR contains(lower(meetings.body), lower($body::VARCHAR)))
    AND ($grouping::VARCHAR IS NULL OR attendance.grouping = $grouping::VARCHAR)
    AND ($since::DATE IS NULL OR meetings.held_on >= $since::DATE)
    AND ($until::DATE IS NULL OR meetings.held_on <= $until::DATE)
GROUP BY coalesce(attendance.person_id, lower(attendance.name))
ORDER BY meetings DESC, attended DESC, person;
