/* SPDX-License-Identifier: MIT */
#include "matchers.h"

struct matchers matchers_new(struct arena *arena, const struct workspace *workspace)
{
	return (struct matchers){.arena = arena,
				 .shared_catalog = &workspace->config->catalog,
				 .own = ARENA_ARRAY(arena, const struct matcher *, workspace->projects.count)};
}

static const struct matcher *made(struct matchers *matchers, const struct matcher **matcher,
				  const struct catalog *catalog)
{
	if (!*matcher)
		*matcher = matcher_new(matchers->arena, &catalog_builtin, catalog);
	return *matcher;
}

const struct matcher *matcher_for(struct matchers *matchers, const struct project *project)
{
	const struct catalog *catalog = &project->config->catalog;
	if (catalog->subject_count > 0 && catalog->subjects != matchers->shared_catalog->subjects)
		return made(matchers, &matchers->own[project->number], catalog);
	return made(matchers, &matchers->shared, matchers->shared_catalog);
}
