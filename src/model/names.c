/* SPDX-License-Identifier: MIT */
/* What the values of the enums are called in JSON, in configuration and in the index (CONTRACT.md). */
#include "names.h"

#include "adr/model/record.h"
#include "adr/model/review.h"

static const char *const statuses[STATUS_COUNT] = {
	[STATUS_PROPOSED] = "proposed", [STATUS_DRAFT] = "draft",           [STATUS_ACCEPTED] = "accepted",
	[STATUS_REJECTED] = "rejected", [STATUS_DEPRECATED] = "deprecated", [STATUS_SUPERSEDED] = "superseded",
};

static const char *const record_kinds[KIND_COUNT] = {
	[KIND_RECORD] = "record", [KIND_TEMPLATE] = "template", [KIND_INDEX] = "index",
	[KIND_LOG] = "log",       [KIND_OTHER] = "other",
};

static const char *const date_kinds[DATE_KIND_COUNT] = {
	[DATE_DECIDED] = "decided", [DATE_PROPOSED] = "proposed", [DATE_ACCEPTED] = "accepted",
	[DATE_CREATED] = "created", [DATE_UPDATED] = "updated",   [DATE_REVIEWED] = "reviewed",
	[DATE_REVIEW] = "review",   [DATE_EXPIRES] = "expires",
};

static const char *const date_orders[] = {
	[DATE_ORDER_AUTO] = "auto", [DATE_ORDER_DMY] = "dmy", [DATE_ORDER_MDY] = "mdy"};

static const char *const roles[ROLE_COUNT] = {
	[ROLE_DECIDER] = "decider",         [ROLE_AUTHOR] = "author",     [ROLE_CONSULTED] = "consulted",
	[ROLE_INFORMED] = "informed",       [ROLE_APPROVER] = "approver", [ROLE_REVIEWER] = "reviewer",
	[ROLE_STAKEHOLDER] = "stakeholder", [ROLE_OWNER] = "owner",
};

static const char *const link_kinds[LINK_KIND_COUNT] = {
	[LINK_SUPERSEDES] = "supersedes",
	[LINK_SUPERSEDED_BY] = "superseded_by",
	[LINK_AMENDS] = "amends",
	[LINK_AMENDED_BY] = "amended_by",
	[LINK_DEPENDS_ON] = "depends_on",
	[LINK_REQUIRED_BY] = "required_by",
	[LINK_CONFLICTS_WITH] = "conflicts_with",
	[LINK_RELATES_TO] = "relates_to",
};

static const char *const stances[STANCE_COUNT] = {
	[STANCE_CHOSEN] = "chosen", [STANCE_REJECTED] = "rejected", [STANCE_CONSIDERED] = "considered"};

static const char *const section_kinds[SECTION_KIND_COUNT] = {
	[SECTION_OTHER] = "other",
	[SECTION_STATUS] = "status",
	[SECTION_CONTEXT] = "context",
	[SECTION_DRIVERS] = "drivers",
	[SECTION_OPTIONS] = "options",
	[SECTION_DECISION] = "decision",
	[SECTION_RATIONALE] = "rationale",
	[SECTION_CONSEQUENCES] = "consequences",
	[SECTION_PROS_AND_CONS] = "pros_and_cons",
	[SECTION_COMPLIANCE] = "compliance",
	[SECTION_LINKS] = "links",
	[SECTION_PEOPLE] = "people",
	[SECTION_REVIEW] = "review",
	[SECTION_HISTORY] = "history",
	[SECTION_SUMMARY] = "summary",
};

static const char *const bases[CLAIM_BASIS_COUNT] = {
	[CLAIM_DECLARED] = "declared", [CLAIM_CATALOG] = "catalog", [CLAIM_TEXT] = "text"};

static const char *const review_bases[REVIEW_BASIS_COUNT] = {
	[REVIEW_STATED] = "stated", [REVIEW_POLICY] = "policy", [REVIEW_WAIVER] = "waiver"};

/* Defines bool FUNCTION(struct str name, TYPE *value): the value that has this name. */
#define NAME_LEADS_BACK(function, type, names, count)                                                                  \
	bool function(struct str name, type *value)                                                                    \
	{                                                                                                              \
		size_t position = name_position(names, count, name);                                                   \
		if (position < count)                                                                                  \
			*value = (type)position;                                                                       \
		return position < count;                                                                               \
	}

const char *status_name(enum status status)
{
	return statuses[status];
}

NAME_LEADS_BACK(status_from_name, enum status, statuses, STATUS_COUNT)

const char *record_kind_name(enum record_kind kind)
{
	return record_kinds[kind];
}

const char *date_kind_name(enum date_kind kind)
{
	return date_kinds[kind];
}

static const char *const value_bases[BASIS_COUNT] = {
	[BASIS_FRONT_MATTER] = "front-matter",
	[BASIS_LABEL] = "label",
	[BASIS_TABLE] = "table",
	[BASIS_HEADING] = "heading",
	[BASIS_SECTION] = "section",
	[BASIS_LIST] = "list",
	[BASIS_PROSE] = "prose",
	[BASIS_FILE_NAME] = "file-name",
	[BASIS_COMPUTED] = "computed",
	[BASIS_INFERRED] = "inferred",
};

const char *value_basis_name(enum value_basis basis)
{
	return value_bases[basis];
}

NAME_LEADS_BACK(date_kind_from_name, enum date_kind, date_kinds, DATE_KIND_COUNT)

const char *date_order_name(enum date_order order)
{
	return date_orders[order];
}

NAME_LEADS_BACK(date_order_from_name, enum date_order, date_orders, sizeof date_orders / sizeof *date_orders)

const char *role_name(enum role role)
{
	return roles[role];
}

NAME_LEADS_BACK(role_from_name, enum role, roles, ROLE_COUNT)

const char *link_kind_name(enum link_kind kind)
{
	return link_kinds[kind];
}

NAME_LEADS_BACK(link_kind_from_name, enum link_kind, link_kinds, LINK_KIND_COUNT)

const char *stance_name(enum stance stance)
{
	return stances[stance];
}

const char *section_kind_name(enum section_kind kind)
{
	return section_kinds[kind];
}

NAME_LEADS_BACK(section_kind_from_name, enum section_kind, section_kinds, SECTION_KIND_COUNT)

const char *claim_basis_name(enum claim_basis basis)
{
	return bases[basis];
}

NAME_LEADS_BACK(claim_basis_from_name, enum claim_basis, bases, CLAIM_BASIS_COUNT)

const char *review_state_name(enum review_state state)
{
	static const char *const names[] = {
		[REVIEW_OVERDUE] = "overdue", [REVIEW_DUE] = "due", [REVIEW_UPCOMING] = "upcoming"};
	return names[state];
}

const char *review_basis_name(enum review_basis basis)
{
	return review_bases[basis];
}

NAME_LEADS_BACK(review_basis_from_name, enum review_basis, review_bases, REVIEW_BASIS_COUNT)

enum link_kind link_kind_reverse(enum link_kind kind)
{
	static const enum link_kind reverse[LINK_KIND_COUNT] = {
		[LINK_SUPERSEDES] = LINK_SUPERSEDED_BY,
		[LINK_SUPERSEDED_BY] = LINK_SUPERSEDES,
		[LINK_AMENDS] = LINK_AMENDED_BY,
		[LINK_AMENDED_BY] = LINK_AMENDS,
		[LINK_DEPENDS_ON] = LINK_REQUIRED_BY,
		[LINK_REQUIRED_BY] = LINK_DEPENDS_ON,
		[LINK_CONFLICTS_WITH] = LINK_CONFLICTS_WITH,
		[LINK_RELATES_TO] = LINK_RELATES_TO,
		[LINK_OTHER] = LINK_OTHER,
	};
	return reverse[kind];
}
