/* SPDX-License-Identifier: MIT */
/* Where files lie, written so that terminals and editors can open them. */
#include "parts.h"

#include "adr/base/file.h"

struct places places_of(const struct paper *paper)
{
	return (struct places){.here = paper->here, .projects = paper->projects};
}

void places_release(struct places *places)
{
	text_release(&places->directory);
}

static void set_directory(struct places *places, struct str name, struct str root)
{
	text_clear(&places->directory);
	places->known = true;
	places->name = name;
	places->root = root;
	if (str_empty(root) || str_empty(places->here)) {
		text_add(&places->directory, name);
		text_add_byte(&places->directory, '/');
		return;
	}
	SCOPED(scoped_arena_free) struct arena *scratch = arena_new();
	struct str relative = path_relative(scratch, root, places->here);
	if (str_equal(relative, STR(".")))
		return;
	text_add(&places->directory, relative);
	text_add_byte(&places->directory, '/');
}

static void add_path(struct places *places, struct text *out, struct str path)
{
	text_add(out, text_str(&places->directory));
	text_add(out, path);
}

void add_place(struct places *places, struct text *out, const struct project *project, struct str path)
{
	bool same = places->known && str_equal(places->name, project->name) && str_equal(places->root, project->root);
	if (!same)
		set_directory(places, project->name, project->root);
	add_path(places, out, path);
}

static struct str find_root(const struct projects *projects, struct str name)
{
	if (projects)
		LIST_EACH (const struct project, project, projects)
			if (str_equal(project->name, name))
				return project->root;
	return (struct str){0};
}

void add_named_place(struct places *places, struct text *out, struct str project, struct str path)
{
	if (!places->known || !str_equal(places->name, project))
		set_directory(places, project, find_root(places->projects, project));
	add_path(places, out, path);
}

void paper_place(struct paper *paper, struct places *places, const struct record *record, uint32_t line)
{
	SCOPED(text_release) struct text place = {0};
	add_place(places, &place, record->project, record->path);
	if (line > 0) {
		text_add_byte(&place, ':');
		text_add_number(&place, line);
	}
	paper_text(paper, STYLE_DIM, text_str(&place));
}
