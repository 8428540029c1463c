-- section: list
SELECT
    people.person_id,
    concat_ws(' ', people.honorific, people.name) AS name,
    people.place,
    count(DISTINCT people_mentions.meeting_id) AS meetings,
    (
        SELECT arg_max(role, held_to)
        FROM people_roles
        WHERE people_roles.person_id = people.person_id
    ) AS latest_role,
    people.first_seen,
    people.last_seen
FROM people
LEFT JOIN people_mentions USING (person_id)
LEFT JOIN meetings USING (meeting_id)
WHERE ($name::VARCHAR IS NULL OR people.person_id IN (
        SELECT person_id FROM people_names
        WHERE contains(lower(strip_accents(name)), lower(strip_accents($name::VARCHAR)))
    ))
    AND ($place::VARCHAR IS NULL
        OR contains(people.place, replace(lower($place::VARCHAR), ' ', '-')))
GROUP BY people.person_id, people.name, people.honorific, people.place, people.first_seen,
    people.last_seen
HAVING $body::VARCHAR IS NULL OR bool_or(contains(lower(meetings.body), lower($body::VARCHAR)))
ORDER BY people.name, people.person_id;

-- section: review
SELECT
    review.person_id,
    one.name,
    review.other_id,
    other.name AS other_name,
    review.likeness,
    review.reason,
    review.evidence,
    review.other_evidence,
    review.documents,
    review.other_documents
FROM people_review AS review
JOIN people AS one ON one.person_id = review.person_id
JOIN people AS other ON other.person_id = review.other_id
WHERE ($name::VARCHAR IS NULL OR contains(lower(one.name || ' ' || other.name), lower($name::VARCHAR)))
    AND ($place::VARCHAR IS NULL
        OR contains(one.place, replace(lower($place::VARCHAR), ' ', '-')))
    AND ($body::VARCHAR IS NULL
        OR contains(lower(review.evidence || review.other_evidence), lower($body::VARCHAR)))
ORDER BY review.likeness DESC, review.person_id, review.other_id;

-- section: decisions
SELECT made_at, kind, names, people, why, who, unapplied
FROM corrections
ORDER BY line;

-- section: unapplied
SELECT line, unapplied FROM corrections WHERE unapplied IS NOT NULL ORDER BY line;

-- section: ids
SELECT person_id FROM people
UNION
SELECT former_id FROM people_former_ids
ORDER BY ALL;

-- section: one
SELECT person_id, name, honorific, coalesce(place, '') AS place FROM people WHERE person_id = $id;
