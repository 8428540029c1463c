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
    extractor VARCHAR,
    name VARCHAR NOT NULL,
    meaning VARCHAR NOT NULL
);

COMMENT ON TABLE rules IS 'Rules and signals in words: what stands in the columns rule and signals of facts.';
COMMENT ON COLUMN rules.extractor IS 'Extractor that has the rule; NULL for a signal, which any may have.';
COMMENT ON COLUMN rules.name IS 'Short name of the rule or signal.';
COMMENT ON COLUMN rules.meaning IS 'What it means, in words.';

ALTER TABLE documents ADD COLUMN layout VARCHAR;
COMMENT ON COLUMN documents.layout IS 'How the paper is laid out, told from its pages: scan, slides, pack, web page, names in a table, names run on, names in lines, agenda, tables or prose; NULL where it was not read.';
