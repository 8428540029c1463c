-- Every printed person of an archive: the fact and the column that name them, what is printed, and
-- whom the archive takes them for.
WITH single AS (
    SELECT 'attendance' AS fact_table, 'person' AS col, fact_id, document_id, concat_ws(' ', honorific, name) AS form, NULL AS bare
    FROM attendance
    UNION ALL
    SELECT 'membership' AS fact_table, 'person' AS col, fact_id, document_id, concat_ws(' ', honorific, name) AS form, NULL AS bare
    FROM membership
    UNION ALL
    SELECT 'declarations' AS fact_table, 'person' AS col, fact_id, document_id, name AS form, NULL AS bare
    FROM declarations
    UNION ALL
    SELECT 'votes' AS fact_table, 'person' AS col, fact_id, document_id, concat_ws(' ', honorific, name) AS form, NULL AS bare
    FROM votes
    UNION ALL
    SELECT 'motions' AS fact_table, 'proposer' AS col, fact_id, document_id, proposer AS form, proposer AS bare
    FROM motions WHERE proposer NOT ILIKE 'the %'
    UNION ALL
    SELECT 'motions' AS fact_table, 'seconder' AS col, fact_id, document_id, seconder AS form, seconder AS bare
    FROM motions WHERE seconder NOT ILIKE 'the %'
    UNION ALL
    SELECT 'actions' AS fact_table, 'owner' AS col, fact_id, document_id, owner AS form, NULL AS bare
    FROM actions WHERE owner IS NOT NULL
),
several AS (
    SELECT 'reports' AS fact_table, 'author' AS col, fact_id, document_id, authors AS names
    FROM reports
    UNION ALL
    SELECT 'milestones', 'lead', fact_id, document_id, lead_officers
    FROM milestones
    UNION ALL
    SELECT
        'forward_plan', 'lead', fact_id, document_id,
        string_split_regex(lead, '\s*(?:/|;|,|&|\band\b)\s*')
    FROM forward_plan WHERE lead IS NOT NULL
),
named AS (
    SELECT *, 1 AS ordinal FROM single
    UNION ALL
    SELECT
        fact_table, col, fact_id, document_id,
        unnest(names), NULL, generate_subscripts(names, 1)
    FROM several
),
quoted AS (
    SELECT fact_table, fact_id, string_agg(quote, ' ' ORDER BY ordinal) AS quote
    FROM evidence
    GROUP BY ALL
)
SELECT parse_filename(source) AS file, fact_table, col, form, bare, quote, person_id
FROM named
JOIN documents USING (document_id)
JOIN quoted USING (fact_table, fact_id)
LEFT JOIN people_mentions AS mentions
    ON mentions.fact_table = named.fact_table
    AND mentions.fact_id = named.fact_id
    AND mentions.ordinal = named.ordinal
    AND (col <> 'proposer' OR mentions.named_as = 'proposed')
    AND (col <> 'seconder' OR mentions.named_as = 'seconded')
ORDER BY ALL
