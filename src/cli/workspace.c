/* SPDX-License-Identifier: MIT */
#include "workspace.h"

#include "adr/base/digest.h"
#include "adr/base/file.h"
#include "adr/parse/read_config.h"
#include "adr/scan/scan.h"
#include "inherit.h"
#include "workspace_order.h"

#include <stdlib.h>

struct finding_projects {
	struct arena *arena;
	struct workspace *workspace;
	struct strs whole; /* roots of projects that a PATH named as a whole */
	struct str *known; /* hash table of the roots that were added; empty slots hold no text */
	size_t slots;      /* a power of two, at least twice the number of projects */
	struct error *error;
};

static const struct config *default_config(struct arena *arena)
{
	struct config *config = ARENA_NEW(arena, struct config);
	config_init(config);
	return config;
}

/* The settings in `root`/.adr.yml, or NULL when there are none. */
static enum outcome config_at(struct finding_projects *finding, struct str root, const struct config **config)
{
	struct str path = path_join(finding->arena, root, STR(".adr.yml"));
	*config = NULL;
	if (!file_exists(path.at))
		return OUTCOME_OK;
	struct config *own = ARENA_NEW(finding->arena, struct config);
	enum outcome outcome = read_config(finding->arena, path.at, own, finding->error);
	*config = own;
	return outcome;
}

static struct str *slot_of(struct str *known, size_t slots, struct str root)
{
	size_t slot = (size_t)digest_of(root).low & (slots - 1);
	while (!str_empty(known[slot]) && !str_equal(known[slot], root))
		slot = (slot + 1) & (slots - 1);
	return &known[slot];
}

#define SLOTS_LEAST 64

static void make_room(struct finding_projects *finding)
{
	if (2 * (finding->workspace->projects.count + 1) <= finding->slots)
		return;
	size_t slots = finding->slots ? 2 * finding->slots : SLOTS_LEAST;
	struct str *known = ARENA_ARRAY(finding->arena, struct str, slots);
	for (size_t i = 0; i < finding->slots; i++)
		if (!str_empty(finding->known[i]))
			*slot_of(known, slots, finding->known[i]) = finding->known[i];
	finding->known = known;
	finding->slots = slots;
}

/* True when the root is new; then it is no more. */
static bool is_new(struct finding_projects *finding, struct str root)
{
	make_room(finding);
	struct str *slot = slot_of(finding->known, finding->slots, root);
	if (!str_empty(*slot))
		return false;
	*slot = root;
	return true;
}

static enum outcome add_project(struct finding_projects *finding, struct str root, const struct config *own)
{
	if (!is_new(finding, root))
		return OUTCOME_OK;
	enum outcome outcome = own ? OUTCOME_OK : config_at(finding, root, &own);
	if (outcome != OUTCOME_OK)
		return outcome;
	struct project *project = LIST_ADD(finding->arena, &finding->workspace->projects);
	project->root = root;
	project->config = own ? own : default_config(finding->arena);
	project->name = !str_empty(project->config->name) ? project->config->name : path_name(root);
	if (str_empty(project->name))
		project->name = STR("root");
	return OUTCOME_OK;
}

static enum outcome add_whole_project(struct finding_projects *finding, struct str root, const struct config *own)
{
	*LIST_ADD(finding->arena, &finding->whole) = root;
	return add_project(finding, root, own);
}

/* The workspace's own directory holds records too when its settings say where. */
static bool is_project_itself(const struct config *config)
{
	return config->directories.count > 0;
}

static enum outcome add_members(struct finding_projects *finding, struct str root, const struct config *config)
{
	finding->workspace->config = config;
	if (is_project_itself(config)) {
		enum outcome outcome = add_whole_project(finding, root, config);
		if (outcome != OUTCOME_OK)
			return outcome;
	}
	for (size_t i = 0; i < config->projects.count; i++) {
		struct str member = path_join(finding->arena, root, config->projects.item[i]);
		struct str real;
		enum outcome outcome =
			path_real(finding->arena, arena_copy_z(finding->arena, member), &real, finding->error);
		if (outcome == OUTCOME_OK && !file_is_directory(real.at))
			outcome = fail(finding->error, "%.*s is no directory", STR_ARG(real));
		if (outcome != OUTCOME_OK)
			return failed_while(outcome, finding->error, "reading 'projects:' of %.*s",
					    STR_ARG(config->path));
		outcome = add_whole_project(finding, real, NULL);
		if (outcome != OUTCOME_OK)
			return outcome;
	}
	return OUTCOME_OK;
}

static enum outcome add_root(struct finding_projects *finding, struct str root)
{
	const struct config *config;
	enum outcome outcome = config_at(finding, root, &config);
	if (outcome != OUTCOME_OK)
		return outcome;
	if (config && config->projects.count > 0)
		return add_members(finding, root, config);
	return add_whole_project(finding, root, config);
}

static enum outcome add_directory(struct finding_projects *finding, const char *path)
{
	struct strs roots = {0};
	enum outcome outcome = scan_roots(finding->arena, path, &roots, finding->error);
	for (size_t i = 0; i < roots.count && outcome == OUTCOME_OK; i++)
		outcome = add_root(finding, roots.item[i]);
	return outcome;
}

static bool is_inside(struct str path, struct str directory)
{
	return str_starts(path, directory) &&
	       (path.length == directory.length || path.at[directory.length] == '/' || directory.length == 1);
}

/* The member of the workspace at `root` that `path` lies in, else `root` itself. */
static enum outcome member_around(struct finding_projects *finding, struct str path, const struct config *config,
				  struct str *root)
{
	struct str workspace = *root;
	for (size_t i = 0; i < config->projects.count; i++) {
		struct str member = path_join(finding->arena, workspace, config->projects.item[i]);
		struct str real;
		enum outcome outcome =
			path_real(finding->arena, arena_copy_z(finding->arena, member), &real, finding->error);
		if (outcome != OUTCOME_OK)
			return failed_while(outcome, finding->error, "reading 'projects:' of %.*s",
					    STR_ARG(config->path));
		if (is_inside(path, real))
			*root = real;
	}
	return OUTCOME_OK;
}

/* Adds the one project that `path` (absolute, real) lies in. */
static enum outcome add_project_around(struct finding_projects *finding, struct str path, struct str *root)
{
	const char *directory =
		file_is_directory(path.at) ? path.at : arena_copy_z(finding->arena, path_directory(path));
	const struct config *config = NULL;
	enum outcome outcome = scan_root_above(finding->arena, directory, root, finding->error);
	if (outcome == OUTCOME_OK)
		outcome = config_at(finding, *root, &config);
	if (outcome == OUTCOME_OK && config && config->projects.count > 0) {
		finding->workspace->config = config;
		struct str whole = *root;
		outcome = member_around(finding, path, config, root);
		if (!str_equal(whole, *root))
			config = NULL;
	}
	return outcome == OUTCOME_OK ? add_project(finding, *root, config) : outcome;
}

static enum outcome add_file(struct finding_projects *finding, const char *path)
{
	struct str real, root = {0};
	enum outcome outcome = path_real(finding->arena, path, &real, finding->error);
	if (outcome == OUTCOME_OK)
		outcome = add_project_around(finding, real, &root);
	if (outcome != OUTCOME_OK)
		return outcome;
	struct chosen_file *chosen = LIST_ADD(finding->arena, &finding->workspace->chosen);
	chosen->root = root;
	chosen->path = path_relative(finding->arena, real, root);
	return OUTCOME_OK;
}

/* No PATH: the workspace of the nearest .adr.yml with `projects:`, else the project around the working directory. */
static enum outcome add_surroundings(struct finding_projects *finding)
{
	struct str here, root = {0};
	enum outcome outcome = path_real(finding->arena, ".", &here, finding->error);
	for (struct str at = here; outcome == OUTCOME_OK;) {
		struct str path = scan_config_above(finding->arena, arena_copy_z(finding->arena, at));
		if (str_empty(path))
			break;
		const struct config *config;
		struct str directory = path_directory(path);
		outcome = config_at(finding, directory, &config);
		if (outcome == OUTCOME_OK && config && config->projects.count > 0)
			return add_members(finding, directory, config);
		if (directory.length <= 1)
			break;
		at = path_directory(directory);
	}
	if (outcome == OUTCOME_OK)
		outcome = scan_root_above(finding->arena, here.at, &root, finding->error);
	return outcome == OUTCOME_OK ? add_whole_project(finding, root, NULL) : outcome;
}

static int compare_paths(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

/* Every project that was found is one of those that the settings in `root` name, or lies in `root` itself. Members that
 * are not there do not matter. */
static bool has_all_members(const struct finding_projects *finding, struct str root, const struct config *config)
{
	struct strs members = {0};
	*LIST_ADD(finding->arena, &members) = root;
	LIST_EACH (const struct str, project, &config->projects) {
		struct error ignored;
		const char *path = path_join(finding->arena, root, *project).at;
		struct str real;
		if (path_real(finding->arena, path, &real, &ignored) == OUTCOME_OK)
			*LIST_ADD(finding->arena, &members) = real;
	}
	qsort(members.item, members.count, sizeof *members.item, compare_paths);
	LIST_EACH (const struct project, project, &finding->workspace->projects)
		if (!bsearch(&project->root, members.item, members.count, sizeof *members.item, compare_paths))
			return false;
	return true;
}

/* Projects that were named one by one are still those of their workspace: of the nearest .adr.yml above the first one
 * with `projects:` that names them all. */
static enum outcome adopt_workspace(struct finding_projects *finding)
{
	struct workspace *workspace = finding->workspace;
	struct str at = workspace->projects.count ? workspace->projects.item[0].root : (struct str){0};
	while (at.length > 1 && !workspace->config) {
		const struct config *config;
		struct str path = scan_config_above(finding->arena, arena_copy_z(finding->arena, at));
		struct str root = path_directory(path);
		if (str_empty(path))
			break;
		enum outcome outcome = config_at(finding, root, &config);
		if (outcome != OUTCOME_OK)
			return outcome;
		if (config && config->projects.count > 0 && has_all_members(finding, root, config))
			workspace->config = config;
		at = path_directory(root);
	}
	return OUTCOME_OK;
}

static enum outcome add_path(struct finding_projects *finding, const char *path)
{
	return file_exists(path) && !file_is_directory(path) ? add_file(finding, path) : add_directory(finding, path);
}

/* Numbers the projects that were found and hands the workspace's settings down to them. */
static void settle(struct finding_projects *finding)
{
	struct arena *arena = finding->arena;
	struct workspace *workspace = finding->workspace;
	workspace_order(arena, workspace, &finding->whole);
	if (!workspace->config)
		workspace->config =
			workspace->projects.count == 1 ? workspace->projects.item[0].config : default_config(arena);
	LIST_EACH (struct project, project, &workspace->projects)
		project->config = inherit_config(arena, project->config, workspace->config);
}

enum outcome workspace_find(struct arena *arena, const struct strs *paths, struct workspace *workspace,
			    struct error *error)
{
	*workspace = (struct workspace){.config = NULL};
	struct finding_projects finding = {.arena = arena, .workspace = workspace, .error = error};
	enum outcome outcome = OUTCOME_OK;
	for (size_t i = 0; i < paths->count && outcome == OUTCOME_OK; i++)
		outcome = add_path(&finding, arena_copy_z(arena, paths->item[i]));
	if (paths->count == 0)
		outcome = add_surroundings(&finding);
	else if (outcome == OUTCOME_OK)
		outcome = adopt_workspace(&finding);
	if (outcome == OUTCOME_OK)
		settle(&finding);
	return outcome;
}

enum outcome workspace_around(struct arena *arena, const char *path, struct workspace *workspace, struct error *error)
{
	*workspace = (struct workspace){.config = NULL};
	struct finding_projects finding = {.arena = arena, .workspace = workspace, .error = error};
	struct str real, root = {0};
	enum outcome outcome = path_real(arena, path, &real, error);
	if (outcome == OUTCOME_OK)
		outcome = add_project_around(&finding, real, &root);
	if (outcome == OUTCOME_OK)
		settle(&finding);
	return outcome;
}
