-- What befell milestones from report to report, and which plan and day each row was reported for.

ALTER TABLE milestone_links ADD COLUMN plan_id VARCHAR;
ALTER TABLE milestone_links ADD COLUMN reported_on DATE;
ALTER TABLE milestone_links ADD COLUMN copy BOOLEAN DEFAULT false;
COMMENT ON COLUMN milestone_links.history_id IS 'Key of the milestone followed from report to report; it never changes when papers are added.';
COMMENT ON COLUMN milestone_links.plan_id IS 'Key of the plan whose reports list it; equal for all reports of one plan.';
COMMENT ON COLUMN milestone_links.reported_on IS 'Day of the meeting or, where that is not known, date of the report.';
COMMENT ON COLUMN milestone_links.copy IS 'Whether another paper has the same row of the same report: such rows count once.';

CREATE TABLE milestone_events (
    history_id VARCHAR NOT NULL,
    plan_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN (
        'slip', 'brought_forward', 'reversal', 'fall', 'stall', 'completed', 'dropped', 'appeared',
        'returned', 'reworded', 'renumbered', 'moved', 'lead_changed'
    )),
    milestone_id VARCHAR NOT NULL,
    previous_id VARCHAR,
    meeting_id VARCHAR,
    reported_on DATE NOT NULL,
    days INTEGER,
    days_from_first INTEGER,
    percent INTEGER,
    was VARCHAR,
    became VARCHAR
);

COMMENT ON TABLE milestone_events IS 'What befell a milestone from one report of its plan to the next; copies of a report, and reports without a day, tell of nothing.';
COMMENT ON COLUMN milestone_events.history_id IS 'Milestone followed over time (milestone_links.history_id).';
COMMENT ON COLUMN milestone_events.plan_id IS 'Plan that it is of (milestone_links.plan_id).';
COMMENT ON COLUMN milestone_events.kind IS 'slip, brought_forward (deadline), reversal (of status), fall (of per cent), stall, completed, dropped (not in the next report though not completed), appeared (not in the plan''s first report), returned (after reports without it), reworded, renumbered, moved (to another theme or activity), lead_changed.';
COMMENT ON COLUMN milestone_events.milestone_id IS 'Row that shows it (milestones.milestone_id); of a dropped milestone its last one.';
COMMENT ON COLUMN milestone_events.previous_id IS 'Row of the report before that it is compared with; NULL where there is none.';
COMMENT ON COLUMN milestone_events.meeting_id IS 'Meeting whose report shows it, or lacks it (meetings.meeting_id).';
COMMENT ON COLUMN milestone_events.reported_on IS 'Day of that meeting, else date of the report.';
COMMENT ON COLUMN milestone_events.days IS 'Days that the deadline moved from the one before (slip, brought_forward), since anything moved (stall), or since its first absence (returned).';
COMMENT ON COLUMN milestone_events.days_from_first IS 'Days from the first reported deadline to this one; of slip and brought_forward.';
COMMENT ON COLUMN milestone_events.percent IS 'Per cent complete in the row of milestone_id.';
COMMENT ON COLUMN milestone_events.was IS 'What the report before printed: deadline, status, per cent, text, number, theme and activity, or lead officers.';
COMMENT ON COLUMN milestone_events.became IS 'What this report prints instead; NULL of a dropped milestone.';
