-- By which rule a fact was found, what makes it uncertain, and how papers are laid out.

ALTER TABLE meeting_headers ADD COLUMN rule VARCHAR;
ALTER TABLE meeting_headers ADD COLUMN signals VARCHAR[];
COMMENT ON COLUMN meeting_headers.rule IS 'Rule of the extractor that found it (rules.name); NULL where the extractor has one only.';
COMMENT ON COLUMN meeting_headers.signals IS 'Weak signs that it may be wrong (rules.name), counted in its confidence.';
COMMENT ON COLUMN meeting_headers.confidence IS 'Chance that the row is right, from 0 to 1, as measured on gold for its rule and signals.';

ALTER TABLE membership ADD COLUMN rule VARCHAR;
ALTER TABLE membership ADD COLUMN signals VARCHAR[];
COMMENT ON COLUMN membership.rule IS 'Rule of the extractor that found it (rules.name); NULL where the extractor has one only.';
COMMENT ON COLUMN membership.signals IS 'Weak signs that it may be wrong (rules.name), counted in its confidence.';
COMMENT ON COLUMN membership.confidence IS 'Chance that the row is right, from 0 to 1, as measured on gold for its rule and signals.';

ALTER TABLE attendance ADD COLUMN rule VARCHAR;
ALTER TABLE attendance ADD COLUMN signals VARCHAR[];
COMMENT ON COLUMN attendance.rule IS 'Rule of the extractor that found it (rules.name); NULL where the extractor has one only.';
COMMENT ON COLUMN attendance.signals IS 'Weak signs that it may be wrong (rules.name), counted in its confidence.';
COMMENT ON COLUMN attendance.confidence IS 'Chance that the row is right, from 0 to 1, as measured on gold for its rule and signals.';

ALTER TABLE agenda_items ADD COLUMN rule VARCHAR;
ALTER TABLE agenda_items ADD COLUMN signals VARCHAR[];
COMMENT ON COLUMN agenda_items.rule IS 'Rule of the extractor that found it (rules.name); NULL where the extractor has one only.';
COMMENT ON COLUMN agenda_items.signals IS 'Weak signs that it may be wrong (rules.name), counted in its confidence.';
COMMENT ON COLUMN agenda_items.confidence IS 'Chance that the row is right, from 0 to 1, as measured on gold for its rule and signals.';

ALTER TABLE declarations ADD COLUMN rule VARCHAR;
ALTER TABLE declarations ADD COLUMN signals VARCHAR[];
COMMENT ON COLUMN declarations.rule IS 'Rule of the extractor that found it (rules.name); NULL where the extractor has one only.';
COMMENT ON COLUMN declarations.signals IS 'Weak signs that it may be wrong (rules.name), counted in its confidence.';
COMMENT ON COLUMN declarations.confidence IS 'Chance that the row is right, from 0 to 1, as measured on gold for its rule and signals.';

ALTER TABLE resolutions ADD COLUMN rule VARCHAR;
ALTER TABLE resolutions ADD COLUMN signals VARCHAR[];
COMMENT ON COLUMN resolutions.rule IS 'Rule of the extractor that found it (rules.name); NULL where the extractor has one only.';
COMMENT ON COLUMN resolutions.signals IS 'Weak signs that it may be wrong (rules.name), counted in its confidence.';
COMMENT ON COLUMN resolutions.confidence IS 'Chance that the row is right, from 0 to 1, as measured on gold for its rule and signals.';

ALTER TABLE actions ADD COLUMN rule VARCHAR;
ALTER TABLE actions ADD COLUMN signals VARCHAR[];
COMMENT ON COLUMN actions.rule IS 'Rule of the extractor that found it (rules.name); NULL where the extractor has one only.';
COMMENT ON COLUMN actions.signals IS 'Weak signs that it may be wrong (rules.name), counted in its confidence.';
COMMENT ON COLUMN actions.confidence IS 'Chance that the row is right, from 0 to 1, as measured on gold for its rule and signals.';

ALTER TABLE reports ADD COLUMN rule VARCHAR;
ALTER TABLE reports ADD COLUMN signals VARCHAR[];
COMMENT ON COLUMN reports.rule IS 'Rule of the extractor that found it (rules.name); NULL where the extractor has one only.';
COMMENT ON COLUMN reports.signals IS 'Weak signs that it may be wrong (rules.name), counted in its confidence.';
COMMENT ON COLUMN reports.confidence IS 'Chance that the row is right, from 0 to 1, as measured on gold for its rule and signals.';

ALTER TABLE recommendations ADD COLUMN rule VARCHAR;
ALTER TABLE recommendations ADD COLUMN signals VARCHAR[];
COMMENT ON COLUMN recommendations.rule IS 'Rule of the extractor that found it (rules.name); NULL where the extractor has one only.';
COMMENT ON COLUMN recommendations.signals IS 'Weak signs that it may be wrong (rules.name), counted in its confidence.';
COMMENT ON COLUMN recommendations.confidence IS 'Chance that the row is right, from 0 to 1, as measured on gold for its rule and signals.';

ALTER TABLE milestones ADD COLUMN rule VARCHAR;
ALTER TABLE milestones ADD COLUMN signals VARCHAR[];
COMMENT ON COLUMN milestones.rule IS 'Rule of the extractor that found it (rules.name); NULL where the extractor has one only.';
COMMENT ON COLUMN milestones.signals IS 'Weak signs that it may be wrong (rules.name), counted in its confidence.';
COMMENT ON COLUMN milestones.confidence IS 'Chance that the row is right, from 0 to 1, as measured on gold for its rule and signals.';

ALTER TABLE claims ADD COLUMN rule VARCHAR;
ALTER TABLE claims ADD COLUMN signals VARCHAR[];
COMMENT ON COLUMN claims.rule IS 'Rule of the extractor that found it (rules.name); NULL where the extractor has one only.';
COMMENT ON COLUMN claims.signals IS 'Weak signs that it may be wrong (rules.name), counted in its confidence.';
COMMENT ON COLUMN claims.confidence IS 'Chance that the row is right, from 0 to 1, as measured on gold for its rule and signals.';

ALTER TABLE forward_plan ADD COLUMN rule VARCHAR;
ALTER TABLE forward_plan ADD COLUMN signals VARCHAR[];
COMMENT ON COLUMN forward_plan.rule IS 'Rule of the extractor that found it (rules.name); NULL where the extractor has one only.';
COMMENT ON COLUMN forward_plan.signals IS 'Weak signs that it may be wrong (rules.name), counted in its confidence.';
COMMENT ON COLUMN forward_plan.confidence IS 'Chance that the row is right, from 0 to 1, as measured on gold for its rule and signals.';

CREATE TABLE rules (
    extractor VARCHAR NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('rule', 'signal')),
    name VARCHAR NOT NULL,
    meaning VARCHAR NOT NULL,
    judged DOUBLE CHECK (judged >= 0),
    correct DOUBLE CHECK (correct >= 0),
    log_odds DOUBLE,
    PRIMARY KEY (extractor, kind, name)
);

COMMENT ON TABLE rules IS 'The rules that find facts, and the weak signals that one may be wrong: in words, with how often they were right on gold.';
COMMENT ON COLUMN rules.extractor IS 'Extractor that has the rule, or whose facts the signal was measured on.';
COMMENT ON COLUMN rules.kind IS 'rule (facts.rule) or signal (one of facts.signals).';
COMMENT ON COLUMN rules.name IS 'Short name of the rule or signal.';
COMMENT ON COLUMN rules.meaning IS 'What it means, in words.';
COMMENT ON COLUMN rules.judged IS 'Facts with it that gold judged, in weights (a fact of the sample papers counts a part); NULL where none was.';
COMMENT ON COLUMN rules.correct IS 'How many of them were right.';
COMMENT ON COLUMN rules.log_odds IS 'What it adds to the log-odds of a fact being right.';

ALTER TABLE documents ADD COLUMN layout VARCHAR;
COMMENT ON COLUMN documents.layout IS 'How the paper is laid out, told from its pages: scan, slides, pack, web page, names in a table, names run on, names in lines, agenda, tables or prose; NULL where it was not read.';
