/* SPDX-License-Identifier: MIT */
#include "adr/model/finding.h"

#include "names.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static const struct rule_info rules[RULE_COUNT] = {
#define RULE(identifier, name, severity, summary, help) [RULE_##identifier] = {name, severity, summary, help},
#include "adr/model/rules.def"
#undef RULE
};

static const char *const severities[SEVERITY_COUNT] = {
	[SEVERITY_OFF] = "off",
	[SEVERITY_INFO] = "info",
	[SEVERITY_WARNING] = "warning",
	[SEVERITY_ERROR] = "error",
};

const struct rule_info *rule_info(enum rule rule)
{
	return &rules[rule];
}

bool rule_from_name(struct str name, enum rule *rule)
{
	for (size_t i = 0; i < RULE_COUNT; i++) {
		if (str_equal(str_of(rules[i].name), name)) {
			*rule = (enum rule)i;
			return true;
		}
	}
	return false;
}

const char *severity_name(enum severity severity)
{
	return severities[severity];
}

bool severity_from_name(struct str name, enum severity *severity)
{
	size_t position = name_position(severities, SEVERITY_COUNT, name);
	if (position < SEVERITY_COUNT)
		*severity = (enum severity)position;
	return position < SEVERITY_COUNT;
}

static struct str format_message(struct arena *arena, const char *format, va_list arguments)
	__attribute__((format(printf, 2, 0)));

static struct str format_message(struct arena *arena, const char *format, va_list arguments)
{
	va_list again;
	va_copy(again, arguments);
	int length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	assert(length >= 0);
	char *text = arena_take(arena, (size_t)length + 1);
	vsnprintf(text, (size_t)length + 1, format, arguments);
	return (struct str){text, (size_t)length};
}

struct finding *finding_add(struct arena *arena, struct findings *findings, enum rule rule, const struct source *source,
			    struct span span, const char *format, ...)
{
	struct finding *finding = LIST_ADD(arena, findings);
	finding->rule = rule;
	finding->severity = rules[rule].severity;
	finding->from = finding->to = (struct place){.line = span.line ? span.line : 1, .column = 1};
	if (source && span.line > 0) {
		finding->from = source_place(source, span.start);
		finding->to = source_place(source, span.start + span.length);
	}
	va_list arguments;
	va_start(arguments, format);
	finding->message = format_message(arena, format, arguments);
	va_end(arguments);
	return finding;
}

static int compare_numbers(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int compare_findings(const void *x, const void *y)
{
	const struct finding *a = x, *b = y;
	int order = str_compare(a->project, b->project);
	if (order == 0)
		order = str_compare(a->path, b->path);
	if (order == 0)
		order = compare_numbers(a->from.line, b->from.line);
	if (order == 0)
		order = compare_numbers(a->from.column, b->from.column);
	if (order == 0)
		order = compare_numbers(a->rule, b->rule);
	return order != 0 ? order : str_compare(a->message, b->message);
}

void findings_sort(struct findings *findings)
{
	if (findings->count == 0)
		return;
	qsort(findings->item, findings->count, sizeof(struct finding), compare_findings);
	size_t kept = 1;
	for (size_t i = 1; i < findings->count; i++)
		if (compare_findings(&findings->item[kept - 1], &findings->item[i]) != 0)
			findings->item[kept++] = findings->item[i];
	findings->count = kept;
}

enum severity findings_worst(const struct findings *findings)
{
	enum severity worst = SEVERITY_OFF;
	LIST_EACH (struct finding, finding, findings)
		if (finding->severity > worst)
			worst = finding->severity;
	return worst;
}
