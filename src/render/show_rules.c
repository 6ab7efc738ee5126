/* SPDX-License-Identifier: MIT */
/* `adr lint --list-rules`: the rule catalogue. */
#include "parts.h"

#include "adr/render/show.h"

#include <assert.h>

static size_t widest_name(void)
{
	size_t widest = 0;
	for (enum rule rule = 0; rule < RULE_COUNT; rule++) {
		size_t width = strlen(rule_info(rule)->name);
		widest = width > widest ? width : widest;
	}
	return widest;
}

static void rules_text(struct paper *paper)
{
	size_t names = widest_name();
	for (enum rule rule = 0; rule < RULE_COUNT; rule++) {
		const struct rule_info *info = rule_info(rule);
		paper_column(paper, STYLE_BOLD, str_of(info->name), names);
		paper_print(paper, "  ");
		paper_severity(paper, info->severity, true);
		paper_print(paper, "  ");
		size_t used = names + COLUMN_GAP + SEVERITY_WIDTH + COLUMN_GAP;
		paper_flow(paper, STYLE_PLAIN, str_of(info->summary), used, used, 0);
	}
}

static void rules_json(struct paper *paper)
{
	struct json json = open_report(paper);
	json_begin_array(&json, "rules");
	for (enum rule rule = 0; rule < RULE_COUNT; rule++) {
		const struct rule_info *info = rule_info(rule);
		json_begin_object(&json, NULL);
		json_name(&json, "rule", info->name);
		json_name(&json, "severity", severity_name(info->severity));
		json_name(&json, "summary", info->summary);
		json_name(&json, "help", info->help);
		json_end(&json);
	}
	json_end(&json);
	close_report(&json);
}

void show_rules(struct paper *paper, enum format format)
{
	assert(format == FORMAT_TEXT || format == FORMAT_JSON);
	if (format == FORMAT_JSON)
		rules_json(paper);
	else
		rules_text(paper);
}
