/* SPDX-License-Identifier: MIT */
/* Which projects a command is about: PATH arguments, or what lies around the working directory (CONTRACT.md). */
#ifndef ADR_CLI_WORKSPACE_H
#define ADR_CLI_WORKSPACE_H

#include "adr/base/error.h"
#include "adr/base/scope.h"
#include "adr/model/config.h"
#include "adr/model/project.h"

/* A PATH argument that was a file: of its project, only such records are meant. */
struct chosen_file {
	struct str root;  /* of the project */
	uint32_t project; /* its number */
	struct str path;  /* relative to the root */
};

struct workspace {
	struct projects projects;    /* by name; numbered in this order; names are unique */
	struct chosen_files LIST_OF(struct chosen_file) chosen; /* by project, then path */
	const struct config *config; /* of the workspace itself; defaults when it has no .adr.yml */
};

/* Finds the projects and reads their settings. A project's settings start from those of the workspace. */
NODISCARD enum outcome workspace_find(struct arena *arena, const struct strs *paths, struct workspace *workspace,
				      struct error *error);

/* Only the project that `path` lies in: a member of a workspace, else the nearest root above it. */
NODISCARD enum outcome workspace_around(struct arena *arena, const char *path, struct workspace *workspace,
					struct error *error);

/* The project of that name, or NULL. */
const struct project *workspace_project(const struct workspace *workspace, struct str name);

/* Whether a record is one that the PATH arguments mean: of a project named as a whole, or a file that was named. */
bool workspace_means(const struct workspace *workspace, struct str project, struct str path);

#endif
