-- title: Who held a post on a day
-- description: Whoever was listed with a post before and after a day, or, failing these, last before it and first after it: whether it was vacant in between the papers don't say.
-- param post text = NULL: the post, or words of it in their order (corporate director resources); by default every post
-- param day date = NULL: the day asked about; by default today
-- param place text = NULL: only authorities whose name has this in it
WITH wanted AS (
    SELECT *, coalesce($day::DATE, current_date) AS day, trim(regexp_replace(
        regexp_replace(
            regexp_replace(lower(strip_accents(coalesce($post::VARCHAR, ''))), '[''’]', '', 'g'),
            '\b(interim|acting|temporary|and|the|of|for|to)\b|&', ' ', 'g'
        ),
        '[^a-z0-9]+', ' ', 'g'
    )) AS asked
    FROM people_roles
    WHERE $place::VARCHAR IS NULL
        OR contains(place, replace(lower($place::VARCHAR), ' ', '-'))
        OR contains(lower(body), lower($place::VARCHAR))
),
matching AS (
    SELECT *, post = asked AS exactly
    FROM wanted
    WHERE $post::VARCHAR IS NULL OR contains(' ' || post || ' ', ' ' || asked || ' ')
),
chosen AS (
    -- The post itself, where some has that very name; else every post with these words in it.
    SELECT * FROM matching WHERE exactly OR NOT (SELECT bool_or(exactly) FROM matching)
),
told AS (
    SELECT
        *,
        CASE
            WHEN day BETWEEN held_from AND held_to THEN 0
            WHEN held_to < day THEN 1
            ELSE 2
        END AS side,
        rank() OVER (
            PARTITION BY place, coalesce(body, ''), post, CASE
                WHEN day BETWEEN held_from AND held_to THEN 0
                WHEN held_to < day THEN 1
                ELSE 2
            END
            ORDER BY CASE
                WHEN held_to < day THEN day - held_to
                WHEN held_from > day THEN held_from - day
                ELSE 0
            END
        ) AS nearest,
        bool_or(day BETWEEN held_from AND held_to) OVER (
            PARTITION BY place, coalesce(body, ''), post
        ) AS known
    FROM chosen
)
SELECT
    coalesce(concat_ws(', ', told.place, body), '') AS of,
    role,
    people.name AS person,
    stand_in,
    CASE
        WHEN side = 0 AND day IN (held_from, held_to) THEN 'listed with it on the day'
        WHEN side = 0 THEN 'listed with it before and after the day'
        WHEN side = 1 THEN 'last seen with it before the day'
        ELSE 'first seen with it after the day'
    END AS told,
    held_from,
    held_to,
    next_from,
    person_id,
    documents
FROM told
JOIN people USING (person_id)
WHERE (known AND side = 0) OR (NOT known AND nearest = 1 AND side > 0)
ORDER BY of, role, side, person, person_id, held_from;
