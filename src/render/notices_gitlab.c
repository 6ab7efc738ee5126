/* SPDX-License-Identifier: MIT */
/* A Code Quality report of GitLab: docs.gitlab.com, "Code Quality", "Code Quality report format". */
#include "lines.h"
#include "notice.h"

static const char *severity_word(enum severity severity)
{
	switch (severity) {
	case SEVERITY_ERROR:
		return "major";
	case SEVERITY_WARNING:
		return "minor";
	case SEVERITY_INFO:
	case SEVERITY_OFF:
	case SEVERITY_COUNT:
		break;
	}
	return "info";
}

static void json_clean(struct json *json, const char *key, struct str text)
{
	SCOPED(text_release) struct text clean = {0};
	add_clean(&clean, text);
	json_text(json, key, text_str(&clean));
}

/* GitLab shows nothing that has no file and line. */
static void json_location(struct json *json, const struct notice *notice)
{
	uint32_t line = notice->from.line ? notice->from.line : 1;
	json_begin_object(json, "location");
	json_text(json, "path", str_empty(notice->file) ? STR(".adr.yml") : notice->file);
	json_begin_object(json, "lines");
	json_number(json, "begin", line);
	json_number(json, "end", notice->to.line > line ? notice->to.line : line);
	json_end(json);
	json_end(json);
}

void notices_gitlab(struct paper *paper, const struct notices *notices, const struct notice_report *report UNUSED)
{
	struct json json = json_open(paper->stream, JSON_PRETTY);
	json_begin_array(&json, NULL);
	LIST_EACH (const struct notice, notice, notices) {
		json_begin_object(&json, NULL);
		json_clean(&json, "description", notice->message);
		json_name(&json, "check_name", notice->rule->name);
		json_name(&json, "fingerprint", notice->fingerprint);
		json_name(&json, "severity", severity_word(notice->severity));
		json_location(&json, notice);
		json_end(&json);
	}
	json_end(&json);
	json_close(&json);
}
