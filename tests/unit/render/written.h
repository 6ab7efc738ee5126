/* SPDX-License-Identifier: MIT */
/* Catches what is written to a paper. */
#ifndef RENDER_WRITTEN_H
#define RENDER_WRITTEN_H

#include "adr/render/paper.h"
#include "adr/render/show.h"

#include <stdlib.h>

struct written {
	struct paper paper; /* 80 columns, no colour, no terminal; change it before writing */
	char *at;           /* NUL-terminated after written_end() */
	size_t length;
};

/* `written` may not move afterwards. */
static inline void written_begin(struct written *written)
{
	*written = (struct written){.paper = {.width = 80}};
	written->paper.stream = open_memstream(&written->at, &written->length);
	if (!written->paper.stream)
		abort();
}

static inline void written_end(struct written *written)
{
	if (written->paper.stream)
		fclose(written->paper.stream);
	written->paper.stream = NULL;
}

static inline void written_release(struct written *written)
{
	written_end(written);
	free(written->at);
}

static inline struct str written_str(const struct written *written)
{
	return (struct str){written->at, written->length};
}

/* Exports what a list holds. */
struct listed {
	const struct records *records;
	size_t next;
};

static inline const struct record *next_listed(void *context)
{
	struct listed *listed = context;
	return listed->next < listed->records->count ? &listed->records->item[listed->next++] : NULL;
}

static inline void export_list(struct paper *paper, const struct records *records, enum format format)
{
	struct listed listed = {.records = records};
	show_export(paper, next_listed, &listed, format);
}

#endif
