-- SPDX-License-Identifier: MIT
-- The index. It is a cache over Markdown files: every row can be made again from them, so there are no migrations. The
-- version of the schema (user_version) is made from the text of this file; an index of another version is emptied.
-- When what the columns hold changes while this text does not, count up: contents 1
--
-- docs/index.md describes the tables and views to those who ask the index questions of their own; the views are meant
-- for them, the tables for the program.
--
-- Conventions: `record` is the number of a row of the table record; it stays the same as long as the file stays where
-- it is. `entry` is record * 65536 + n, where n counts from 1 in the order of the file: the entries of a record lie side
-- by side without an index, bulk inserts append, and loading reads from front to back. Absent texts, dates and numbers
-- are NULL. Dates are texts of the form YYYY-MM-DD. `line` counts from 1. `folded` is the form in which texts are
-- compared: lower case, without accents, words separated by one space.

-- One directory tree that holds records.
CREATE TABLE project (
	project INTEGER PRIMARY KEY,
	name TEXT NOT NULL,
	root TEXT NOT NULL UNIQUE,            -- absolute path
	config TEXT,                          -- path of its .adr.yml
	settings_high INTEGER NOT NULL,       -- digest of all that decides how its records are read
	settings_low INTEGER NOT NULL,
	within_count INTEGER NOT NULL,        -- how far ahead `adr review` looks
	within_unit TEXT NOT NULL,            -- 'days', 'weeks', 'months', 'years'
	ages BLOB                             -- the days of its decisions in force, in a form of the program's own
);
CREATE INDEX project_by_name ON project (name COLLATE NOCASE);

-- Every file that was looked at, record or not, and what tells whether it changed.
CREATE TABLE file (
	project INTEGER NOT NULL,
	path TEXT NOT NULL,                   -- relative to the project's root
	size INTEGER NOT NULL,
	modified_ns INTEGER NOT NULL,
	inode INTEGER NOT NULL,
	digest_high INTEGER NOT NULL,
	digest_low INTEGER NOT NULL,
	kind TEXT NOT NULL,                   -- 'record', 'template', 'index', 'log', 'other'
	record INTEGER,                       -- NULL: the file is no record. Of a log: the first of its decisions
	records INTEGER NOT NULL,             -- how many it holds; those of a log have numbers that follow each other
	date_vote TEXT,                       -- 'dmy', 'mdy': the order of numbers that its dates prove; NULL: none
	date_order TEXT,                      -- the order of its project that dates in it were read in: 'dmy', 'mdy', or
	                                      -- 'auto' where the project had none; NULL: no date needed it
	PRIMARY KEY (project, path)
) WITHOUT ROWID;

CREATE TABLE record (
	record INTEGER PRIMARY KEY,
	project INTEGER NOT NULL,
	path TEXT NOT NULL,                   -- relative to the project's root
	id TEXT NOT NULL,                     -- 'billing/ADR-0005'
	number INTEGER,
	title TEXT NOT NULL,
	title_folded TEXT NOT NULL,
	title_line INTEGER,
	title_stated INTEGER NOT NULL,        -- 0: made from the file's name
	language TEXT,                        -- ISO 639-1
	dialect INTEGER NOT NULL,             -- how the header is written: 0 plain, 1 Nygard, 2 MADR bullets, 3 front matter,
	                                      -- 4 bold labels, 5 table
	status TEXT,                          -- 'accepted' ...; NULL: none that is known
	status_text TEXT,                     -- the words as written
	status_line INTEGER,
	in_force INTEGER NOT NULL,            -- accepted, or states a decision and no status at all
	date TEXT,
	date_line INTEGER,
	review TEXT,                          -- as stated in the record
	review_line INTEGER,
	reviewed TEXT,                        -- the last recorded review
	review_every TEXT,                    -- stated: '6m', '1y'
	due TEXT,                             -- by when somebody should look at it again, all rules applied; NULL: never
	due_basis TEXT,                       -- 'stated', 'policy'; NULL: never
	decision_line INTEGER,
	anchor TEXT,                          -- of a decision in a log, from its heading; NULL: the file is the record
	first_line INTEGER,                   -- of the log, that are the decision's
	last_line INTEGER,
	bases INTEGER NOT NULL                -- what title, number, status, date and review were read from: four bits each of
	                                      -- the table basis, the title's lowest; 0: there is no value
);
-- Finds by the first two columns; the others are there for the ages in the table project.
CREATE INDEX record_by_number ON record (project, number, in_force, date);
-- Records that do not hold any more, with what reports say of them. OR and not IN, here and below: for that, SQLite would
-- make a table for every row.
CREATE INDEX record_gone ON record (status, id, title) WHERE status = 'superseded' OR status = 'deprecated' OR status = 'rejected';
CREATE INDEX record_by_anchor ON record (project, path, anchor) WHERE anchor IS NOT NULL;

-- What `adr review` shows of the records that have a day in `due`, side by side and apart from all others.
CREATE TABLE review (
	record INTEGER PRIMARY KEY,
	project INTEGER NOT NULL,
	due TEXT NOT NULL,
	line INTEGER NOT NULL,                -- that says so
	basis TEXT NOT NULL,                  -- 'stated', 'policy'
	id TEXT NOT NULL,
	path TEXT NOT NULL,
	title TEXT NOT NULL,
	status TEXT,
	date TEXT,
	reviewed TEXT,
	lookers TEXT                          -- names of those who should look, each behind a char(31); NULL: it names nobody
);

-- What a value was read from.
CREATE TABLE basis (
	basis INTEGER PRIMARY KEY,
	name TEXT NOT NULL,
	guess INTEGER NOT NULL                -- 1: guessed, not read off a place that is made for it
);
INSERT INTO basis (basis, name, guess) VALUES
	(1, 'front-matter', 0), (2, 'label', 0), (3, 'table', 0), (4, 'heading', 0), (5, 'section', 0), (6, 'list', 0),
	(7, 'prose', 1), (8, 'file-name', 1), (9, 'computed', 1), (10, 'inferred', 1);

-- What was decided, as plain text.
CREATE TABLE decision (
	record INTEGER PRIMARY KEY,
	text TEXT NOT NULL
);

CREATE TABLE date (
	entry INTEGER PRIMARY KEY,
	record INTEGER AS (entry >> 16),
	kind TEXT NOT NULL,                   -- 'decided', 'review' ...
	date TEXT,                            -- NULL: no day could be made of the text
	text TEXT,                            -- as written
	line INTEGER,
	basis INTEGER
);

CREATE TABLE person (
	entry INTEGER PRIMARY KEY,
	record INTEGER AS (entry >> 16),
	name TEXT NOT NULL,
	folded TEXT NOT NULL,
	role TEXT NOT NULL,                   -- 'decider', 'author' ...
	line INTEGER,
	basis INTEGER
);

CREATE TABLE link (
	entry INTEGER PRIMARY KEY,
	record INTEGER AS (entry >> 16),
	kind TEXT,                            -- 'supersedes' ...; NULL: `words` says what it is
	words TEXT,
	target TEXT NOT NULL,                 -- as written
	file TEXT,                            -- the target is a path: relative to the project's root, may begin with '../'
	to_project TEXT,                      -- the target names another project
	to_number INTEGER,                    -- the target shows a number
	line INTEGER,
	across INTEGER NOT NULL,              -- 1: may lead out of the project
	to_record INTEGER,                    -- where it leads; NULL: to no record, or to several
	mention INTEGER NOT NULL,             -- 1: a path in plain words, nothing to click on
	basis INTEGER
);
CREATE INDEX link_across ON link (entry) WHERE across;
CREATE INDEX link_on_claims ON link (entry)
	WHERE kind = 'supersedes' OR kind = 'superseded_by' OR kind = 'amends' OR kind = 'conflicts_with';
-- Where links lead, apart from all else they say: `adr review` looks at those of what is due.
CREATE INDEX link_leads ON link (entry, to_record, kind) WHERE to_record IS NOT NULL;
CREATE INDEX link_supersedes ON link (to_record) WHERE kind = 'supersedes' AND to_record IS NOT NULL;

CREATE TABLE option (
	entry INTEGER PRIMARY KEY,
	record INTEGER AS (entry >> 16),
	name TEXT NOT NULL,
	stance TEXT NOT NULL,                 -- 'chosen', 'rejected', 'considered'
	line INTEGER,
	stance_line INTEGER,                  -- where it is chosen or rejected
	listed INTEGER NOT NULL,              -- 0: only the decision names it
	basis INTEGER,
	stance_basis INTEGER                  -- NULL: merely considered
);

CREATE TABLE claim (
	entry INTEGER PRIMARY KEY,
	record INTEGER AS (entry >> 16),
	subject TEXT NOT NULL,
	option TEXT NOT NULL,
	stance TEXT NOT NULL,                 -- 'chosen', 'rejected'
	scope TEXT,                           -- NULL: speaks for the project as a whole
	basis TEXT NOT NULL,                  -- 'declared', 'catalog', 'text'
	confidence REAL NOT NULL,             -- 0 to 1
	line INTEGER,
	quote TEXT
);

-- Conditions under which somebody should look again: "Revisit if we need NumPy".
CREATE TABLE condition (
	entry INTEGER PRIMARY KEY,
	record INTEGER AS (entry >> 16),
	text TEXT NOT NULL,
	line INTEGER
);

CREATE TABLE tag (
	entry INTEGER PRIMARY KEY,
	record INTEGER AS (entry >> 16),
	tag TEXT NOT NULL,
	folded TEXT NOT NULL
);

-- What the organisation settled on, from .adr.yml.
CREATE TABLE standard (
	project INTEGER NOT NULL,
	n INTEGER NOT NULL,
	subject TEXT NOT NULL,
	option TEXT NOT NULL,
	scope TEXT,
	set_by TEXT,                          -- id of the record that sets it
	line INTEGER,
	PRIMARY KEY (project, n)
) WITHOUT ROWID;

-- The projects whose decisions bind the others, from .adr.yml; of several, the first that decided counts.
CREATE TABLE authority (
	project INTEGER NOT NULL,             -- whose .adr.yml says so
	n INTEGER NOT NULL,
	name TEXT NOT NULL,
	PRIMARY KEY (project, n)
) WITHOUT ROWID;

-- Conflicts that are known and left, from .adr.yml.
CREATE TABLE waiver (
	project INTEGER NOT NULL,
	n INTEGER NOT NULL,
	subject TEXT NOT NULL,
	reason TEXT,
	until TEXT,                           -- the last day it holds; NULL: for ever
	line INTEGER,
	file TEXT,                            -- the .adr.yml that it stands in, an absolute path
	PRIMARY KEY (project, n)
) WITHOUT ROWID;

-- The projects and records that a waiver is limited to; none of a kind means all of them.
CREATE TABLE waiver_limit (
	project INTEGER NOT NULL,
	n INTEGER NOT NULL,                   -- of the waiver
	m INTEGER NOT NULL,
	kind TEXT NOT NULL,                   -- 'project', 'record'
	value TEXT NOT NULL,
	PRIMARY KEY (project, n, m)
) WITHOUT ROWID;

-- The texts that full-text search reads; `body` is the whole file.
CREATE TABLE record_text (
	record INTEGER PRIMARY KEY,
	title TEXT NOT NULL,
	people TEXT,
	tags TEXT,
	body TEXT
);

CREATE VIRTUAL TABLE search USING fts5 (
	title, people, tags, body,
	content = 'record_text', content_rowid = 'record',
	tokenize = 'unicode61 remove_diacritics 2'
);
-- Words are collected in memory up to this many bytes before they are written: with more than the default of 1 MB, a first
-- build of many records takes half the time. Nothing is taken before it is needed.
INSERT INTO search (search, rank) VALUES ('hashsize', 33554432);

CREATE VIEW projects AS
SELECT name, root, (SELECT count(*) FROM record r WHERE r.project = p.project) AS records FROM project p;

CREATE VIEW records AS
SELECT r.id, p.name AS project, r.path, r.anchor, r.number, r.title, r.language, r.status, r.status_text, r.in_force, r.date,
	r.review, d.text AS decision,
	(SELECT b.name FROM basis b WHERE b.basis = r.bases & 15) AS title_basis,
	(SELECT b.name FROM basis b WHERE b.basis = r.bases >> 4 & 15) AS number_basis,
	(SELECT b.name FROM basis b WHERE b.basis = r.bases >> 8 & 15) AS status_basis,
	(SELECT b.name FROM basis b WHERE b.basis = r.bases >> 12 & 15) AS date_basis,
	(SELECT b.name FROM basis b WHERE b.basis = r.bases >> 16 & 15) AS review_basis, r.record
FROM record r JOIN project p ON p.project = r.project LEFT JOIN decision d ON d.record = r.record;

CREATE VIEW dates AS
SELECT r.id, d.kind, d.date, d.text, d.line, b.name AS basis, d.record
FROM date d JOIN record r ON r.record = d.record LEFT JOIN basis b ON b.basis = d.basis;

CREATE VIEW people AS
SELECT r.id, d.name, d.role, d.line, b.name AS basis, d.record
FROM person d JOIN record r ON r.record = d.record LEFT JOIN basis b ON b.basis = d.basis;

CREATE VIEW tags AS
SELECT r.id, t.tag, t.record FROM tag t JOIN record r ON r.record = t.record;

CREATE VIEW triggers AS
SELECT r.id, p.name AS project, r.path, r.status, r.in_force, c.text, c.line, c.record
FROM condition c JOIN record r ON r.record = c.record JOIN project p ON p.project = r.project;

CREATE VIEW options AS
SELECT r.id, o.name, o.stance, o.line, b.name AS basis, o.stance_line, s.name AS stance_basis, o.record
FROM option o JOIN record r ON r.record = o.record LEFT JOIN basis b ON b.basis = o.basis
	LEFT JOIN basis s ON s.basis = o.stance_basis;

CREATE VIEW claims AS
SELECT r.id, p.name AS project, r.path, r.status, r.in_force, r.date, c.subject, c.option, c.stance, c.scope, c.basis,
	c.confidence, c.line, c.quote, c.record
FROM claim c JOIN record r ON r.record = c.record JOIN project p ON p.project = r.project;

CREATE VIEW links AS
SELECT r.id, coalesce(l.kind, l.words) AS kind, l.target, t.id AS to_id, t.path AS to_path, l.line, b.name AS basis,
	l.record, l.to_record
FROM link l JOIN record r ON r.record = l.record LEFT JOIN record t ON t.record = l.to_record
	LEFT JOIN basis b ON b.basis = l.basis;

-- Links that lead to no record: broken ones, and those to other files. Paths that are merely mentioned are no links.
CREATE VIEW unresolved_links AS
SELECT r.id, r.path, l.line, coalesce(l.kind, l.words) AS kind, l.target, l.record
FROM link l JOIN record r ON r.record = l.record
WHERE l.to_record IS NULL AND NOT l.mention;

-- Which record took the place of which, whichever of the two says so.
CREATE VIEW supersessions AS
SELECT n.id AS newer, o.id AS older, o.status AS older_status, s.newer AS newer_record, s.older AS older_record
FROM (
	SELECT record AS newer, to_record AS older FROM link WHERE kind = 'supersedes'
	UNION
	SELECT to_record, record FROM link WHERE kind = 'superseded_by'
) s JOIN record n ON n.record = s.newer JOIN record o ON o.record = s.older;

-- Records that no link leaves and none reaches.
CREATE VIEW orphans AS
SELECT r.id, r.path, r.title, r.status, r.record
FROM record r
WHERE r.record NOT IN (
	SELECT record FROM link WHERE to_record IS NOT NULL
	UNION SELECT to_record FROM link WHERE to_record IS NOT NULL);

-- What decisions in force chose: the material of `adr conflicts`. A subject and scope with several options here is what
-- to look at; `adr conflicts` also knows which options are kinds of one another, what was superseded, and the waivers.
CREATE VIEW choices AS
SELECT subject, scope, option, id, project, path, date, line, quote, basis, confidence, record
FROM claims WHERE in_force AND stance = 'chosen';

-- Pairs of decisions in force of which one chose what the other rejects, having chosen something else: the contradictions
-- of `adr conflicts`, but for what only the catalogue knows (which options are kinds of others or go together) and what
-- .adr.yml settles.
CREATE VIEW conflicts AS
SELECT c.subject, coalesce(c.scope, r.scope) AS scope, c.option, c.id, c.project, c.path, c.line, c.quote,
	r.id AS rejected_by, r.project AS rejected_in, r.path AS rejected_path, r.line AS rejected_line,
	r.quote AS rejected_quote, min(c.confidence, r.confidence) AS confidence, c.record, r.record AS rejected_record
FROM choices c JOIN claims r ON r.subject = c.subject AND r.option = c.option AND r.record <> c.record
WHERE r.stance = 'rejected' AND r.in_force AND c.subject <> ''
	AND (c.scope IS NULL OR r.scope IS NULL OR c.scope = r.scope)
	AND EXISTS (SELECT 1 FROM claim o WHERE o.entry BETWEEN r.record << 16 AND (r.record << 16) + 65535
		AND o.subject = r.subject AND o.stance = 'chosen' AND o.option <> c.option)
	AND NOT EXISTS (SELECT 1 FROM supersessions s JOIN record n ON n.record = s.newer_record
		WHERE n.in_force AND s.older_record IN (c.record, r.record));

-- By when somebody should look at a record again, as `adr review` tells it.
CREATE VIEW reviews AS
SELECT r.id, p.name AS project, r.path, r.title, r.status, r.due AS review, r.due_basis AS basis, r.reviewed, r.record
FROM record r JOIN project p ON p.project = r.project
WHERE r.due IS NOT NULL;
