-- People over papers, bodies and years: their names, where each is named, the posts they held, and
-- the pairs that a person should look at.

ALTER TABLE people ADD COLUMN place VARCHAR;
ALTER TABLE people ADD COLUMN first_seen DATE;
ALTER TABLE people ADD COLUMN last_seen DATE;
COMMENT ON TABLE people IS 'One row per person, under one name for all meetings of one authority.';
COMMENT ON COLUMN people.person_id IS 'Key of the person, stable between runs and when papers are added.';
COMMENT ON COLUMN people.name IS 'Canonical name, without honorific: the fullest form printed.';
COMMENT ON COLUMN people.place IS 'Authority in whose papers they are named, in words of its name: ''netherby''; NULL where no paper tells.';
COMMENT ON COLUMN people.first_seen IS 'Day of the first meeting whose papers name them; NULL where no day is known.';
COMMENT ON COLUMN people.last_seen IS 'Day of the last such meeting.';

ALTER TABLE actions ADD COLUMN owner_person_id VARCHAR;
COMMENT ON COLUMN actions.owner_person_id IS 'The owner, where it is one known person: listed at that meeting by name or alone with that post, or known by whole name (people.person_id); else NULL.';

CREATE TABLE people_names (
    person_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    honorific VARCHAR,
    times INTEGER NOT NULL CHECK (times >= 1),
    papers INTEGER NOT NULL CHECK (papers >= 1),
    first_seen DATE,
    last_seen DATE
);

COMMENT ON TABLE people_names IS 'Every form in which a person''s name is printed.';
COMMENT ON COLUMN people_names.person_id IS 'Person (people.person_id).';
COMMENT ON COLUMN people_names.name IS 'Name as printed, without honorific.';
COMMENT ON COLUMN people_names.honorific IS 'Honorific as printed with it; NULL where there is none.';
COMMENT ON COLUMN people_names.times IS 'How often facts name them so.';
COMMENT ON COLUMN people_names.papers IS 'In how many papers.';
COMMENT ON COLUMN people_names.first_seen IS 'Day of the first meeting with this form; NULL where no day is known.';
COMMENT ON COLUMN people_names.last_seen IS 'Day of the last meeting with this form.';

CREATE TABLE people_mentions (
    person_id VARCHAR NOT NULL,
    fact_table VARCHAR NOT NULL,
    fact_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    meeting_id VARCHAR,
    named_as VARCHAR NOT NULL CHECK (named_as IN ('attended', 'member', 'declared', 'proposed', 'seconded', 'voted', 'owner', 'author', 'lead')),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
    printed VARCHAR NOT NULL
);

COMMENT ON TABLE people_mentions IS 'Every fact that names a known person, and as what.';
COMMENT ON COLUMN people_mentions.person_id IS 'Person (people.person_id).';
COMMENT ON COLUMN people_mentions.fact_table IS 'Table of the fact.';
COMMENT ON COLUMN people_mentions.fact_id IS 'Key of the fact in that table.';
COMMENT ON COLUMN people_mentions.document_id IS 'Document that states the fact (documents.document_id).';
COMMENT ON COLUMN people_mentions.meeting_id IS 'Meeting that the fact belongs to (meetings.meeting_id); NULL where none could be told.';
COMMENT ON COLUMN people_mentions.named_as IS 'What the fact names them as: attended (or sent apologies), member, declared, proposed, seconded, voted, owner, author or lead.';
COMMENT ON COLUMN people_mentions.ordinal IS 'Place among the names of one column, from 1.';
COMMENT ON COLUMN people_mentions.printed IS 'The name as printed there.';

CREATE TABLE people_roles (
    person_id VARCHAR NOT NULL,
    place VARCHAR,
    body VARCHAR,
    post VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    stand_in VARCHAR,
    shared BOOLEAN NOT NULL,
    held_from DATE NOT NULL,
    held_to DATE NOT NULL,
    next_from DATE,
    meetings INTEGER NOT NULL CHECK (meetings >= 1),
    documents VARCHAR[] NOT NULL
);

COMMENT ON TABLE people_roles IS 'Who held which post, in dated intervals: from the first meeting that lists somebody with it to the last before another holds it.';
COMMENT ON COLUMN people_roles.person_id IS 'Person (people.person_id).';
COMMENT ON COLUMN people_roles.place IS 'Authority, as people.place; the body where the authority is not known.';
COMMENT ON COLUMN people_roles.body IS 'Body that the post is of, for the posts within a body (chair, member); else NULL.';
COMMENT ON COLUMN people_roles.post IS 'The post, folded, so that one worded otherwise is equal: without ''interim'', case or joining words.';
COMMENT ON COLUMN people_roles.role IS 'The post as most often printed for them.';
COMMENT ON COLUMN people_roles.stand_in IS 'interim, acting or temporary, where it was held so; else NULL.';
COMMENT ON COLUMN people_roles.shared IS 'Whether several people were ever listed with the post on one day, as with ''member''.';
COMMENT ON COLUMN people_roles.held_from IS 'Day of the first meeting that lists them with it.';
COMMENT ON COLUMN people_roles.held_to IS 'Day of the last meeting that lists them with it.';
COMMENT ON COLUMN people_roles.next_from IS 'Day of the first later meeting that lists another with it; NULL where none does, or the post is shared.';
COMMENT ON COLUMN people_roles.meetings IS 'On how many days they were listed with it.';
COMMENT ON COLUMN people_roles.documents IS 'Documents that list them with it (documents.document_id).';

CREATE TABLE people_review (
    person_id VARCHAR NOT NULL,
    other_id VARCHAR NOT NULL,
    likeness DOUBLE NOT NULL CHECK (likeness BETWEEN 0 AND 1),
    reason VARCHAR NOT NULL,
    evidence VARCHAR NOT NULL,
    other_evidence VARCHAR NOT NULL,
    documents VARCHAR[] NOT NULL,
    other_documents VARCHAR[] NOT NULL,
    PRIMARY KEY (person_id, other_id)
);

COMMENT ON TABLE people_review IS 'Pairs of people who may be one and were kept apart: for somebody to look at and decide.';
COMMENT ON COLUMN people_review.person_id IS 'One of the two (people.person_id).';
COMMENT ON COLUMN people_review.other_id IS 'The other (people.person_id).';
COMMENT ON COLUMN people_review.likeness IS 'How alike they are, from 0 to 1: an order to read them in, no probability.';
COMMENT ON COLUMN people_review.reason IS 'Why they may be one, and what was lacking.';
COMMENT ON COLUMN people_review.evidence IS 'What the papers print of the one: names, posts, bodies, dates.';
COMMENT ON COLUMN people_review.other_evidence IS 'What they print of the other.';
COMMENT ON COLUMN people_review.documents IS 'Up to five documents that name the one (documents.document_id).';
COMMENT ON COLUMN people_review.other_documents IS 'Up to five documents that name the other.';

CREATE TABLE people_former_ids (
    former_id VARCHAR PRIMARY KEY,
    person_id VARCHAR NOT NULL
);

COMMENT ON TABLE people_former_ids IS 'Ids of people who were found to be somebody else, so that old citations can be followed.';
COMMENT ON COLUMN people_former_ids.former_id IS 'The id as it was.';
COMMENT ON COLUMN people_former_ids.person_id IS 'Who it is now (people.person_id).';

CREATE TABLE corrections (
    kind VARCHAR NOT NULL CHECK (kind IN ('merge', 'apart', 'split')),
    people VARCHAR[] NOT NULL,
    names VARCHAR[] NOT NULL,
    why VARCHAR NOT NULL,
    who VARCHAR NOT NULL,
    made_at TIMESTAMP NOT NULL,
    line INTEGER NOT NULL,
    unapplied VARCHAR
);

COMMENT ON TABLE corrections IS 'What people decided about people, from the file of corrections.';
COMMENT ON COLUMN corrections.kind IS 'merge (the two are one), apart (they are not), split (one was two).';
COMMENT ON COLUMN corrections.people IS 'Ids that the decision is about; for a split, the new id last.';
COMMENT ON COLUMN corrections.names IS 'Their names, as the decision has them.';
COMMENT ON COLUMN corrections.why IS 'The reason given.';
COMMENT ON COLUMN corrections.who IS 'Who decided.';
COMMENT ON COLUMN corrections.made_at IS 'When, in UTC.';
COMMENT ON COLUMN corrections.line IS 'Line of the file of corrections that it begins at.';
COMMENT ON COLUMN corrections.unapplied IS 'Why it changed nothing in this archive; NULL where it holds.';
