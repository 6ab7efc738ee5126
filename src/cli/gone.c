/* SPDX-License-Identifier: MIT */
#include "gone.h"

#define NAMED_MOST 3

void gone_note(const struct session *session, struct gone_files *gone, const struct project *project, struct str reason)
{
	if (gone->project != project)
		gone_finish(session, gone);
	gone->project = project;
	if (++gone->count <= NAMED_MOST)
		session_note(session, "%.*s", STR_ARG(reason));
}

void gone_finish(const struct session *session, struct gone_files *gone)
{
	size_t more = gone->count > NAMED_MOST ? gone->count - NAMED_MOST : 0;
	if (more > 0)
		session_note(session, "%.*s: %zu more file%s gone", STR_ARG(gone->project->name), more,
			     more == 1 ? " is" : "s are");
	*gone = (struct gone_files){0};
}
