-- section: names
SELECT person_id, name FROM people
UNION
SELECT person_id, name FROM attendance WHERE person_id IS NOT NULL
UNION
SELECT person_id, name FROM membership WHERE person_id IS NOT NULL
UNION
SELECT person_id, name FROM declarations WHERE person_id IS NOT NULL
UNION
SELECT person_id, name FROM votes WHERE person_id IS NOT NULL
UNION
SELECT proposer_id, proposer FROM motions WHERE proposer_id IS NOT NULL AND proposer IS NOT NULL
UNION
SELECT seconder_id, seconder FROM motions WHERE seconder_id IS NOT NULL AND seconder IS NOT NULL
ORDER BY ALL
