/* SPDX-License-Identifier: MIT */
/* The settings of a workspace stand with each of its projects: put together, what is said ten thousand times is said
 * once, so that reports need not ask each decision ten thousand times. */
#include "settings.h"

#include "adr/base/digest.h"
#include "adr/base/scope.h"
#include "adr/base/text.h"

#include <stdlib.h>

/* One item of a list, by what it says. */
struct saying {
	struct digest digest;
	size_t number; /* in the list */
};

struct sayings LIST_OF(struct saying);

static int by_digest(const void *x, const void *y)
{
	const struct saying *a = x, *b = y;
	if (a->digest.high != b->digest.high)
		return a->digest.high < b->digest.high ? -1 : 1;
	if (a->digest.low != b->digest.low)
		return a->digest.low < b->digest.low ? -1 : 1;
	return (a->number > b->number) - (a->number < b->number);
}

/* Parts are told apart by a byte that no setting holds. */
static void add_part(struct text *text, struct str part)
{
	text_add(text, part);
	text_add_byte(text, '\0');
}

static void add_parts(struct text *text, const struct strs *parts)
{
	LIST_EACH (const struct str, part, parts)
		add_part(text, *part);
	text_add_byte(text, '\1');
}

static void add_saying(struct arena *arena, struct sayings *all, const struct text *text)
{
	*LIST_ADD(arena, all) = (struct saying){digest_of(text_str(text)), all->count - 1};
}

/* For each item whether an earlier one says the same. */
static const bool *find_doubles(struct arena *arena, struct sayings *all)
{
	bool *doubled = ARENA_ARRAY(arena, bool, all->count);
	if (all->count)
		qsort(all->item, all->count, sizeof *all->item, by_digest);
	for (size_t i = 1; i < all->count; i++)
		doubled[all->item[i].number] = digest_equal(all->item[i].digest, all->item[i - 1].digest);
	return doubled;
}

#define KEEP_FIRST(arena, all, list)                                                                                   \
	do {                                                                                                           \
		const bool *doubled_ = find_doubles((arena), (all));                                                   \
		size_t kept_ = 0;                                                                                      \
		for (size_t i_ = 0; i_ < (list)->count; i_++)                                                          \
			if (!doubled_[i_])                                                                             \
				(list)->item[kept_++] = (list)->item[i_];                                              \
		(list)->count = kept_;                                                                                 \
	} while (0)

static void drop_standards(struct arena *arena, struct config *config)
{
	SCOPED(text_release) struct text text = {0};
	struct sayings all = {0};
	LIST_EACH (const struct standard, standard, &config->standards) {
		text_clear(&text);
		add_part(&text, standard->subject);
		add_part(&text, standard->option);
		add_part(&text, standard->scope);
		add_part(&text, standard->record);
		add_saying(arena, &all, &text);
	}
	KEEP_FIRST(arena, &all, &config->standards);
}

static void drop_waivers(struct arena *arena, struct config *config)
{
	SCOPED(text_release) struct text text = {0};
	struct sayings all = {0};
	LIST_EACH (const struct waiver, waiver, &config->waivers) {
		text_clear(&text);
		add_part(&text, waiver->subject);
		add_part(&text, waiver->reason);
		text_printf(&text, "%d %ld", waiver->until.set, (long)waiver->until.days);
		add_parts(&text, &waiver->projects);
		add_parts(&text, &waiver->records);
		add_saying(arena, &all, &text);
	}
	KEEP_FIRST(arena, &all, &config->waivers);
}

static void drop_authorities(struct arena *arena, struct config *config)
{
	SCOPED(text_release) struct text text = {0};
	struct sayings all = {0};
	LIST_EACH (const struct str, name, &config->authorities) {
		text_clear(&text);
		add_part(&text, *name);
		add_saying(arena, &all, &text);
	}
	KEEP_FIRST(arena, &all, &config->authorities);
}

void settings_drop_doubles(struct arena *arena, struct config *config)
{
	drop_standards(arena, config);
	drop_waivers(arena, config);
	drop_authorities(arena, config);
}
