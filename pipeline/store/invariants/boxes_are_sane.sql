-- A box has all four edges or none, the right way round, on a page that the document has.
-- PDF pages are at most 14,400 points wide; words may stand somewhat outside their page.
WITH places AS (
    SELECT fact_table, fact_id, document_id, page, x0, top, x1, bottom FROM facts
    UNION ALL
    SELECT fact_table, fact_id, document_id, page, x0, top, x1, bottom FROM evidence
)
SELECT DISTINCT places.*
FROM places
LEFT JOIN documents USING (document_id)
WHERE page < 1
    OR page > coalesce(documents.pages, page)
    OR (x0 IS NULL) <> (top IS NULL)
    OR (x0 IS NULL) <> (x1 IS NULL)
    OR (x0 IS NULL) <> (bottom IS NULL)
    OR (x0 IS NOT NULL AND page IS NULL)
    OR x0 > x1
    OR top > bottom
    OR least(x0, top) < -14400
    OR greatest(x1, bottom) > 28800
ORDER BY ALL;
