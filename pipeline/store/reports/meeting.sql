-- section: chosen
-- The last meeting in scope that a record is held of, or, where there is no record, the last one.
SELECT meetings.meeting_id
FROM meetings
LEFT JOIN current_documents AS record USING (meeting_id)
WHERE meetings.held_on IS NOT NULL
    AND ($body::VARCHAR IS NULL OR contains(lower(meetings.body), lower($body::VARCHAR)))
    AND ($since::DATE IS NULL OR meetings.held_on >= $since::DATE)
    AND ($until::DATE IS NULL OR meetings.held_on <= $until::DATE)
ORDER BY record.document_id IS NULL, meetings.held_on DESC, meetings.meeting_id
LIMIT 1;

-- section: heading
SELECT body, authority, held_on, starts_at, ended_at, venue
FROM meetings
WHERE meeting_id = $id;

-- section: papers
SELECT document_id, replace(standing, '_', ' ') AS standing, rank, status, pages
FROM document_meetings
JOIN documents USING (document_id)
WHERE meeting_id = $id
ORDER BY rank, document_id;

-- section: attendance
SELECT
    fact_id,
    concat_ws(' ', attendance.honorific, attendance.name) AS name,
    grouping,
    status,
    chair,
    role,
    substitute_for
FROM current_attendance AS attendance
WHERE meeting_id = $id
ORDER BY
    CASE grouping WHEN 'member' THEN 0 WHEN 'councillor' THEN 1 WHEN 'officer' THEN 2 ELSE 3 END,
    status NOT IN ('present', 'late'),
    page,
    top,
    x0,
    fact_id;

-- section: declarations
SELECT fact_id, name, item_number, interest, interest_type
FROM current_declarations
WHERE meeting_id = $id
ORDER BY page, top, name, fact_id;

-- section: decisions
SELECT
    decided.fact_id,
    decided.item_number,
    (
        SELECT any_value(item.title ORDER BY item.page, item.top)
        FROM agenda_items AS item
        WHERE item.document_id = decided.document_id
            AND item.meeting_id = decided.meeting_id
            AND decided.item_number IN (item.number, item.also)
    ) AS item_title,
    decided.outcome,
    decided.text
FROM current_resolutions AS decided
WHERE decided.meeting_id = $id
ORDER BY
    decided.page,
    decided.top,
    try_cast(decided.item_number AS DOUBLE),
    decided.item_number,
    decided.ordinal,
    decided.fact_id;

-- section: motions
SELECT
    fact_id,
    item_number,
    CASE WHEN amendment THEN 'Amendment: ' ELSE '' END || coalesce(motion, quote) AS motion,
    proposer,
    seconder,
    outcome || CASE WHEN unanimous THEN ', unanimously' ELSE '' END AS outcome,
    votes_for,
    votes_against,
    abstentions
FROM current_motions
WHERE meeting_id = $id
ORDER BY page, top, try_cast(item_number AS DOUBLE), item_number, ordinal, fact_id;

-- section: votes
SELECT
    votes.fact_id,
    votes.item_number,
    votes.ordinal,
    coalesce(motions.motion, motions.quote) AS motion,
    votes.printed AS name,
    votes.vote
FROM current_votes AS votes
LEFT JOIN motions USING (motion_id)
WHERE votes.meeting_id = $id
ORDER BY
    try_cast(votes.item_number AS DOUBLE),
    votes.item_number,
    votes.ordinal,
    votes.vote <> 'for',
    votes.vote,
    votes.page,
    votes.top,
    votes.fact_id;

-- section: actions
-- What was asked for or undertaken, and since when the same has been raised.
SELECT
    actions.fact_id,
    actions.item_number,
    actions.owner,
    actions.text,
    actions.due,
    actions.status,
    threads.first_raised,
    threads.times_raised,
    threads.state
FROM current_actions AS actions
LEFT JOIN action_thread_members AS member USING (action_id)
LEFT JOIN action_threads AS threads USING (thread_id)
WHERE actions.meeting_id = $id AND actions.origin <> 'resolved'
ORDER BY
    actions.page,
    actions.top,
    try_cast(actions.item_number AS DOUBLE),
    actions.item_number,
    actions.fact_id;

-- section: carried over
-- Actions of the same body's earlier meetings that were not closed by then: their last time before.
WITH here AS (
    SELECT body, held_on FROM meetings WHERE meeting_id = $id
),
earlier AS (
    SELECT
        member.thread_id,
        actions.fact_id,
        actions.owner,
        actions.due,
        meetings.held_on,
        row_number() OVER (
            PARTITION BY member.thread_id
            ORDER BY meetings.held_on DESC, told.rank NULLS LAST, actions.page IS NULL, actions.fact_id
        ) AS latest
    FROM action_thread_members AS member
    JOIN actions USING (action_id)
    JOIN meetings USING (meeting_id)
    JOIN here ON here.body = meetings.body AND meetings.held_on < here.held_on
    LEFT JOIN document_meetings AS told
        ON told.meeting_id = actions.meeting_id AND told.document_id = actions.document_id
),
again AS (
    SELECT DISTINCT member.thread_id
    FROM action_thread_members AS member
    JOIN actions USING (action_id)
    WHERE actions.meeting_id = $id
)
SELECT
    earlier.fact_id,
    threads.label,
    earlier.owner,
    earlier.due,
    threads.first_raised,
    earlier.held_on AS last_before,
    again.thread_id IS NOT NULL AS raised_again,
    CASE
        WHEN threads.state = 'open' THEN 'open'
        ELSE concat_ws(
            ', ',
            coalesce(threads.state_reason, threads.state),
            strftime(threads.state_since, '%-d %b %Y')
        )
    END AS state
FROM earlier
JOIN action_threads AS threads USING (thread_id)
CROSS JOIN here
LEFT JOIN again USING (thread_id)
WHERE earlier.latest = 1
    AND threads.nature IS DISTINCT FROM 'standing item'
    -- Closed at this meeting or later, it was still open when the meeting began.
    AND (
        threads.state <> 'closed'
        OR again.thread_id IS NOT NULL
        OR threads.state_since >= here.held_on
    )
ORDER BY raised_again DESC, threads.first_raised, threads.label, earlier.fact_id;

-- section: milestones
-- What the meeting was told of plans, beside what the report before had said.
WITH told AS (
    SELECT
        history.*,
        lag(status) OVER earlier AS status_before,
        lag(deadline_to) OVER earlier AS deadline_before,
        lag(reported_on) OVER earlier AS reported_before
    FROM milestone_history AS history
    SEMI JOIN current_milestones USING (milestone_id)
    WINDOW earlier AS (PARTITION BY history_id ORDER BY reported_on NULLS FIRST, milestone_id)
)
SELECT
    row.fact_id,
    row.plan,
    row.milestone,
    array_to_string(row.lead_officers, ', ') AS lead,
    row.deadline,
    row.deadline_to,
    row.status,
    row.percent_complete,
    told.status_before,
    told.deadline_before,
    told.slipped_days
FROM current_milestones AS row
LEFT JOIN told USING (milestone_id)
WHERE row.meeting_id = $id
ORDER BY row.document_id, row.page, row.top, row.fact_id;

-- section: forward plan
SELECT fact_id, for_meeting_on, item, lead
FROM current_forward_plan
WHERE meeting_id = $id
ORDER BY for_meeting_on, page, top, fact_id;

-- section: changes
-- What changed from one version of the meeting's record to the next.
SELECT
    change.fact_table,
    change.kind,
    change.field,
    change.what,
    change.item_number,
    change.before,
    change.after,
    change.from_document_id,
    change.from_fact_id,
    change.from_page,
    change.to_document_id,
    change.to_fact_id,
    change.to_page,
    replace(earlier.standing, '_', ' ') AS earlier,
    replace(later.standing, '_', ' ') AS later
FROM version_changes AS change
LEFT JOIN document_meetings AS earlier
    ON earlier.meeting_id = change.meeting_id AND earlier.document_id = change.from_document_id
LEFT JOIN document_meetings AS later
    ON later.meeting_id = change.meeting_id AND later.document_id = change.to_document_id
WHERE change.meeting_id = $id
ORDER BY change.position;

-- section: contradictions
-- Each disagreement once, with the papers that it stands in; those between versions are changes.
SELECT
    subject,
    detail,
    list(DISTINCT document_id ORDER BY document_id) AS documents
FROM contradictions
WHERE meeting_id = $id AND change_id IS NULL
GROUP BY subject, detail
ORDER BY subject, detail;
