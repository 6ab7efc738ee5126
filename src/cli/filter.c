/* SPDX-License-Identifier: MIT */
#include "filter.h"

#include "options.h"

static const char *const statuses[] = {"proposed",   "draft",      "accepted", "rejected",
				       "deprecated", "superseded", "none",     NULL};

static bool is_status(struct str word)
{
	for (const char *const *status = statuses; *status; status++)
		if (str_equal(str_of(*status), word))
			return true;
	return false;
}

enum outcome filter_check(const struct record_filter *filter, const char *command, struct error *error)
{
	LIST_EACH (struct str, word, &filter->statuses) {
		if (is_status(*word))
			continue;
		const char *nearest = nearest_word(*word, statuses);
		return fail_usage(error,
				  "adr %s: there is no status '%.*s'%s%s%s; they are proposed, draft, accepted, "
				  "rejected, deprecated, superseded and none",
				  command, STR_ARG(*word), nearest ? " (did you mean '" : "", nearest ? nearest : "",
				  nearest ? "'?)" : "");
	}
	return OUTCOME_OK;
}
