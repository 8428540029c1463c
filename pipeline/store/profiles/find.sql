-- section: meeting
SELECT
    meeting_id AS id,
    concat_ws(', ', held_on::VARCHAR, body) AS label,
    meeting_id = $which OR held_on::VARCHAR = $which OR lower(body) = lower($which)
        OR lower(concat_ws(' ', body, held_on::VARCHAR)) = lower($which) AS exact
FROM meetings
-- Every word that is asked for stands in the body's name, the authority's or the day.
WHERE exact OR list_bool_and([
    contains(lower(concat_ws(' ', authority, body, held_on::VARCHAR)), word)
    FOR word IN string_split_regex(trim(lower($which)), '\s+')
])
ORDER BY held_on DESC NULLS LAST, id;

-- section: paper
SELECT
    document_id AS id,
    source AS label,
    document_id = $which OR sha256 = lower($which) OR source = $which
        OR parse_filename(source) = $which AS exact
FROM documents
WHERE exact
    OR starts_with(document_id, $which)
    OR contains(lower(source), lower($which))
    OR contains(lower(title), lower($which))
ORDER BY source, id;

-- section: person
SELECT
    person_id AS id,
    concat_ws(' ', honorific, name) AS label,
    person_id = $which
        OR lower(strip_accents(name)) = lower(strip_accents($which))
        -- An id that was merged into another.
        OR person_id IN (SELECT person_id FROM people_former_ids WHERE former_id = $which) AS exact
FROM people
WHERE exact
    OR contains(lower(strip_accents(name)), lower(strip_accents($which)))
    OR person_id IN (
        SELECT person_id FROM people_names
        WHERE contains(lower(strip_accents(name)), lower(strip_accents($which)))
    )
ORDER BY name, id;

-- section: marks of meeting
SELECT document_id, sha256, media_type, evidence.page, x0, top, x1, bottom
FROM evidence
JOIN documents USING (document_id)
SEMI JOIN (SELECT fact_table, fact_id FROM facts WHERE meeting_id = $id) AS wanted
    USING (fact_table, fact_id)
WHERE evidence.x0 IS NOT NULL
ORDER BY document_id, evidence.page, top, x0;

-- section: marks of paper
SELECT document_id, sha256, media_type, evidence.page, x0, top, x1, bottom
FROM evidence
JOIN documents USING (document_id)
WHERE evidence.x0 IS NOT NULL AND document_id = $id
ORDER BY document_id, evidence.page, top, x0;

-- section: marks of person
SELECT document_id, sha256, media_type, evidence.page, x0, top, x1, bottom
FROM evidence
JOIN documents USING (document_id)
SEMI JOIN (
    SELECT 'attendance' AS fact_table, fact_id FROM attendance WHERE person_id = $id
    UNION ALL
    SELECT 'membership', fact_id FROM membership WHERE person_id = $id
    UNION ALL
    SELECT 'declarations', fact_id FROM declarations WHERE person_id = $id
    UNION ALL
    SELECT fact_table, fact_id FROM people_mentions
    WHERE person_id = $id AND fact_table NOT IN ('attendance', 'membership', 'declarations')
) AS wanted
    USING (fact_table, fact_id)
WHERE evidence.x0 IS NOT NULL
ORDER BY document_id, evidence.page, top, x0;
