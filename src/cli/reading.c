/* SPDX-License-Identifier: MIT */
/* A ring of batches that workers fill and the caller empties, both in order:
 *
 *     next_to_fill   the next batch that somebody begins
 *     next_to_take   the batch that the caller waits for or empties
 *
 * Batch n lives in slot n % SLOTS; nobody begins it before batch n - SLOTS was emptied, and what was read ahead is no
 * longer too much. While the batch that the caller needs is not there it fills others itself: with a thread for each
 * processor, the caller included, all of them have work until the end. */
#include "reading.h"

#include "adr/parse/read_record.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#define BATCH_FILES 32
#define BATCH_BYTES ((int64_t)1 << 20) /* a batch ends when its files are this large together */
#define SLOTS 32
#define BYTES_AHEAD_MOST ((int64_t)12 << 20) /* of files that are read and not taken yet */
#define WORKERS_MOST 64
#define SLOT_ARENA_MOST ((size_t)4 << 20) /* an arena that one huge file blew up is not kept */

struct batch {
	size_t from, to; /* jobs[from] up to, not including, jobs[to] */
	int64_t bytes;   /* of these files */
};

struct slot {
	struct arena *arena;
	struct reading_result *results;
	bool filled;
};

struct crew {
	const struct jobs *jobs;
	unsigned work;
	struct batch *batches;
	size_t batch_count;
	struct slot slots[SLOTS];
	size_t next_to_fill, next_to_take;
	int64_t bytes_ahead; /* of the batches between these two */
	bool stop;
	struct reader *reader; /* the caller's own */
	struct arena *arena;
	struct jobs put_off;
	pthread_mutex_t lock;
	pthread_cond_t filled, emptied;
};

static struct batch *cut_batches(struct arena *arena, const struct jobs *jobs, size_t *count)
{
	struct batch *batches = ARENA_ARRAY(arena, struct batch, jobs->count + 1);
	int64_t bytes = 0;
	size_t from = 0;
	*count = 0;
	for (size_t i = 0; i < jobs->count; i++) {
		bytes += jobs->item[i].stamp.size;
		if (i + 1 - from == BATCH_FILES || bytes >= BATCH_BYTES || i + 1 == jobs->count) {
			batches[(*count)++] = (struct batch){from, i + 1, bytes};
			from = i + 1;
			bytes = 0;
		}
	}
	return batches;
}

static void fail_reading(struct reading_result *result, struct arena *arena, const struct error *error, bool gone)
{
	result->state = gone ? READING_GONE : READING_FAILED;
	result->reason = arena_copy(arena, str_of(error->text));
	struct record *record = &result->record;
	*record = (struct record){
		.project = result->job->project, .path = result->job->path, .kind = KIND_OTHER, .number = -1};
	finding_add(arena, &record->findings, RULE_FILE_UNREADABLE, NULL, (struct span){0}, "%s", error->text);
}

static void work_on_record(const struct reading_result *result, const struct source *source, struct arena *arena,
			   unsigned work, struct record *record)
{
	if (record->kind != KIND_RECORD)
		return;
	if ((work & WORK_CLAIMS) && result->job->matcher)
		derive_claims(result->job->matcher, source, arena, record);
	if (work & WORK_CLAIMS)
		derive_due(arena, record);
	if (work & WORK_LINT)
		lint_record(source, result->job->project->config, arena, record);
}

static void read_one(struct reader *reader, struct arena *arena, const struct job *job, unsigned work,
		     struct reading_result *result)
{
	struct error error;
	*result = (struct reading_result){.job = job, .state = READING_DONE};
	struct str path = path_join(arena, job->project->root, job->path);
	errno = 0;
	if (file_read_head(arena, path.at, READ_FILE_LIMIT, &result->text, &error) != OUTCOME_OK) {
		fail_reading(result, arena, &error, errno == ENOENT || errno == ENOTDIR);
		return;
	}
	result->digest = digest_of(result->text);
	if (job->known && digest_equal(*job->known, result->digest)) {
		result->state = READING_SAME;
		return;
	}
	struct source source;
	source_init(&source, arena, job->path, result->text);
	read_record(reader, &source, job->project, job->path, arena, &result->record, &result->decisions);
	work_on_record(result, &source, arena, work, &result->record);
	LIST_EACH (struct record, decision, &result->decisions)
		work_on_record(result, &source, arena, work, decision);
}

static void fill_slot(struct crew *crew, struct reader *reader, size_t number)
{
	struct slot *slot = &crew->slots[number % SLOTS];
	const struct batch *batch = &crew->batches[number];
	slot->results = ARENA_ARRAY(slot->arena, struct reading_result, batch->to - batch->from);
	for (size_t i = batch->from; i < batch->to; i++)
		read_one(reader, slot->arena, &crew->jobs->item[i], crew->work, &slot->results[i - batch->from]);
}

/* The batch that the caller waits for always has room. */
static bool has_room(const struct crew *crew)
{
	size_t ahead = crew->next_to_fill - crew->next_to_take;
	return ahead == 0 || (ahead < SLOTS && crew->bytes_ahead < BYTES_AHEAD_MOST);
}

/* Takes the next batch to fill, if there is one that may be begun. */
static bool claim_batch(struct crew *crew, size_t *number)
{
	if (crew->stop || crew->next_to_fill == crew->batch_count || !has_room(crew))
		return false;
	*number = crew->next_to_fill++;
	crew->bytes_ahead += crew->batches[*number].bytes;
	return true;
}

/* Called with the lock held, which is let go meanwhile. */
static void fill_claimed(struct crew *crew, struct reader *reader, size_t number)
{
	pthread_mutex_unlock(&crew->lock);
	fill_slot(crew, reader, number);
	pthread_mutex_lock(&crew->lock);
	crew->slots[number % SLOTS].filled = true;
	pthread_cond_broadcast(&crew->filled);
}

static void *work_through(void *argument)
{
	struct crew *crew = argument;
	struct reader *reader = reader_new(&vocabulary_builtin);
	size_t number;
	pthread_mutex_lock(&crew->lock);
	while (!crew->stop && crew->next_to_fill < crew->batch_count) {
		if (claim_batch(crew, &number))
			fill_claimed(crew, reader, number);
		else
			pthread_cond_wait(&crew->emptied, &crew->lock);
	}
	pthread_mutex_unlock(&crew->lock);
	reader_free(reader);
	return NULL;
}

/* Returns when the slot is filled; until then the caller works as well. */
static void wait_for_slot(struct crew *crew, const struct slot *slot)
{
	size_t number;
	pthread_mutex_lock(&crew->lock);
	while (!slot->filled) {
		if (claim_batch(crew, &number))
			fill_claimed(crew, crew->reader, number);
		else
			pthread_cond_wait(&crew->filled, &crew->lock);
	}
	pthread_mutex_unlock(&crew->lock);
}

static void give_slot_back(struct crew *crew, struct slot *slot)
{
	if (arena_used(slot->arena) > SLOT_ARENA_MOST) {
		arena_free(slot->arena);
		slot->arena = arena_new();
	} else {
		arena_reset(slot->arena);
	}
	pthread_mutex_lock(&crew->lock);
	slot->filled = false;
	crew->bytes_ahead -= crew->batches[crew->next_to_take++].bytes;
	pthread_cond_broadcast(&crew->emptied);
	pthread_mutex_unlock(&crew->lock);
}

/* The files of a project vote on the order of its dates; one that would need to know the result waits for it. */
static enum outcome take_or_put_off(struct crew *crew, const struct reading_result *result, reading_taker take,
				    void *context, struct error *error)
{
	struct project *project = result->job->project;
	const struct date_reading *dates = &result->record.date_reading;
	if (project->date_order_settled)
		return take(context, result, error);
	project_add_vote(project, result->state == READING_DONE ? dates->vote : result->job->known_vote);
	if (result->state != READING_DONE || !dates->asked)
		return take(context, result, error);
	struct job *job = LIST_ADD(crew->arena, &crew->put_off);
	*job = *result->job;
	job->known = NULL;
	return OUTCOME_OK;
}

static enum outcome take_batches(struct crew *crew, reading_taker take, reading_progress progress, void *context,
				 struct error *error)
{
	enum outcome outcome = OUTCOME_OK;
	for (size_t number = 0; number < crew->batch_count && outcome == OUTCOME_OK; number++) {
		struct slot *slot = &crew->slots[number % SLOTS];
		const struct batch *batch = &crew->batches[number];
		wait_for_slot(crew, slot);
		for (size_t i = 0; i < batch->to - batch->from && outcome == OUTCOME_OK; i++)
			outcome = take_or_put_off(crew, &slot->results[i], take, context, error);
		give_slot_back(crew, slot);
		if (progress)
			progress(context, batch->to);
	}
	return outcome;
}

/* Beside the caller. */
static size_t worker_count(size_t batches)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	size_t count = cores > 1 ? (size_t)cores - 1 : 0;
	if (count > WORKERS_MOST)
		count = WORKERS_MOST;
	return count < batches ? count : batches - 1;
}

static void crew_init(struct crew *crew, struct arena *arena, const struct jobs *jobs, unsigned work)
{
	crew->jobs = jobs;
	crew->work = work;
	crew->arena = arena;
	crew->reader = reader_new(&vocabulary_builtin);
	crew->batches = cut_batches(arena, jobs, &crew->batch_count);
	pthread_mutex_init(&crew->lock, NULL);
	pthread_cond_init(&crew->filled, NULL);
	pthread_cond_init(&crew->emptied, NULL);
	for (size_t i = 0; i < SLOTS && i < crew->batch_count; i++)
		crew->slots[i].arena = arena_new();
}

static void crew_release(struct crew *crew)
{
	for (size_t i = 0; i < SLOTS; i++)
		arena_free(crew->slots[i].arena);
	reader_free(crew->reader);
	pthread_cond_destroy(&crew->emptied);
	pthread_cond_destroy(&crew->filled);
	pthread_mutex_destroy(&crew->lock);
}

/* Fewer where the system has no more threads: the caller gets everything done alone, if it must. */
static size_t start_workers(struct crew *crew, pthread_t workers[WORKERS_MOST])
{
	size_t wanted = worker_count(crew->batch_count), started = 0;
	while (started < wanted && pthread_create(&workers[started], NULL, work_through, crew) == 0)
		started++;
	return started;
}

static void stop_workers(struct crew *crew, pthread_t workers[WORKERS_MOST], size_t count)
{
	pthread_mutex_lock(&crew->lock);
	crew->stop = true;
	pthread_cond_broadcast(&crew->emptied);
	pthread_mutex_unlock(&crew->lock);
	for (size_t i = 0; i < count; i++)
		pthread_join(workers[i], NULL);
}

/* One round; what is put off is added to `put_off`, in `arena`. */
static enum outcome read_files(struct arena *arena, const struct jobs *jobs, unsigned work, struct jobs *put_off,
			       reading_taker take, reading_progress progress, void *context, struct error *error)
{
	struct crew crew = {.next_to_fill = 0};
	pthread_t workers[WORKERS_MOST];
	crew_init(&crew, arena, jobs, work);
	size_t started = start_workers(&crew, workers);
	enum outcome outcome = take_batches(&crew, take, progress, context, error);
	stop_workers(&crew, workers, started);
	crew_release(&crew);
	*put_off = crew.put_off;
	return outcome;
}

enum outcome read_all_files(const struct jobs *jobs, unsigned work, reading_taker take, reading_progress progress,
			    void *context, struct error *error)
{
	if (jobs->count == 0)
		return OUTCOME_OK;
	struct arena *arena = arena_new();
	struct jobs put_off = {0}, none = {0};
	read_prepare();
	enum outcome outcome = read_files(arena, jobs, work, &put_off, take, progress, context, error);
	LIST_EACH (struct job, job, jobs)
		project_settle_dates(job->project);
	if (outcome == OUTCOME_OK && put_off.count > 0)
		outcome = read_files(arena, &put_off, work, &none, take, NULL, context, error);
	assert(none.count == 0);
	arena_free(arena);
	return outcome;
}
