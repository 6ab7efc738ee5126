/* SPDX-License-Identifier: MIT */
/* A small organisation to show: three projects (one known from an index only), five records with everything that a
 * record can hold, and results over them. Today is 2026-11-20. */
#ifndef RENDER_SAMPLE_H
#define RENDER_SAMPLE_H

#include "adr/render/show.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))
#define ITEMS(array)                                                                                                   \
	{                                                                                                              \
		.item = (array), .count = COUNT_OF(array), .room = COUNT_OF(array)                                     \
	}
#define LINE(number)                                                                                                   \
	{                                                                                                              \
		.line = (number)                                                                                       \
	}
#define DAY(number)                                                                                                    \
	{                                                                                                              \
		.days = (number), .set = true                                                                          \
	}

#define DAY_2025_03_02 DAY(20149)
#define DAY_2026_02_14 DAY(20498)
#define DAY_2026_05_01 DAY(20574)
#define DAY_2026_08_14 DAY(20679)
#define DAY_2026_11_20 DAY(20777)
#define DAY_2026_12_02 DAY(20789)
#define DAY_2027_01_01 DAY(20819)
#define DAY_2027_05_01 DAY(20939)

static struct project sample_projects[] = {
	{.name = STR_INIT("payments"), .root = STR_INIT("/org/payments")},
	{.name = STR_INIT("web-shop"), .root = STR_INIT("/org/shops/web-shop")},
	{.name = STR_INIT("archive")},
};

static struct dated base_image_dates[] = {
	{.kind = DATE_DECIDED, .date = DAY_2026_02_14, .text = STR_INIT("2026-02-14"), .at = LINE(4)},
	{.kind = DATE_REVIEW, .date = DAY_2026_08_14, .text = STR_INIT("2026-08-14 (6 months)"), .at = LINE(398)},
	{.kind = DATE_EXPIRES, .text = STR_INIT("31 June"), .at = LINE(399)},
};

static struct person base_image_people[] = {
	{.name = STR_INIT("Platform Engineering"), .role = ROLE_DECIDER, .at = LINE(5)},
	{.name = STR_INIT("Ada \"Countess\" Byron"), .role = ROLE_CONSULTED, .at = LINE(6)},
	{.name = STR_INIT("Zoë Ångström"), .role = ROLE_DECIDER, .at = LINE(5)},
};

static struct link base_image_links[] = {
	{.kind = LINK_SUPERSEDES,
	 .target = STR_INIT("ADR-0003"),
	 .path = STR_INIT("docs/adr/0003-ubuntu-images.md"),
	 .to = STR_INIT("payments/ADR-0003"),
	 .at = LINE(9)},
	{.kind = LINK_DEPENDS_ON, .target = STR_INIT("0099-gone.md"), .at = LINE(10)},
	{.kind = LINK_OTHER,
	 .words = STR_INIT("inspired by"),
	 .target = STR_INIT("../web-shop/0001.md"),
	 .at = LINE(11)},
};

static struct option base_image_options[] = {
	{.name = STR_INIT("Debian slim"), .stance = STANCE_CHOSEN, .at = LINE(33), .listed = true},
	{.name = STR_INIT("Alpine"), .stance = STANCE_REJECTED, .at = LINE(49), .listed = true},
	{.name = STR_INIT("Distroless; nothing else"), .stance = STANCE_CONSIDERED, .at = LINE(61), .listed = true},
};

static struct claim base_image_claims[] = {
	{.subject = STR_INIT("container-base-image"),
	 .option = STR_INIT("debian-slim"),
	 .chosen = true,
	 .scope = STR_INIT("python"),
	 .basis = CLAIM_CATALOG,
	 .confidence = 0.95,
	 .at = LINE(28),
	 .quote = STR_INIT(
		 "We build on **Debian slim**, because wheels for glibc exist and wheels for musl often do not.")},
	{.subject = STR_INIT("container-base-image"),
	 .option = STR_INIT("alpine"),
	 .chosen = false,
	 .basis = CLAIM_TEXT,
	 .confidence = 0.5,
	 .at = LINE(49),
	 .quote = STR_INIT("Alpine was rejected")},
};

static struct str base_image_tags[] = {STR_INIT("containers"), STR_INIT("python")};

static struct claim alpine_claims[] = {
	{.subject = STR_INIT("container-base-image"),
	 .option = STR_INIT("alpine"),
	 .chosen = true,
	 .basis = CLAIM_CATALOG,
	 .confidence = 0.9,
	 .at = LINE(30),
	 .quote = STR_INIT("All our images start from Alpine.")},
};

static struct claim wide_claims[] = {
	{.subject = STR_INIT("message-broker"),
	 .option = STR_INIT("kafka"),
	 .chosen = true,
	 .basis = CLAIM_DECLARED,
	 .confidence = 1,
	 .at = LINE(3),
	 .quote = STR_INIT("decides: {message-broker: kafka}")},
};

static struct person alpine_people[] = {
	{.name = STR_INIT("Lin"), .role = ROLE_AUTHOR, .at = LINE(3)},
	{.name = STR_INIT("Lin"), .role = ROLE_AUTHOR, .at = LINE(3)},
};

static struct record sample_records[] = {
	{.project = &sample_projects[2],
	 .path = STR_INIT("notes/no-number.md"),
	 .id = STR_INIT("archive/no-number"),
	 .number = -1,
	 .title = STR_INIT("Keep one log per team"),
	 .status = STATUS_NONE,
	 .status_text = STR_INIT("Work in progress"),
	 .status_at = LINE(2)},
	{.project = &sample_projects[0],
	 .path = STR_INIT("docs/adr/0003-ubuntu-images.md"),
	 .id = STR_INIT("payments/ADR-0003"),
	 .number = 3,
	 .title = STR_INIT("Ubuntu images"),
	 .language = STR_INIT("en"),
	 .status = STATUS_SUPERSEDED,
	 .status_text = STR_INIT("Superseded by ADR-0005"),
	 .status_at = LINE(3),
	 .date = DAY_2025_03_02,
	 .date_at = LINE(4),
	 .title_at = LINE(1)},
	{.project = &sample_projects[0],
	 .path = STR_INIT("docs/adr/0005-base-image.md"),
	 .id = STR_INIT("payments/ADR-0005"),
	 .number = 5,
	 .title = STR_INIT("Container base image for the Python services and for the batch jobs that run beside them"),
	 .title_at = LINE(1),
	 .language = STR_INIT("en"),
	 .status = STATUS_ACCEPTED,
	 .status_text = STR_INIT("Approved"),
	 .status_at = LINE(3),
	 .date = DAY_2026_02_14,
	 .date_at = LINE(4),
	 .review = DAY_2026_08_14,
	 .review_at = LINE(398),
	 .decision =
		 STR_INIT("We build on Debian slim, because wheels for glibc exist and wheels for musl often do not."),
	 .decision_at = LINE(28),
	 .dates = ITEMS(base_image_dates),
	 .people = ITEMS(base_image_people),
	 .links = ITEMS(base_image_links),
	 .options = ITEMS(base_image_options),
	 .tags = ITEMS(base_image_tags),
	 .claims = ITEMS(base_image_claims)},
	{.project = &sample_projects[1],
	 .path = STR_INIT("adr/0001-alpine.md"),
	 .id = STR_INIT("web-shop/ADR-0001"),
	 .number = 1,
	 .title = STR_INIT("Alpine everywhere"),
	 .title_at = LINE(1),
	 .language = STR_INIT("en"),
	 .status = STATUS_ACCEPTED,
	 .status_text = STR_INIT("accepted"),
	 .status_at = LINE(2),
	 .date = DAY_2026_05_01,
	 .date_at = LINE(5),
	 .people = ITEMS(alpine_people),
	 .claims = ITEMS(alpine_claims)},
	{.project = &sample_projects[1],
	 .path = STR_INIT("adr/0002-メッセージ.md"),
	 .id = STR_INIT("web-shop/ADR-0002"),
	 .number = 2,
	 .title = STR_INIT(
		 "注文イベントは Kafka で配信し、他の方式は新しいサービスでは使わないことにする、例外は承認が必要"),
	 .title_at = LINE(1),
	 .language = STR_INIT("ja"),
	 .status = STATUS_PROPOSED,
	 .status_text = STR_INIT("提案"),
	 .status_at = LINE(4),
	 .claims = ITEMS(wide_claims)},
};

#define SAMPLE_NOTE (&sample_records[0])
#define SAMPLE_OLD_IMAGE (&sample_records[1])
#define SAMPLE_BASE_IMAGE (&sample_records[2])
#define SAMPLE_ALPINE (&sample_records[3])
#define SAMPLE_WIDE (&sample_records[4])

static const struct records sample_all = ITEMS(sample_records);

/* Each gives a result over the records above. They live as long as the program. */
static inline const struct hits *sample_hits(void)
{
	static struct hit hits[2];
	static struct hits list = ITEMS(hits);
	hits[0] = (struct hit){
		.record = *SAMPLE_BASE_IMAGE,
		.snippet = STR("We build on \002Debian slim\003, because wheels for glibc exist and wheels for musl "
			       "often do not, and \002Debian\003 is what the security team patches"),
		.line = 28,
		.score = 7.25,
	};
	hits[1] = (struct hit){
		.record = *SAMPLE_WIDE, .snippet = STR("\002Debian\003 ではなく"), .line = 1, .score = 0.5};
	return &list;
}

static inline const struct conflicts *sample_conflicts(void)
{
	static struct str rejected[] = {STR_INIT("alpine")};
	static struct camp_decision slim[2], alpine[1], kafka[1];
	static struct camp image_camps[2], broker_camps[1];
	static struct standard standard = {.subject = STR_INIT("container-base-image"),
					   .option = STR_INIT("debian-slim"),
					   .record = STR_INIT("platform/ADR-0001")};
	static struct waiver waiver = {.reason = STR_INIT("moves to NATS next year"), .until = DAY_2027_01_01};
	static struct waiver passed = {.reason = STR_INIT("until the new brokers are there"), .until = DAY_2026_02_14};
	static struct conflict conflicts[3];
	static struct conflicts list = ITEMS(conflicts);
	slim[0] = (struct camp_decision){.record = SAMPLE_BASE_IMAGE,
					 .claim = &base_image_claims[0],
					 .rejects = ITEMS(rejected),
					 .rejects_at = LINE(49),
					 .rejects_quote = STR("- **Alpine**: see [the tests](x.md)")};
	slim[1] = (struct camp_decision){.record = SAMPLE_NOTE, .claim = &base_image_claims[0]};
	alpine[0] = (struct camp_decision){
		.record = SAMPLE_ALPINE, .claim = &alpine_claims[0], .newest = true, .changed = true, .deviates = true};
	kafka[0] = (struct camp_decision){.record = SAMPLE_WIDE, .claim = &wide_claims[0], .proposed = true};
	image_camps[0] = (struct camp){.option = STR("debian-slim"), .decisions = ITEMS(slim)};
	image_camps[1] = (struct camp){.option = STR("alpine"), .decisions = ITEMS(alpine)};
	broker_camps[0] = (struct camp){.option = STR("kafka"), .decisions = ITEMS(kafka)};
	conflicts[0] = (struct conflict){.subject = STR("container-base-image"),
					 .title = STR("Container base image"),
					 .scope = STR("python"),
					 .kind = CONFLICT_CONTRADICTION,
					 .basis = CLAIM_CATALOG,
					 .confidence = 0.9,
					 .severity = SEVERITY_ERROR,
					 .standard = &standard,
					 .camps = ITEMS(image_camps)};
	conflicts[1] = (struct conflict){.subject = STR("message-broker"),
					 .title = STR("Message broker"),
					 .kind = CONFLICT_DIVERGENCE,
					 .basis = CLAIM_DECLARED,
					 .confidence = 1,
					 .severity = SEVERITY_INFO,
					 .expired = &passed,
					 .inside_project = true,
					 .camps = ITEMS(broker_camps)};
	conflicts[2] = (struct conflict){.subject = STR("event-bus"),
					 .title = STR("Event bus"),
					 .kind = CONFLICT_DIVERGENCE,
					 .basis = CLAIM_TEXT,
					 .confidence = 0.625,
					 .severity = SEVERITY_INFO,
					 .waived = &waiver,
					 .camps = ITEMS(broker_camps)};
	return &list;
}

/* The entry of a record of the sample, as find_reviews() makes it. */
static inline struct review sample_review(const struct record *record, struct date day, int32_t days,
					  enum review_state state, enum review_basis basis)
{
	static const struct date as_of = DAY_2026_11_20;
	return (struct review){.record = record,
			       .id = record->id,
			       .project = record->project->name,
			       .path = record->path,
			       .title = record->title,
			       .line = basis == REVIEW_STATED ? record->review_at.line : record->date_at.line,
			       .review = day,
			       .days = days,
			       .state = state,
			       .basis = basis,
			       .decided = record->date,
			       .age_days = as_of.days - record->date.days};
}

static inline const struct review_report *sample_reviews(void)
{
	static struct review reviews[4];
	static struct str owners[] = {STR_INIT("Platform Engineering"), STR_INIT("Müller, Jürgen \xC3\xA4")};
	static struct str others[] = {STR_INIT("analytics/ADR-0001")};
	static struct neighbour neighbours[] = {
		{STR_INIT("payments/ADR-0002"), STR_INIT("Build on Ubuntu"), STATUS_SUPERSEDED, LINK_DEPENDS_ON}};
	static struct review_conflict conflicts[] = {{NULL, STR_INIT("debian-slim"), ITEMS(others), 3}};
	static struct waiver waiver = {.subject = STR_INIT("event-bus"), .line = 12};
	static struct review_count projects[] = {{STR_INIT("analytics"), 0, 0, 1, 2, 400},
						 {STR_INIT("payments"), 1, 1, 0, 1, REVIEW_NO_MEDIAN}};
	static struct review_count people[] = {{STR_INIT("Platform Engineering"), 1, 0, 0, 0, REVIEW_NO_MEDIAN},
					       {STR_INIT("Ruth"), 0, 1, 0, 0, REVIEW_NO_MEDIAN}};
	static struct review_report report = {.within_days = 30, .conflicts_known = true};
	conflicts[0].conflict = &sample_conflicts()->item[0];
	waiver.until = (struct date)DAY_2026_12_02;
	report.as_of = (struct date)DAY_2026_11_20;
	report.reviews = (struct reviews)ITEMS(reviews);
	reviews[0] = sample_review(SAMPLE_BASE_IMAGE, (struct date)DAY_2026_08_14, -98, REVIEW_OVERDUE, REVIEW_STATED);
	reviews[0].people = (struct strs)ITEMS(owners);
	reviews[0].neighbours = (struct neighbours)ITEMS(neighbours);
	reviews[0].conflicts = (struct review_conflicts)ITEMS(conflicts);
	reviews[1] = sample_review(SAMPLE_WIDE, (struct date)DAY_2026_12_02, 12, REVIEW_DUE, REVIEW_STATED);
	reviews[2] = (struct review){.waiver = &waiver,
				     .id = STR_INIT("waiver:event-bus"),
				     .path = STR_INIT(".adr.yml"),
				     .title = STR_INIT("event-bus"),
				     .line = 12,
				     .review = DAY_2026_12_02,
				     .days = 12,
				     .state = REVIEW_DUE,
				     .basis = REVIEW_WAIVER};
	reviews[3] = sample_review(SAMPLE_ALPINE, (struct date)DAY_2027_05_01, 162, REVIEW_UPCOMING, REVIEW_POLICY);
	report.summary.total = (struct review_count){{0}, 1, 2, 1, 3, 400};
	report.summary.projects = (struct review_counts)ITEMS(projects);
	report.summary.people = (struct review_counts)ITEMS(people);
	return &report;
}

static inline const struct findings *sample_findings(void)
{
	static struct finding findings[] = {
		{.rule = RULE_STATUS_UNKNOWN,
		 .severity = SEVERITY_ERROR,
		 .project = STR_INIT("archive"),
		 .path = STR_INIT("notes/no-number.md"),
		 .from = {2, 9},
		 .to = {2, 25},
		 .message = STR_INIT("status 'Work in progress' is not known")},
		{.rule = RULE_LINK_BROKEN,
		 .severity = SEVERITY_ERROR,
		 .project = STR_INIT("payments"),
		 .path = STR_INIT("docs/adr/0005-base-image.md"),
		 .from = {10, 3},
		 .to = {10, 30},
		 .message = STR_INIT("'0099-gone.md' leads nowhere")},
		{.rule = RULE_PLACEHOLDER,
		 .severity = SEVERITY_WARNING,
		 .project = STR_INIT("payments"),
		 .path = STR_INIT("docs/adr/0005-base-image.md"),
		 .from = {401, 1},
		 .to = {401, 7},
		 .message = STR_INIT("'[Name]' is a placeholder of a template"),
		 .fixable = true},
		{.rule = RULE_PLACEHOLDER,
		 .severity = SEVERITY_WARNING,
		 .project = STR_INIT("web-shop"),
		 .path = STR_INIT("adr/0001-alpine.md"),
		 .from = {7, 1},
		 .to = {7, 7},
		 .message = STR_INIT("'[Name]' is a placeholder of a template"),
		 .fixable = true},
		{.rule = RULE_DATE_AMBIGUOUS,
		 .severity = SEVERITY_INFO,
		 .project = STR_INIT("web-shop"),
		 .path = STR_INIT("adr/0001-alpine.md"),
		 .from = {9, 1},
		 .to = {9, 11},
		 .message = STR_INIT("'03/04/2026' may be 3 April or 4 March")},
	};
	static struct findings list = ITEMS(findings);
	return &list;
}

static inline const struct graph *sample_graph(void)
{
	static const struct record *nodes[] = {SAMPLE_NOTE, SAMPLE_OLD_IMAGE, SAMPLE_BASE_IMAGE, SAMPLE_ALPINE,
					       SAMPLE_WIDE};
	static struct graph_edge edges[] = {
		{.from = SAMPLE_BASE_IMAGE, .to = SAMPLE_OLD_IMAGE, .kind = LINK_SUPERSEDES},
		{.from = SAMPLE_BASE_IMAGE, .to = SAMPLE_ALPINE, .kind = LINK_CONFLICTS_WITH},
		{.from = SAMPLE_ALPINE, .to = SAMPLE_WIDE, .kind = LINK_DEPENDS_ON},
		{.from = SAMPLE_WIDE, .to = SAMPLE_NOTE, .kind = LINK_RELATES_TO},
		{.from = SAMPLE_WIDE,
		 .to = SAMPLE_OLD_IMAGE,
		 .kind = LINK_OTHER,
		 .words = STR_INIT("was \"inspired\" by the whole discussion about")},
	};
	static struct graph graph = {.nodes = ITEMS(nodes), .edges = ITEMS(edges)};
	return &graph;
}

static inline const struct refresh_rows *sample_refresh(void)
{
	static struct refresh_row rows[] = {
		{.project = STR_INIT("payments"), .records = 112, .added = 12, .changed = 1},
		{.project = STR_INIT("注文"), .records = 1, .removed = 3},
	};
	static struct refresh_rows list = ITEMS(rows);
	return &list;
}

#endif
