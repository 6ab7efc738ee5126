/* SPDX-License-Identifier: MIT */
#include "markdown_tree.h"

#include "adr/parse/read_record.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

struct parse {
	struct str text;
	cmark_syntax_extension *view; /* see_tree() */
	cmark_node *document;
};

/* The node that follows in document order; NULL after the last. */
static cmark_node *node_after(cmark_node *node)
{
	if (cmark_node_first_child(node))
		return cmark_node_first_child(node);
	while (node && !cmark_node_next(node))
		node = cmark_node_parent(node);
	return node ? cmark_node_next(node) : NULL;
}

/* cmark asks this for every line that opens no block it knows. It opens none either, but sees the tree. */
static cmark_node *see_tree(cmark_syntax_extension *extension, int indented, cmark_parser *parser, cmark_node *parent,
			    unsigned char *line, int length)
{
	struct parse *parse = cmark_syntax_extension_get_private(extension);
	(void)indented, (void)parser, (void)line, (void)length;
	while (!parse->document && cmark_node_parent(parent))
		parent = cmark_node_parent(parent);
	if (!parse->document)
		parse->document = parent;
	return NULL;
}

static int holds_no_inlines(cmark_syntax_extension *extension, cmark_node *node)
{
	(void)extension, (void)node;
	return 0;
}

static bool holds_text(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	if (cmark_node_get_syntax_extension(node))
		return strcmp(cmark_node_get_type_string(node), "table_cell") == 0;
	return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING;
}

/* Keeps cmark from cutting texts into words, emphasis and links when it finishes: a third of its time, for what
 * inline_text.h does with the lines that matter. */
static void leave_texts_whole(cmark_node *root, cmark_syntax_extension *view)
{
	for (cmark_node *node = root; node; node = node_after(node))
		if (holds_text(node))
			cmark_node_set_syntax_extension(node, view);
}

static cmark_syntax_extension *view_new(struct parse *parse)
{
	cmark_syntax_extension *view = cmark_syntax_extension_new("view");
	cmark_syntax_extension_set_open_block_func(view, see_tree);
	cmark_syntax_extension_set_contains_inlines_func(view, holds_no_inlines);
	cmark_syntax_extension_set_private(view, parse, NULL);
	return view;
}

static void parse_text(void *context)
{
	struct parse *parse = context;
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, cmark_memory_allocator());
	cmark_syntax_extension *tables = cmark_find_syntax_extension("table");
	if (tables)
		cmark_parser_attach_syntax_extension(parser, tables);
	cmark_parser_attach_syntax_extension(parser, parse->view);
	cmark_parser_feed(parser, parse->text.at, parse->text.length);
	if (parse->document)
		leave_texts_whole(parse->document, parse->view);
	parse->document = cmark_parser_finish(parser);
}

cmark_node *markdown_tree(struct cmark_memory *memory, struct str text)
{
	struct parse parse = {.text = text};
	size_t budget = READ_BUDGET_BASE + READ_BUDGET_FACTOR * text.length;
	if (budget > READ_BUDGET_MOST)
		budget = READ_BUDGET_MOST;
	parse.view = view_new(&parse);
	bool parsed = cmark_memory_run(memory, budget, READ_DEADLINE_MS, parse_text, &parse);
	cmark_syntax_extension_free(cmark_get_default_mem_allocator(), parse.view);
	return parsed ? parse.document : NULL;
}
