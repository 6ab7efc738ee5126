/* SPDX-License-Identifier: MIT */
/* SARIF 2.1.0, the OASIS Standard "Static Analysis Results Interchange Format", for code scanning. Section numbers
 * below are its. Files are relative to %SRCROOT%, which whoever reads the log knows. */
#include "lines.h"
#include "notice.h"
#include "uri.h"

#include <stdlib.h>

static const char *level_name(enum severity severity) /* 3.27.10 */
{
	switch (severity) {
	case SEVERITY_ERROR:
		return "error";
	case SEVERITY_WARNING:
		return "warning";
	case SEVERITY_INFO:
		return "note";
	case SEVERITY_OFF:
	case SEVERITY_COUNT:
		break;
	}
	return "none";
}

static void json_message(struct json *json, const char *key, struct str text) /* 3.11 */
{
	SCOPED(text_release) struct text clean = {0};
	add_clean(&clean, text);
	json_begin_object(json, key);
	json_text(json, "text", text_str(&clean));
	json_end(json);
}

struct rules LIST_OF(const struct rule_info *);

static int compare_rules(const void *left, const void *right)
{
	const struct rule_info *const *a = left, *const *b = right;
	return strcmp((*a)->name, (*b)->name);
}

static int64_t rule_index(const struct rules *rules, const struct rule_info *rule)
{
	const struct rule_info *const *found =
		bsearch(&rule, rules->item, rules->count, sizeof(*rules->item), compare_rules);
	return found - rules->item;
}

/* Those that the notices name, by name. */
static struct rules rules_of(struct arena *arena, const struct notices *notices)
{
	struct rules rules = {0};
	LIST_EACH (const struct notice, notice, notices) {
		bool there = false;
		for (size_t i = 0; i < rules.count && !there; i++)
			there = rules.item[i] == notice->rule;
		if (!there)
			*LIST_ADD(arena, &rules) = notice->rule;
	}
	if (rules.count > 0)
		qsort(rules.item, rules.count, sizeof(*rules.item), compare_rules);
	return rules;
}

static void json_rules(struct json *json, const struct rules *rules) /* 3.49 */
{
	json_begin_array(json, "rules");
	for (size_t i = 0; i < rules->count; i++) {
		const struct rule_info *rule = rules->item[i];
		json_begin_object(json, NULL);
		json_name(json, "id", rule->name);
		json_message(json, "shortDescription", str_of(rule->summary));
		json_message(json, "fullDescription", str_of(rule->summary));
		json_message(json, "help", str_of(rule->help));
		json_begin_object(json, "defaultConfiguration");
		json_name(json, "level", level_name(rule->severity));
		json_end(json);
		json_end(json);
	}
	json_end(json);
}

/* A file outside of the repository is relative to nothing that a reader knows: it has no base. */
static void json_artifact(struct json *json, struct str file) /* 3.4 */
{
	SCOPED(text_release) struct text uri = {0};
	add_uri_path(&uri, file);
	json_begin_object(json, "artifactLocation");
	json_text(json, "uri", text_str(&uri));
	if (!str_starts(file, STR("../")) && !str_starts(file, STR("/")))
		json_name(json, "uriBaseId", "%SRCROOT%");
	json_end(json);
}

static void json_region(struct json *json, struct place from, struct place to) /* 3.30 */
{
	if (from.line == 0)
		return;
	json_begin_object(json, "region");
	json_number(json, "startLine", from.line);
	if (from.column > 0)
		json_number(json, "startColumn", from.column);
	bool ends = to.line > from.line || (to.line == from.line && to.column >= from.column);
	if (ends && from.column > 0 && to.column > 0) {
		json_number(json, "endLine", to.line);
		json_number(json, "endColumn", to.column);
	}
	json_end(json);
}

static void json_physical(struct json *json, struct str file, struct place from, struct place to) /* 3.29 */
{
	json_begin_object(json, "physicalLocation");
	json_artifact(json, file);
	json_region(json, from, to);
	json_end(json);
}

static void json_locations(struct json *json, const struct notice *notice) /* 3.28 */
{
	json_begin_array(json, "locations");
	if (!str_empty(notice->file)) {
		json_begin_object(json, NULL);
		json_physical(json, notice->file, notice->from, notice->to);
		json_end(json);
	}
	json_end(json);
}

static void json_related(struct json *json, const struct notice *notice) /* 3.27.22 */
{
	if (notice->related.count == 0)
		return;
	json_begin_array(json, "relatedLocations");
	int64_t id = 1;
	LIST_EACH (const struct related, related, &notice->related) {
		const struct place at = {.line = related->line};
		json_begin_object(json, NULL);
		json_number(json, "id", id++);
		json_physical(json, related->file, at, at);
		json_message(json, "message", related->message);
		json_end(json);
	}
	json_end(json);
}

static void json_result(struct json *json, const struct rules *rules, const struct notice *notice) /* 3.27 */
{
	json_begin_object(json, NULL);
	json_name(json, "ruleId", notice->rule->name);
	json_number(json, "ruleIndex", rule_index(rules, notice->rule));
	json_name(json, "level", level_name(notice->severity));
	json_message(json, "message", notice->message);
	json_locations(json, notice);
	json_related(json, notice);
	json_begin_object(json, "partialFingerprints");
	json_name(json, "adrNotice/v1", notice->fingerprint);
	json_name(json, "primaryLocationLineHash", notice->fingerprint); /* the one that GitHub compares */
	json_end(json);
	if (!str_empty(notice->url))
		json_text(json, "hostedViewerUri", notice->url);
	json_end(json);
}

void notices_sarif(struct paper *paper, const struct notices *notices, const struct notice_report *report)
{
	SCOPED(scoped_arena_free) struct arena *arena = arena_new();
	struct rules rules = rules_of(arena, notices);
	struct json json = json_open(paper->stream, JSON_PRETTY);
	json_begin_object(&json, NULL);
	json_name(&json, "$schema",
		  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json");
	json_name(&json, "version", "2.1.0");
	json_begin_array(&json, "runs");
	json_begin_object(&json, NULL);
	json_begin_object(&json, "tool");
	json_begin_object(&json, "driver");
	json_name(&json, "name", "adr");
	json_rules(&json, &rules);
	json_end(&json);
	json_end(&json);
	json_begin_object(&json, "automationDetails"); /* so that one command's log does not replace another's */
	json_text(&json, "id", arena_printf(arena, "adr %s/", report->command));
	json_end(&json);
	json_name(&json, "columnKind", "unicodeCodePoints");
	json_begin_array(&json, "results");
	LIST_EACH (const struct notice, notice, notices)
		json_result(&json, &rules, notice);
	json_end(&json);
	json_end(&json);
	json_end(&json);
	json_end(&json);
	json_close(&json);
}
