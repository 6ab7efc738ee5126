/* SPDX-License-Identifier: MIT */
#include "tree.h"

#include "adr/base/text.h"
#include "adr/scan/scan.h"

#include <fcntl.h>

static struct tree tree;

static int set_up(void **state)
{
	(void)state;
	tree = tree_make();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	tree_remove(&tree);
	return 0;
}

struct found {
	const char *files;    /* paths, each with a blank behind it */
	const char *findings; /* "path: message" lines */
};

static const char *finding_lines(const struct findings *findings)
{
	SCOPED(text_release) struct text out = {0};
	LIST_EACH (struct finding, finding, findings)
		text_printf(&out, "%.*s: %.*s\n", STR_ARG(finding->path), STR_ARG(finding->message));
	return arena_copy_z(tree.arena, text_str(&out));
}

static struct found scan(const char *below, const struct strs *directories)
{
	struct scanned_files files = {0};
	struct findings findings = {0};
	struct error error;
	struct str root = path_join(tree.arena, tree.root, str_of(below));
	assert_int_equal(scan_records(tree.arena, root, directories, &files, &findings, &error), OUTCOME_OK);
	SCOPED(text_release) struct text out = {0};
	LIST_EACH (struct scanned_file, file, &files)
		text_printf(&out, "%.*s ", STR_ARG(file->path));
	return (struct found){arena_copy_z(tree.arena, text_str(&out)), finding_lines(&findings)};
}

static void expect_files(const char *files)
{
	struct found found = scan("", NULL);
	assert_string_equal(found.files, files);
	assert_string_equal(found.findings, "");
}

static void finds_usual_folders_anywhere(void **state)
{
	(void)state;
	tree_put(&tree, "README.md", "");
	tree_put(&tree, "docs/guide/0001-chapter.md", "");
	tree_put(&tree, "docs/adr/0002-b.md", "");
	tree_put(&tree, "docs/adr/0001-a.md", "");
	tree_put(&tree, "docs/adr/drawing.svg", "");
	tree_put(&tree, "docs/adr/old/0003-c.markdown", "");
	tree_put(&tree, "docs/ADR-9-alone.md", "");
	tree_put(&tree, "services/billing/Architecture_Decision_Records/x.md", "");
	expect_files("docs/ADR-9-alone.md docs/adr/0001-a.md docs/adr/0002-b.md docs/adr/old/0003-c.markdown "
		     "services/billing/Architecture_Decision_Records/x.md ");
}

static void sorts_by_bytes_of_the_whole_path(void **state)
{
	(void)state;
	tree_put(&tree, "adr/a/x.md", "");
	tree_put(&tree, "adr/a-b.md", "");
	tree_put(&tree, "adr/a.md", "");
	tree_put(&tree, "adr/B.md", "");
	expect_files("adr/B.md adr/a-b.md adr/a.md adr/a/x.md ");
}

static void leaves_out_what_is_not_the_projects_own(void **state)
{
	(void)state;
	tree_put(&tree, ".git/adr/0001-a.md", "");
	tree_put(&tree, "node_modules/x/docs/adr/0001-a.md", "");
	tree_put(&tree, "vendor/x/docs/adr/0001-a.md", "");
	tree_put(&tree, "build/docs/adr/0001-a.md", "");
	tree_put(&tree, "docs/adr/node_modules/0001-a.md", "");
	tree_put(&tree, "docs/adr/build/0001-how-we-build.md", ""); /* a category, not a build folder */
	tree_put(&tree, "lib/clone/.git/HEAD", "");
	tree_put(&tree, "lib/clone/docs/adr/0001-a.md", "");
	tree_put(&tree, "lib/worktree/.git", "gitdir: elsewhere\n");
	tree_put(&tree, "lib/worktree/docs/adr/0001-a.md", "");
	tree_put(&tree, "samples/one/.adr.yml", "");
	tree_put(&tree, "samples/one/adr/0001-a.md", "");
	expect_files("docs/adr/build/0001-how-we-build.md ");
}

static void a_marked_root_is_scanned_all_the_same(void **state)
{
	(void)state;
	tree_put(&tree, ".git/HEAD", "");
	tree_put(&tree, ".adr.yml", "");
	tree_put(&tree, "adr/0001-a.md", "");
	expect_files("adr/0001-a.md ");
}

static void falls_back_to_numbered_names(void **state)
{
	(void)state;
	tree_put(&tree, "README.md", "");
	tree_put(&tree, "design/0001-a.md", "");
	tree_put(&tree, "blog/2024-05-01-b.md", "");
	tree_put(&tree, "0002-c.md", "");
	expect_files("0002-c.md design/0001-a.md ");
	tree_put(&tree, "decisions/README.md", ""); /* a record folder without records changes nothing */
	expect_files("0002-c.md decisions/README.md design/0001-a.md ");
	tree_put(&tree, "decisions/d.md", "");
	expect_files("decisions/README.md decisions/d.md ");
}

static void the_name_of_the_root_counts(void **state)
{
	(void)state;
	tree_put(&tree, "team-adrs/notes/alpha.md", "");
	assert_string_equal(scan("team-adrs", NULL).files, "notes/alpha.md ");
	tree_put(&tree, "decisions/alpha.md", "");
	tree_put(&tree, "decisions/adr/beta.md", "");
	assert_string_equal(scan("decisions", NULL).files, "adr/beta.md alpha.md ");
	tree_put(&tree, "decisions/.git", ""); /* a repository of that name has other files as well */
	assert_string_equal(scan("decisions", NULL).files, "adr/beta.md ");
}

static void follows_the_settings(void **state)
{
	(void)state;
	struct str wanted[] = {STR("notes"), STR("./notes/deep"), STR("missing"),
			       STR(".."),    STR("outside"),      STR("../project-too")};
	struct strs directories = {wanted, 6, 6};
	tree_put(&tree, "project/docs/adr/0001-a.md", "");
	tree_put(&tree, "project/notes/deep/b.md", "");
	tree_put(&tree, "project/notes/a.md", "");
	tree_put(&tree, "elsewhere/c.md", "");
	tree_put(&tree, "project-too/d.md", "");
	tree_link(&tree, "project/outside", "../elsewhere");
	struct found found = scan("project", &directories);
	assert_string_equal(found.files, "notes/a.md notes/deep/b.md ");
	assert_string_equal(found.findings,
			    "missing: the records' directory missing cannot be read: there is no such directory\n"
			    "..: the records' directory .. cannot be read: it lies outside of the project\n"
			    "outside: the records' directory outside cannot be read: it lies outside of the project\n"
			    "../project-too: the records' directory ../project-too cannot be read: it lies outside of "
			    "the project\n");
}

static void follows_adr_dir(void **state)
{
	(void)state;
	tree_put(&tree, ".adr-dir", "papers/log\r\n");
	tree_put(&tree, "docs/adr/0001-a.md", "");
	tree_put(&tree, "papers/log/b.md", "");
	expect_files("papers/log/b.md ");
	struct str wanted = STR("docs/adr");
	struct strs directories = {&wanted, 1, 1};
	assert_string_equal(scan("", &directories).files, "docs/adr/0001-a.md ");
}

static void follows_no_symlinks(void **state)
{
	(void)state;
	tree_put(&tree, "outside/0001-a.md", "");
	tree_put(&tree, "project/adr/0002-b.md", "");
	tree_link(&tree, "project/adr/loop", "..");
	tree_link(&tree, "project/adr/folder", "../../outside");
	tree_link(&tree, "project/adr/0003-c.md", "../../outside/0001-a.md");
	tree_link(&tree, "project/adr/0004-d.md", "0004-d.md");
	struct found found = scan("project", NULL);
	assert_string_equal(found.files, "adr/0002-b.md ");
	assert_string_equal(found.findings, "");
}

static void takes_only_regular_files(void **state)
{
	(void)state;
	tree_folder(&tree, "adr/0001-folder.md");
	assert_int_equal(mkfifo(tree_path(&tree, "adr/0002-pipe.md"), 0600), 0);
	tree_put(&tree, "adr/0003-file.md", "");
	expect_files("adr/0003-file.md ");
}

/* Root may read everything: then the scan runs as somebody who may not. */
static void names_what_it_cannot_list(void **state)
{
	(void)state;
	tree_put(&tree, "adr/0001-a.md", "");
	tree_put(&tree, "adr/closed/0002-b.md", "");
	assert_int_equal(chmod(tree_path(&tree, "adr/closed"), 0), 0);
	if (geteuid() == 0)
		assert_int_equal(seteuid(65534), 0);
	struct found found = scan("", NULL);
	if (getuid() == 0)
		assert_int_equal(seteuid(0), 0);
	assert_int_equal(chmod(tree_path(&tree, "adr/closed"), 0700), 0);
	assert_string_equal(found.files, "adr/0001-a.md ");
	assert_string_equal(found.findings, "adr/closed: adr/closed cannot be read: Permission denied\n");
}

/* Deeper than the system takes paths: reported once, and no stack is used up on the way. */
static void ends_in_a_bottomless_tree(void **state)
{
	(void)state;
	char name[201];
	memset(name, 'd', 200);
	name[200] = '\0';
	tree_put(&tree, "adr/0001-a.md", "");
	int here = open(tree_path(&tree, "adr"), O_RDONLY | O_DIRECTORY);
	for (int depth = 0; depth < 40; depth++) {
		assert_int_equal(mkdirat(here, name, 0755), 0);
		int below = openat(here, name, O_RDONLY | O_DIRECTORY);
		assert_true(below >= 0);
		close(here);
		here = below;
	}
	close(here);
	struct found found = scan("", NULL);
	assert_string_equal(found.files, "adr/0001-a.md ");
	const char *reason = strstr(found.findings, "File name too long");
	assert_non_null(reason);
	assert_null(strstr(reason + 1, "File name too long"));
	assert_int_equal(system(arena_printf(tree.arena, "rm -rf '%s/adr'", tree.root.at).at), 0);
}

static void stamps_what_it_finds(void **state)
{
	(void)state;
	struct scanned_files files = {0};
	struct findings findings = {0};
	struct error error;
	struct stat status;
	tree_put(&tree, "adr/0001-a.md", "twelve bytes");
	assert_int_equal(stat(tree_path(&tree, "adr/0001-a.md"), &status), 0);
	assert_int_equal(scan_records(tree.arena, tree.root, NULL, &files, &findings, &error), OUTCOME_OK);
	assert_int_equal(files.count, 1);
	assert_int_equal(files.item[0].stamp.size, 12);
	assert_int_equal(files.item[0].stamp.inode, status.st_ino);
	assert_int_equal(files.item[0].stamp.modified_ns / 1000000000, status.st_mtime);
}

static void fails_without_a_root(void **state)
{
	(void)state;
	struct scanned_files files = {0};
	struct findings findings = {0};
	struct error error;
	struct str root = str_of(tree_path(&tree, "nowhere"));
	assert_int_equal(scan_records(tree.arena, root, NULL, &files, &findings, &error), OUTCOME_FAILURE);
	assert_non_null(strstr(error.text, "nowhere: No such file or directory"));
}

static void knows_where_new_records_go(void **state)
{
	(void)state;
	struct str where = scan_record_directory(tree.arena, tree.root, NULL);
	assert_true(str_equal(where, STR("doc/adr")));
	tree_folder(&tree, "docs/decisions");
	where = scan_record_directory(tree.arena, tree.root, NULL);
	assert_true(str_equal(where, STR("docs/decisions")));
	tree_put(&tree, "services/a/adr/0001-a.md", "");
	tree_put(&tree, "services/b/adr/0001-a.md", "");
	tree_put(&tree, "services/b/adr/0002-b.md", "");
	where = scan_record_directory(tree.arena, tree.root, NULL);
	assert_true(str_equal(where, STR("services/b/adr")));
	tree_put(&tree, ".adr-dir", "papers\n");
	where = scan_record_directory(tree.arena, tree.root, NULL);
	assert_true(str_equal(where, STR("papers")));
	struct str wanted = STR("log");
	where = scan_record_directory(tree.arena, tree.root, &(struct strs){&wanted, 1, 1});
	assert_true(str_equal(where, STR("log")));
}

#define IN_TREE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_TREE(finds_usual_folders_anywhere),
		IN_TREE(sorts_by_bytes_of_the_whole_path),
		IN_TREE(leaves_out_what_is_not_the_projects_own),
		IN_TREE(a_marked_root_is_scanned_all_the_same),
		IN_TREE(falls_back_to_numbered_names),
		IN_TREE(the_name_of_the_root_counts),
		IN_TREE(follows_the_settings),
		IN_TREE(follows_adr_dir),
		IN_TREE(follows_no_symlinks),
		IN_TREE(takes_only_regular_files),
		IN_TREE(names_what_it_cannot_list),
		IN_TREE(ends_in_a_bottomless_tree),
		IN_TREE(stamps_what_it_finds),
		IN_TREE(fails_without_a_root),
		IN_TREE(knows_where_new_records_go),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
