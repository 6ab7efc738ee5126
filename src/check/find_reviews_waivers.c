/* SPDX-License-Identifier: MIT */
#include "find_reviews.h"

/* A workspace's waivers stand with each of its projects: the same place in the same file is the same waiver. */
static bool is_listed(const struct reviews *reviews, const struct waiver *waiver)
{
	LIST_EACH (const struct review, review, reviews) {
		const struct waiver *other = review->waiver;
		if (other && other->line == waiver->line && str_equal(other->file, waiver->file) && date_equal(other->until, waiver->until) &&
		    str_equal(other->subject, waiver->subject) && str_equal(other->reason, waiver->reason))
			return true;
	}
	return false;
}

/* The only project that it is limited to, by name or by the ids of its records. */
static struct str project_of(const struct waiver *waiver)
{
	if (waiver->projects.count == 1)
		return waiver->projects.item[0];
	struct str project = {0};
	LIST_EACH (const struct str, id, &waiver->records) {
		size_t slash = str_find_byte(*id, '/');
		struct str own = str_slice(*id, 0, slash == STR_NOT_FOUND ? 0 : slash);
		if (!str_empty(project) && !str_equal(project, own))
			return (struct str){0};
		project = own;
	}
	return project;
}

void review_add_waivers(const struct review_material *material, const struct review_options *options,
			struct arena *arena, struct reviews *reviews)
{
	struct reviews found = {0};
	LIST_EACH (const struct waiver, waiver, material->waivers) {
		struct review review = {.waiver = waiver, .review = waiver->until, .basis = REVIEW_WAIVER};
		if (!waiver->until.set || !review_place(options, &review) || is_listed(&found, waiver))
			continue;
		review.project = project_of(waiver);
		review.id = arena_printf(arena, "%.*s%swaiver:%.*s", STR_ARG(review.project),
					 str_empty(review.project) ? "" : "/", STR_ARG(waiver->subject));
		review.path = STR(".adr.yml");
		review.line = waiver->line > 0 ? waiver->line : 1;
		review.title = str_empty(waiver->reason) ? waiver->subject : waiver->reason;
		*LIST_ADD(arena, &found) = review;
	}
	LIST_EACH (struct review, review, &found)
		*LIST_ADD(arena, reviews) = *review;
}
