-- Milestones followed from report to report.

CREATE OR REPLACE VIEW milestone_history AS
WITH dated AS (
    SELECT document_id, max(dated) AS dated FROM reports GROUP BY document_id
)
SELECT
    link.history_id,
    row.milestone_id,
    row.milestone,
    row.meeting_id,
    meetings.held_on,
    row.status,
    row.percent_complete,
    row.deadline_to,
    row.deadline_to - first_value(row.deadline_to IGNORE NULLS) OVER (
        PARTITION BY link.history_id
        ORDER BY coalesce(link.reported_on, meetings.held_on, dated.dated) NULLS LAST, row.milestone_id
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS slipped_days,
    row.document_id,
    row.plan,
    coalesce(link.reported_on, meetings.held_on, dated.dated) AS reported_on,
    link.score,
    link.plan_id
FROM milestone_links AS link
JOIN milestones AS row USING (milestone_id)
LEFT JOIN meetings ON meetings.meeting_id = row.meeting_id
LEFT JOIN dated ON dated.document_id = row.document_id
-- The same report in another paper counts once: the paper that came in first stands.
WHERE NOT coalesce(link.copy, false);

COMMENT ON VIEW milestone_history IS 'Each milestone followed from report to report, one row per report that lists it.';
COMMENT ON COLUMN milestone_history.history_id IS 'Key of the milestone followed over time.';
COMMENT ON COLUMN milestone_history.milestone_id IS 'Row of the report (milestones.milestone_id).';
COMMENT ON COLUMN milestone_history.milestone IS 'The milestone as this report prints it.';
COMMENT ON COLUMN milestone_history.meeting_id IS 'Meeting that the report went to (meetings.meeting_id).';
COMMENT ON COLUMN milestone_history.held_on IS 'Day of that meeting.';
COMMENT ON COLUMN milestone_history.status IS 'Status in this report.';
COMMENT ON COLUMN milestone_history.percent_complete IS 'Per cent complete in this report, as a whole number.';
COMMENT ON COLUMN milestone_history.deadline_to IS 'Last day that the deadline in this report covers.';
COMMENT ON COLUMN milestone_history.slipped_days IS 'Days that this deadline lies after the first reported one; negative where it was brought forward.';
COMMENT ON COLUMN milestone_history.document_id IS 'Document that holds the report (documents.document_id).';
COMMENT ON COLUMN milestone_history.plan IS 'Name of the plan as printed.';
COMMENT ON COLUMN milestone_history.reported_on IS 'Day of the meeting or, where that is not known, date of the report.';
COMMENT ON COLUMN milestone_history.score IS 'How alike the row and its history are, from 0 to 1.';
COMMENT ON COLUMN milestone_history.plan_id IS 'Key of the plan; equal for all its reports.';

CREATE OR REPLACE MACRO milestone_severity(status) AS CASE status
    WHEN 'Completed' THEN 0 WHEN 'Blue' THEN 0
    WHEN 'On Target' THEN 1 WHEN 'Green' THEN 1
    WHEN 'Delayed' THEN 2 WHEN 'Amber' THEN 2
    WHEN 'Overdue' THEN 3 WHEN 'Red' THEN 3
END;
COMMENT ON MACRO milestone_severity IS 'How bad a milestone''s status is: 0 done, 1 on target, 2 late, 3 overdue; NULL for any other word.';
