/* SPDX-License-Identifier: MIT */
#include "writing.h"

#include <errno.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>

extern char **environ;

struct str writing_date(struct session *session)
{
	char buffer[DATE_TEXT_SIZE];
	struct str given = str_of(getenv("ADR_DATE"));
	return !str_empty(given) ? given : arena_copy(session->arena, str_of(date_format(session->as_of, buffer)));
}

enum outcome writing_print_path(struct session *session, struct str path, struct error *error)
{
	struct str here, real = {0};
	enum outcome outcome = path_real(session->arena, ".", &here, error);
	if (outcome == OUTCOME_OK)
		outcome = path_real(session->arena, arena_copy_z(session->arena, path), &real, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	paper_text(&session->out, STYLE_PLAIN, path_relative(session->arena, real, here));
	paper_print(&session->out, "\n");
	return OUTCOME_OK;
}

/* A word that posix_spawn may have: it asks for writable text. */
static char *writable(struct arena *arena, struct str text)
{
	char *copy = arena_take(arena, text.length + 1);
	memcpy(copy, text.at, text.length);
	return copy;
}

/* The variable holds a command with arguments, which only a shell can take apart; the path is handed over as "$1". */
static enum outcome run_editor(struct arena *arena, const char *editor, struct str path, struct error *error)
{
	struct str script = arena_printf(arena, "%s \"$1\"", editor);
	char *const words[] = {writable(arena, STR("sh")),  writable(arena, STR("-c")), writable(arena, script),
			       writable(arena, STR("adr")), writable(arena, path),      NULL};
	pid_t child;
	int status = 0;
	int reason = posix_spawnp(&child, "sh", NULL, NULL, words, environ);
	if (reason != 0)
		return fail(error, "cannot run %s: %s", editor, strerror(reason));
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return fail(error, "cannot wait for %s: %s", editor, strerror(errno));
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		return fail(error, "%s failed; the record is in %.*s", editor, STR_ARG(path));
	return OUTCOME_OK;
}

enum outcome writing_edit(struct session *session, struct str path, struct error *error)
{
	const char *editor = getenv("VISUAL");
	if (!editor || !*editor)
		editor = getenv("EDITOR");
	if (!editor || !*editor)
		return OUTCOME_OK;
	return run_editor(session->arena, editor, path, error);
}
