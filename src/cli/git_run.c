/* SPDX-License-Identifier: MIT */
#include "git_run.h"

#include "adr/base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* Settings of the repository that would run programs or use the network, set to do nothing. */
static const char *const before_command[] = {"--no-pager",
					     "--no-replace-objects",
					     "--literal-pathspecs",
					     "-c",
					     "core.fsmonitor=false",
					     "-c",
					     "core.hooksPath=/dev/null",
					     "-c",
					     "protocol.allow=never",
					     "-c",
					     "core.quotePath=false"};

#define BEFORE_COUNT (sizeof before_command / sizeof *before_command)

/* --- its environment ---------------------------------------------------------------------------------------------- */

/* Inside of a hook these say which repository and index are meant, whatever directory we ask about. */
static const char *const left_out[] = {"GIT_DIR=",
				       "GIT_WORK_TREE=",
				       "GIT_INDEX_FILE=",
				       "GIT_PREFIX=",
				       "GIT_COMMON_DIR=",
				       "GIT_NAMESPACE=",
				       "GIT_OBJECT_DIRECTORY=",
				       "GIT_ALTERNATE_OBJECT_DIRECTORIES=",
				       "LC_ALL=",
				       "LANGUAGE=",
				       NULL};

static const char *const set_instead[] = {"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0",
					  "GIT_NO_LAZY_FETCH=1", NULL};

static bool is_left_out(const char *variable)
{
	for (size_t i = 0; left_out[i]; i++)
		if (strncmp(variable, left_out[i], strlen(left_out[i])) == 0)
			return true;
	return false;
}

/* posix_spawn asks for writable texts. */
static char *writable(struct arena *arena, const char *text)
{
	size_t size = strlen(text) + 1;
	return memcpy(arena_take(arena, size), text, size);
}

static char **environment(struct arena *arena)
{
	size_t count = 0, kept = 0;
	while (environ[count])
		count++;
	char **variables = ARENA_ARRAY(arena, char *, count + sizeof set_instead / sizeof *set_instead);
	for (size_t i = 0; i < count; i++)
		if (!is_left_out(environ[i]))
			variables[kept++] = environ[i];
	for (size_t i = 0; set_instead[i]; i++)
		variables[kept++] = writable(arena, set_instead[i]);
	return variables;
}

static char **command_line(const struct git *git, const char *const *words)
{
	char **line = ARENA_ARRAY(git->arena, char *, 3 + BEFORE_COUNT + GIT_WORDS_MOST + 1);
	size_t count = 0;
	line[count++] = writable(git->arena, "git");
	line[count++] = writable(git->arena, "-C");
	line[count++] = writable(git->arena, arena_copy_z(git->arena, git->directory));
	for (size_t i = 0; i < BEFORE_COUNT; i++)
		line[count++] = writable(git->arena, before_command[i]);
	for (size_t i = 0; words[i]; i++)
		line[count++] = writable(git->arena, words[i]);
	return line;
}

/* --- starting and ending ------------------------------------------------------------------------------------------ */

/* A file without a name that holds `text`, ready to be read. */
static FILE *file_with(struct str text)
{
	FILE *file = tmpfile();
	if (!file)
		return NULL;
	if ((text.length == 0 || fwrite(text.at, 1, text.length, file) == text.length) && fflush(file) == 0 &&
	    fseek(file, 0, SEEK_SET) == 0)
		return file;
	fclose(file);
	return NULL;
}

static int spawn(const struct git *git, const char *const *words, FILE *input, int output, FILE *errors, pid_t *id)
{
	posix_spawn_file_actions_t actions;
	int reason = posix_spawn_file_actions_init(&actions);
	if (reason != 0)
		return reason;
	reason = posix_spawn_file_actions_adddup2(&actions, fileno(input), STDIN_FILENO);
	if (reason == 0)
		reason = posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
	if (reason == 0)
		reason = posix_spawn_file_actions_adddup2(&actions, fileno(errors), STDERR_FILENO);
	if (reason == 0)
		reason = posix_spawnp(id, "git", &actions, NULL, command_line(git, words), environment(git->arena));
	posix_spawn_file_actions_destroy(&actions);
	return reason;
}

static int start(const struct git *git, const char *const *words, struct str input, struct git_process *process)
{
	SCOPED(close_file) FILE *in = file_with(input);
	int ends[2] = {-1, -1};
	process->errors = file_with((struct str){0});
	if (!in || !process->errors || pipe(ends) != 0)
		return errno;
	int reason = fcntl(ends[0], F_SETFD, FD_CLOEXEC) != 0 || fcntl(ends[1], F_SETFD, FD_CLOEXEC) != 0 ? errno : 0;
	if (reason == 0)
		reason = spawn(git, words, in, ends[1], process->errors, &process->id);
	close(ends[1]);
	process->output = reason == 0 ? fdopen(ends[0], "rb") : NULL;
	if (reason == 0 && !process->output)
		reason = errno;
	if (!process->output)
		close(ends[0]);
	return reason;
}

enum outcome git_start(const struct git *git, const char *const *words, struct str input, struct git_process *process,
		       struct error *error)
{
	*process = (struct git_process){.id = 0};
	int reason = start(git, words, input, process);
	if (reason == 0)
		return OUTCOME_OK;
	git_abandon(process);
	if (reason == ENOENT)
		return fail(error, "there is no git program here, and --changed needs it; install git");
	return fail(error, "cannot run git: %s", strerror(reason));
}

static enum outcome wait_for(struct git_process *process, int *status, struct error *error)
{
	int ended = 0;
	pid_t id = process->id;
	process->id = 0;
	while (waitpid(id, &ended, 0) < 0)
		if (errno != EINTR)
			return fail(error, "cannot wait for git: %s", strerror(errno));
	if (!WIFEXITED(ended))
		return fail(error, "git was ended by signal %d", WTERMSIG(ended));
	*status = WEXITSTATUS(ended);
	return OUTCOME_OK;
}

/* "fatal: not a git repository" without the first word. */
static struct str first_complaint(struct arena *arena, FILE *errors)
{
	char head[512];
	size_t length = fseek(errors, 0, SEEK_SET) == 0 ? fread(head, 1, sizeof head, errors) : 0;
	struct str rest = {head, length}, line = {0};
	str_next_line(&rest, &line);
	if (str_starts(line, STR("fatal: ")))
		line = str_from(line, 7);
	return arena_copy(arena, line);
}

void git_abandon(struct git_process *process)
{
	struct error ignored;
	int status;
	close_file(&process->output);
	close_file(&process->errors);
	if (process->id > 0) {
		kill(process->id, SIGTERM);
		(void)!wait_for(process, &status, &ignored);
	}
	*process = (struct git_process){.id = 0};
}

enum outcome git_finish(const struct git *git, struct git_process *process, int *status, struct str *complaint,
			struct error *error)
{
	close_file(&process->output);
	process->output = NULL;
	enum outcome outcome = wait_for(process, status, error);
	if (outcome == OUTCOME_OK)
		*complaint = first_complaint(git->arena, process->errors);
	git_abandon(process);
	return outcome;
}

enum outcome git_ask(const struct git *git, const char *const *words, struct str *answer, int *status,
		     struct str *complaint, struct error *error)
{
	SCOPED(text_release) struct text all = {0};
	SCOPED(git_abandon) struct git_process process;
	char piece[8192];
	enum outcome outcome = git_start(git, words, (struct str){0}, &process, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	for (size_t length; (length = fread(piece, 1, sizeof piece, process.output)) > 0;) {
		text_add(&all, (struct str){piece, length});
		if (all.length > GIT_ANSWER_LIMIT)
			return fail(error, "git has too much to say about %.*s", STR_ARG(git->directory));
	}
	outcome = git_finish(git, &process, status, complaint, error);
	*answer = arena_copy(git->arena, text_str(&all));
	return outcome;
}
