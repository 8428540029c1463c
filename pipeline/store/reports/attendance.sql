-- section: records
-- Who was present, late, absent or sent apologies, by each meeting's most authoritative record.
SELECT
    attendance.fact_id,
    meetings.meeting_id,
    meetings.body,
    meetings.held_on,
    coalesce(attendance.person_id, lower(attendance.name)) AS person,
    concat_ws(
        ' ',
        coalesce(people.honorific, attendance.honorific),
        coalesce(people.name, attendance.name)
    ) AS name,
    attendance.grouping,
    attendance.status,
    attendance.chair,
    attendance.role,
    attendance.substitute_for,
    replace(told.standing, '_', ' ') AS record,
    -- Web pages often tell of apologies alone.
    bool_or(attendance.status = 'present') OVER (PARTITION BY attendance.meeting_id) AS whole
FROM current_attendance AS attendance
JOIN meetings USING (meeting_id)
LEFT JOIN people USING (person_id)
LEFT JOIN document_meetings AS told
    ON told.meeting_id = attendance.meeting_id AND told.document_id = attendance.document_id
WHERE meetings.body IS NOT NULL
    AND ($body::VARCHAR IS NULL OR contains(lower(meetings.body), lower($body::VARCHAR)))
    AND ($since::DATE IS NULL OR meetings.held_on >= $since::DATE)
    AND ($until::DATE IS NULL OR meetings.held_on <= $until::DATE)
ORDER BY
    meetings.body,
    meetings.held_on NULLS FIRST,
    meetings.meeting_id,
    attendance.page,
    attendance.top,
    attendance.x0,
    attendance.fact_id;

-- section: unrecorded
-- Meetings in scope that no paper held says who came to.
SELECT meetings.body, meetings.held_on
FROM meetings
ANTI JOIN current_attendance USING (meeting_id)
WHERE meetings.body IS NOT NULL
    AND ($body::VARCHAR IS NULL OR contains(lower(meetings.body), lower($body::VARCHAR)))
    AND ($since::DATE IS NULL OR meetings.held_on >= $since::DATE)
    AND ($until::DATE IS NULL OR meetings.held_on <= $until::DATE)
ORDER BY meetings.body, meetings.held_on, meetings.meeting_id;
