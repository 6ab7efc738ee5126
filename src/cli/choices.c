/* SPDX-License-Identifier: MIT */
#include "choices.h"

const struct choice lint_formats[] = {
	{"text", FORMAT_TEXT},         {"json", FORMAT_JSON},     {"csv", FORMAT_CSV},
	{"markdown", FORMAT_MARKDOWN}, {"github", FORMAT_GITHUB}, {"gitlab", FORMAT_GITLAB},
	{"junit", FORMAT_JUNIT},       {"sarif", FORMAT_SARIF},   {NULL, 0}};

const struct choice review_formats[] = {{"text", FORMAT_TEXT},
					{"json", FORMAT_JSON},
					{"csv", FORMAT_CSV},
					{"markdown", FORMAT_MARKDOWN},
					{"github", FORMAT_GITHUB},
					{"gitlab", FORMAT_GITLAB},
					{"junit", FORMAT_JUNIT},
					{"sarif", FORMAT_SARIF},
					{"ics", FORMAT_ICS},
					{"atom", FORMAT_ATOM},
					{NULL, 0}};

const struct choice conflict_formats[] = {{"text", FORMAT_TEXT},
					  {"json", FORMAT_JSON},
					  {"markdown", FORMAT_MARKDOWN},
					  {"github", FORMAT_GITHUB},
					  {"gitlab", FORMAT_GITLAB},
					  {"sarif", FORMAT_SARIF},
					  {NULL, 0}};

const struct choice text_or_json[] = {{"text", FORMAT_TEXT}, {"json", FORMAT_JSON}, {NULL, 0}};
