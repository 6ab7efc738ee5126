/* SPDX-License-Identifier: MIT */
/* The questions. Only commands that look at commits are used: those that look at the working tree would run the
 * repository's filters, so files on disk are compared here. */
#include "git_run.h"

#include "adr/base/file.h"
#include "adr/base/text.h"

#include <stdlib.h>

#define COMPARED_LIMIT ((size_t)64 << 20) /* bytes of a file; larger ones count as changed */

static bool is_commit(struct str text)
{
	if (text.length < 40 || text.length > 64) /* SHA-1, SHA-256 */
		return false;
	for (size_t i = 0; i < text.length; i++)
		if (!strchr("0123456789abcdef", text.at[i]))
			return false;
	return true;
}

static enum outcome ask_commit(const struct git *git, const char *const *words, struct str *commit, int *status,
			       struct error *error)
{
	struct str answer, complaint;
	enum outcome outcome = git_ask(git, words, &answer, status, &complaint, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	*commit = str_trim(answer);
	if (*status > 1 || (*status == 0 && !is_commit(*commit)))
		return fail(error, "%.*s: %.*s", STR_ARG(git->directory), STR_ARG(complaint));
	return OUTCOME_OK;
}

enum outcome git_merge_base(const struct git *git, struct str revision, struct str *commit, struct error *error)
{
	int status = 0;
	const char *named = arena_printf(git->arena, "%.*s^{commit}", STR_ARG(revision)).at;
	const char *const find[] = {"rev-parse", "--verify", "--quiet", "--end-of-options", named, NULL};
	struct str tip;
	enum outcome outcome = ask_commit(git, find, &tip, &status, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	if (status != 0)
		return fail(error, "%.*s: git knows no revision '%.*s' there; name another one, or fetch it first",
			    STR_ARG(git->directory), STR_ARG(revision));
	const char *const join[] = {"merge-base", arena_copy_z(git->arena, tip), "HEAD", NULL};
	outcome = ask_commit(git, join, commit, &status, error);
	if (outcome == OUTCOME_OK && status != 0)
		return fail(error,
			    "%.*s: '%.*s' and HEAD have no commit in common; a shallow clone needs more history "
			    "(git fetch --unshallow, fetch-depth: 0)",
			    STR_ARG(git->directory), STR_ARG(revision));
	return outcome;
}

static int compare_paths(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

enum outcome git_committed_changes(const struct git *git, struct str commit, struct strs *paths, struct error *error)
{
	int status;
	const char *const words[] = {"diff-tree",
				     "-r",
				     "-z",
				     "--name-only",
				     "--no-renames",
				     "--no-ext-diff",
				     "--no-textconv",
				     "--relative",
				     arena_copy_z(git->arena, commit),
				     "HEAD",
				     "--",
				     ".",
				     NULL};
	struct str answer, complaint, path;
	enum outcome outcome = git_ask(git, words, &answer, &status, &complaint, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	if (status != 0)
		return fail(error, "%.*s: %.*s", STR_ARG(git->directory), STR_ARG(complaint));
	while (str_next_part(&answer, '\0', &path))
		if (!str_empty(path))
			*LIST_ADD(git->arena, paths) = path;
	if (paths->count)
		qsort(paths->item, paths->count, sizeof *paths->item, compare_paths);
	return OUTCOME_OK;
}

/* --- files on disk ------------------------------------------------------------------------------------------------ */

/* Without the CR of CR LF. */
static size_t next_byte(struct str text, size_t at)
{
	return at + 1 < text.length && text.at[at] == '\r' && text.at[at + 1] == '\n' ? at + 1 : at;
}

static bool same_lines(struct str a, struct str b)
{
	size_t i = 0, j = 0;
	for (; i < a.length && j < b.length; i++, j++) {
		i = next_byte(a, i);
		j = next_byte(b, j);
		if (a.at[i] != b.at[j])
			return false;
	}
	return i >= a.length && j >= b.length;
}

/* A longer name is not asked for. With the line around it, it fits into LINE_SIZE. */
#define NAME_MOST 4000
#define LINE_SIZE 4096

/* The next answer of `cat-file --batch`: "OBJECT blob SIZE", the bytes, a line end; or the name and "missing", and then
 * object->at is NULL. False when the answers end. */
static bool read_object(struct arena *arena, FILE *output, struct str *object)
{
	char head[LINE_SIZE];
	int32_t length;
	*object = (struct str){0};
	if (!fgets(head, sizeof head, output))
		return false;
	struct str line = str_trim(str_of(head)), name, type = {0};
	if (!str_next_part(&line, ' ', &name) || !is_commit(name))
		return true;
	if (!str_next_part(&line, ' ', &type) || !str_to_number(line, &length) || (size_t)length > COMPARED_LIMIT)
		return false;
	char *bytes = arena_take(arena, (size_t)length + 1);
	*object = (struct str){bytes, (size_t)length};
	return fread(bytes, 1, (size_t)length + 1, output) == (size_t)length + 1;
}

static bool is_edited(struct arena *arena, const struct git *git, struct str path, struct str object)
{
	struct error ignored;
	struct str text;
	const char *file = path_join(arena, git->directory, path).at;
	if (!object.at || file_read(arena, file, COMPARED_LIMIT, &text, &ignored) != OUTCOME_OK)
		return true;
	return !same_lines(text, object);
}

/* git takes names line by line; the few that hold a line break count as edited. */
static bool can_be_asked(struct str path)
{
	return str_find_byte(path, '\n') == STR_NOT_FOUND && path.length < NAME_MOST;
}

static enum outcome compare_files(const struct git *git, const struct strs *paths, struct git_process *process,
				  bool *edited, struct error *error)
{
	struct arena *scratch = arena_new();
	bool answered = true;
	for (size_t i = 0; i < paths->count && answered; i++) {
		struct str object;
		edited[i] = !can_be_asked(paths->item[i]);
		if (edited[i])
			continue;
		answered = read_object(scratch, process->output, &object);
		edited[i] = answered && is_edited(scratch, git, paths->item[i], object);
		arena_reset(scratch);
	}
	arena_free(scratch);
	int status = 0;
	struct str complaint = {0};
	enum outcome outcome = git_finish(git, process, &status, &complaint, error);
	if (outcome == OUTCOME_OK && (!answered || status != 0))
		return fail(error, "%.*s: git cat-file failed: %.*s", STR_ARG(git->directory), STR_ARG(complaint));
	return outcome;
}

enum outcome git_edited(const struct git *git, const struct strs *paths, bool *edited, struct error *error)
{
	static const char *const words[] = {"cat-file", "--batch", NULL};
	SCOPED(text_release) struct text names = {0};
	SCOPED(git_abandon) struct git_process process;
	LIST_EACH (const struct str, path, paths)
		if (can_be_asked(*path))
			text_printf(&names, "HEAD:./%.*s\n", STR_ARG(*path));
	enum outcome outcome = git_start(git, words, text_str(&names), &process, error);
	return outcome == OUTCOME_OK ? compare_files(git, paths, &process, edited, error) : outcome;
}
