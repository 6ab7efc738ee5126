/* SPDX-License-Identifier: MIT */
#include "matchers.h"

struct matchers matchers_new(struct arena *arena, const struct workspace *workspace)
{
	struct matchers matchers = {.arena = arena, .shared_catalog = &workspace->config->catalog};
	matchers.shared = matcher_new(arena, &catalog_builtin, matchers.shared_catalog);
	matchers.own = ARENA_ARRAY(arena, const struct matcher *, workspace->projects.count);
	LIST_EACH (struct project, project, &workspace->projects) {
		const struct catalog *catalog = &project->config->catalog;
		if (catalog->subject_count > 0 && catalog->subjects != matchers.shared_catalog->subjects)
			matchers.own[project->number] = matcher_new(arena, &catalog_builtin, catalog);
	}
	return matchers;
}

const struct matcher *matcher_for(const struct matchers *matchers, const struct project *project)
{
	const struct matcher *own = matchers->own[project->number];
	return own ? own : matchers->shared;
}
