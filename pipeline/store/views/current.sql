-- Each meeting's facts once, from its most authoritative document.

CREATE OR REPLACE VIEW current_documents AS
WITH listed AS (
    SELECT meeting_id, document_id, count(*) AS items FROM agenda_items GROUP BY ALL
)
SELECT meeting_id, document_id, standing, rank
FROM document_meetings
JOIN documents USING (document_id)
LEFT JOIN listed USING (meeting_id, document_id)
WHERE documents.status IN ('ok', 'partial')
    AND standing IN ('minutes', 'draft_minutes', 'meeting_page', 'decision_notice')
-- A web page of one item, or one that cuts its items, says less than the whole draft.
QUALIFY row_number() OVER (
    PARTITION BY meeting_id
    ORDER BY
        standing = 'decision_notice',
        CASE
            WHEN standing <> 'meeting_page' THEN 0
            WHEN coalesce(items, 0) < 2 THEN 2
            WHEN documents.status = 'partial' THEN 1
            ELSE 0
        END,
        rank,
        document_id
) = 1;

COMMENT ON VIEW current_documents IS 'Each meeting''s most authoritative record: minutes, draft minutes, meeting page or, failing these, a decision notice.';
COMMENT ON COLUMN current_documents.meeting_id IS 'Meeting (meetings.meeting_id); here once.';
COMMENT ON COLUMN current_documents.document_id IS 'Its most authoritative record (documents.document_id).';
COMMENT ON COLUMN current_documents.standing IS 'What the document is to the meeting: minutes, draft_minutes, meeting_page or decision_notice.';
COMMENT ON COLUMN current_documents.rank IS 'Order of authority among the meeting''s documents: 1 is the most authoritative.';

CREATE OR REPLACE VIEW current_attendance AS
WITH lists AS (
    SELECT meeting_id, document_id, bool_or(attendance.status = 'present') AS names_the_present
    FROM attendance
    GROUP BY meeting_id, document_id
),
chosen AS (
    SELECT meeting_id, document_id
    FROM lists
    JOIN document_meetings USING (meeting_id, document_id)
    LEFT JOIN current_documents AS record USING (meeting_id, document_id)
    WHERE document_meetings.standing IN ('minutes', 'draft_minutes', 'meeting_page')
    -- Web pages tell of apologies alone: who came stands in the minutes, or in their draft.
    QUALIFY row_number() OVER (
        PARTITION BY meeting_id
        ORDER BY
            NOT names_the_present,
            record.meeting_id IS NULL,
            document_meetings.rank,
            document_id
    ) = 1
)
SELECT attendance.*
FROM attendance
LEFT JOIN chosen USING (meeting_id, document_id)
WHERE chosen.document_id IS NOT NULL
    OR fact_id IN (SELECT fact_id FROM fillers WHERE fact_table = 'attendance');

COMMENT ON VIEW current_attendance IS 'attendance, each meeting''s once: from its most authoritative record that lists who was present, and whom that lacks from its web page or decision notice (fillers).';

CREATE OR REPLACE VIEW current_declarations AS
SELECT declarations.*
FROM declarations
LEFT JOIN current_documents AS record USING (meeting_id, document_id)
WHERE record.document_id IS NOT NULL
    OR fact_id IN (SELECT fact_id FROM fillers WHERE fact_table = 'declarations');

COMMENT ON VIEW current_declarations IS 'declarations, each meeting''s once: from its most authoritative record, and what that lacks from its web page or decision notice (fillers).';

CREATE OR REPLACE VIEW current_resolutions AS
SELECT resolutions.*
FROM resolutions
LEFT JOIN current_documents AS record USING (meeting_id, document_id)
WHERE record.document_id IS NOT NULL
    OR fact_id IN (SELECT fact_id FROM fillers WHERE fact_table = 'resolutions');

COMMENT ON VIEW current_resolutions IS 'resolutions, each meeting''s once: from its most authoritative record, and what that lacks from its web page or decision notice (fillers).';

CREATE OR REPLACE VIEW current_motions AS
SELECT motions.*
FROM motions
LEFT JOIN current_documents AS record USING (meeting_id, document_id)
WHERE record.document_id IS NOT NULL
    OR fact_id IN (SELECT fact_id FROM fillers WHERE fact_table = 'motions');

COMMENT ON VIEW current_motions IS 'motions, each meeting''s once: from its most authoritative record, and what that lacks from its web page or decision notice (fillers).';

CREATE OR REPLACE VIEW current_votes AS
SELECT votes.*
FROM votes
LEFT JOIN current_documents AS record USING (meeting_id, document_id)
WHERE record.document_id IS NOT NULL
    OR fact_id IN (SELECT fact_id FROM fillers WHERE fact_table = 'votes');

COMMENT ON VIEW current_votes IS 'votes, each meeting''s once: from its most authoritative record, and what that lacks from its web page or decision notice (fillers).';

CREATE OR REPLACE VIEW current_agenda_items AS
WITH with_items AS (
    SELECT meeting_id, document_id, count(*) AS items FROM agenda_items GROUP BY ALL
),
chosen AS (
    SELECT meeting_id, document_id
    FROM with_items
    JOIN document_meetings USING (meeting_id, document_id)
    LEFT JOIN current_documents AS record USING (meeting_id, document_id)
    WHERE document_meetings.standing NOT IN ('decision_notice', 'report')
    QUALIFY row_number() OVER (
        PARTITION BY meeting_id
        -- The web page of a single item lists no agenda.
        ORDER BY
            document_meetings.standing = 'meeting_page' AND items < 2,
            record.meeting_id IS NULL,
            document_meetings.rank,
            document_id
    ) = 1
)
SELECT agenda_items.*
FROM agenda_items
LEFT JOIN chosen USING (meeting_id, document_id)
WHERE chosen.document_id IS NOT NULL
    OR fact_id IN (SELECT fact_id FROM fillers WHERE fact_table = 'agenda_items');

COMMENT ON VIEW current_agenda_items IS 'agenda_items, each meeting''s once: from its most authoritative record or, where that lists none, from its agenda; and what the record lacks from its web page (fillers).';

CREATE OR REPLACE VIEW current_actions AS
WITH logs AS (
    SELECT coalesce(actions.meeting_id, '') AS meeting_key, document_id
    FROM actions
    LEFT JOIN document_meetings USING (meeting_id, document_id)
    WHERE origin = 'log'
    QUALIFY row_number() OVER (
        PARTITION BY coalesce(actions.meeting_id, document_id)
        ORDER BY rank NULLS LAST, document_id
    ) = 1
)
SELECT actions.*
FROM actions
LEFT JOIN current_documents AS record USING (meeting_id, document_id)
LEFT JOIN logs
    ON logs.meeting_key = coalesce(actions.meeting_id, '')
    AND logs.document_id = actions.document_id
WHERE CASE
    WHEN actions.origin = 'log' THEN logs.document_id IS NOT NULL
    ELSE record.document_id IS NOT NULL
        OR fact_id IN (SELECT fact_id FROM fillers WHERE fact_table = 'actions')
END;

COMMENT ON VIEW current_actions IS 'actions, each meeting''s once: from its most authoritative record, what that lacks from its web page or decision notice (fillers), and the lines of its action log.';

CREATE OR REPLACE VIEW current_milestones AS
WITH chosen AS (
    SELECT
        coalesce(milestones.meeting_id, '') AS meeting_key,
        coalesce(milestones.plan, '') AS plan_key,
        document_id
    FROM milestones
    LEFT JOIN document_meetings USING (meeting_id, document_id)
    QUALIFY row_number() OVER (
        PARTITION BY coalesce(milestones.meeting_id, document_id), coalesce(milestones.plan, '')
        ORDER BY rank NULLS LAST, document_id
    ) = 1
)
SELECT milestones.*
FROM milestones
SEMI JOIN chosen
    ON chosen.meeting_key = coalesce(milestones.meeting_id, '')
    AND chosen.plan_key = coalesce(milestones.plan, '')
    AND chosen.document_id = milestones.document_id;

COMMENT ON VIEW current_milestones IS 'milestones, each meeting''s report on each plan once, from the most authoritative document that holds it.';

CREATE OR REPLACE VIEW current_forward_plan AS
WITH chosen AS (
    SELECT
        coalesce(forward_plan.meeting_id, '') AS meeting_key,
        document_id
    FROM forward_plan
    LEFT JOIN document_meetings USING (meeting_id, document_id)
    QUALIFY row_number() OVER (
        PARTITION BY coalesce(forward_plan.meeting_id, document_id)
        ORDER BY rank NULLS LAST, document_id
    ) = 1
)
SELECT forward_plan.*
FROM forward_plan
SEMI JOIN chosen
    ON chosen.meeting_key = coalesce(forward_plan.meeting_id, '')
    AND chosen.document_id = forward_plan.document_id;

COMMENT ON VIEW current_forward_plan IS 'forward_plan, each meeting''s once, from the most authoritative document that holds one.';

CREATE OR REPLACE VIEW current_reports AS
WITH chosen AS (
    SELECT
        coalesce(reports.meeting_id, '') AS meeting_key,
        lower(regexp_replace(coalesce(reports.title, ''), '[^[:alnum:]]', '', 'g')) AS label_key,
        document_id
    FROM reports
    LEFT JOIN document_meetings USING (meeting_id, document_id)
    -- A report may stand in the pack and as a paper of its own; others of the meeting may not.
    QUALIFY row_number() OVER (
        PARTITION BY coalesce(reports.meeting_id, document_id), label_key
        ORDER BY rank NULLS LAST, document_id
    ) = 1
)
SELECT reports.*
FROM reports
SEMI JOIN chosen
    ON chosen.meeting_key = coalesce(reports.meeting_id, '')
    AND chosen.label_key = lower(regexp_replace(coalesce(reports.title, ''), '[^[:alnum:]]', '', 'g'))
    AND chosen.document_id = reports.document_id;

COMMENT ON VIEW current_reports IS 'reports, each report to each meeting once, from the most authoritative document that holds it.';

CREATE OR REPLACE VIEW current_recommendations AS
WITH chosen AS (
    SELECT
        coalesce(recommendations.meeting_id, '') AS meeting_key,
        lower(regexp_replace(coalesce(recommendations.report_title, ''), '[^[:alnum:]]', '', 'g')) AS label_key,
        document_id
    FROM recommendations
    LEFT JOIN document_meetings USING (meeting_id, document_id)
    QUALIFY row_number() OVER (
        PARTITION BY coalesce(recommendations.meeting_id, document_id), label_key
        ORDER BY rank NULLS LAST, document_id
    ) = 1
)
SELECT recommendations.*
FROM recommendations
SEMI JOIN chosen
    ON chosen.meeting_key = coalesce(recommendations.meeting_id, '')
    AND chosen.label_key = lower(regexp_replace(coalesce(recommendations.report_title, ''), '[^[:alnum:]]', '', 'g'))
    AND chosen.document_id = recommendations.document_id;

COMMENT ON VIEW current_recommendations IS 'recommendations, those of each report to each meeting once, from the most authoritative document that holds them.';

CREATE OR REPLACE VIEW current_membership AS
WITH chosen AS (
    SELECT
        coalesce(membership.meeting_id, '') AS meeting_key,
        document_id
    FROM membership
    LEFT JOIN document_meetings USING (meeting_id, document_id)
    QUALIFY row_number() OVER (
        PARTITION BY coalesce(membership.meeting_id, document_id)
        ORDER BY rank NULLS LAST, document_id
    ) = 1
)
SELECT membership.*
FROM membership
SEMI JOIN chosen
    ON chosen.meeting_key = coalesce(membership.meeting_id, '')
    AND chosen.document_id = membership.document_id;

COMMENT ON VIEW current_membership IS 'membership, each meeting''s once, from the most authoritative document that lists it.';

CREATE OR REPLACE VIEW current_sources AS
WITH shown AS (
    SELECT 'attendance' AS fact_table, meeting_id, document_id, fact_id FROM current_attendance
    UNION ALL
    SELECT 'declarations', meeting_id, document_id, fact_id FROM current_declarations
    UNION ALL
    SELECT 'resolutions', meeting_id, document_id, fact_id FROM current_resolutions
    UNION ALL
    SELECT 'motions', meeting_id, document_id, fact_id FROM current_motions
    UNION ALL
    SELECT 'votes', meeting_id, document_id, fact_id FROM current_votes
    UNION ALL
    SELECT 'agenda_items', meeting_id, document_id, fact_id FROM current_agenda_items
    UNION ALL
    SELECT 'actions', meeting_id, document_id, fact_id FROM current_actions
)
SELECT
    shown.meeting_id,
    shown.fact_table,
    shown.document_id,
    paper.standing,
    count(*) AS facts,
    fillers.reason
FROM shown
LEFT JOIN document_meetings AS paper USING (meeting_id, document_id)
LEFT JOIN fillers USING (fact_table, fact_id)
GROUP BY ALL;

COMMENT ON VIEW current_sources IS 'Which papers the views current_* take each meeting''s facts from, and why a lesser one fills in.';
COMMENT ON COLUMN current_sources.meeting_id IS 'Meeting (meetings.meeting_id).';
COMMENT ON COLUMN current_sources.fact_table IS 'Table of the facts.';
COMMENT ON COLUMN current_sources.document_id IS 'Document that they are taken from (documents.document_id).';
COMMENT ON COLUMN current_sources.standing IS 'What the document is to the meeting (document_meetings.standing).';
COMMENT ON COLUMN current_sources.facts IS 'How many of them.';
COMMENT ON COLUMN current_sources.reason IS 'What the record lacks that they fill in; NULL for those of the record itself.';
