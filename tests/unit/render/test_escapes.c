/* SPDX-License-Identifier: MIT */
/* Text from files inside XML, Markdown and URIs. */
#include "markdown.h"
#include "uri.h"
#include "xml.h"

#include "sample.h"

#include "testing.h"

#define BROKEN "\xEF\xBF\xBD"
#define NOTHING "&#8203;"

struct row {
	struct str text;
	const char *written;
};

static void each_becomes(const struct row *rows, size_t count, void (*add)(struct text *out, struct str text))
{
	for (size_t i = 0; i < count; i++) {
		struct text out = {0};
		add(&out, rows[i].text);
		assert_string_equal(out.at ? out.at : "", rows[i].written);
		text_release(&out);
	}
}

static void xml(void **state)
{
	static const struct row rows[] = {
		{STR_INIT("plain"), "plain"},
		{STR_INIT("<a b=\"c\">&'"), "&lt;a b=&quot;c&quot;&gt;&amp;&apos;"},
		{STR_INIT("]]>"), "]]&gt;"},
		{STR_INIT("nul \0 bell \a esc \x1b"), "nul " BROKEN " bell " BROKEN " esc " BROKEN},
		{STR_INIT("\xEF\xBF\xBE\xEF\xBF\xBF"), BROKEN BROKEN},
		{STR_INIT("\xEF\xBF\xBD\xEF\xBB\xAA"), BROKEN "\xEF\xBB\xAA"},
		{STR_INIT("\xFF \xED\xA0\x80"), BROKEN " " BROKEN BROKEN BROKEN},
		{STR_INIT("two\nlines"), "two lines"},
	};
	(void)state;
	each_becomes(rows, COUNT_OF(rows), add_xml);
}

static void uris(void **state)
{
	static const struct row rows[] = {
		{STR_INIT("docs/adr/0001-x.md"), "docs/adr/0001-x.md"},
		{STR_INIT("a b/100%.md"), "a%20b/100%25.md"},
		{STR_INIT("c:/x?y#z"), "c%3A/x%3Fy%23z"},
		{STR_INIT("\xC3\xA9\xFF"), "%C3%A9%FF"},
	};
	(void)state;
	each_becomes(rows, COUNT_OF(rows), add_uri_path);
}

static void markdown(void **state)
{
	static const struct row rows[] = {
		{STR_INIT("plain - words, 5 % (and) more: so."), "plain - words, 5 % (and) more: so."},
		{STR_INIT("[a](b) ![c](d)"), "\\[a\\](b) !\\[c\\](d)"},
		{STR_INIT("*b* _i_ `c` ~~s~~ | \\"), "\\*b\\* \\_i\\_ \\`c\\` \\~\\~" NOTHING "s\\~\\~ \\| \\\\"},
		{STR_INIT("<b> &amp;"), "\\<b\\> &amp;" NOTHING "amp;"},
		{STR_INIT("@team #12 !3 %4 ~5 $6 &7"), "@" NOTHING "team #" NOTHING "12 !" NOTHING "3 %" NOTHING
						       "4 \\~" NOTHING "5 \\$" NOTHING "6 &amp;" NOTHING "7"},
		{STR_INIT("a @ b # c"), "a @ b # c"},
		{STR_INIT("https://x.example www.y.example"), "https:" NOTHING "//x.example w" NOTHING "ww.y.example"},
		{STR_INIT("two\nlines\n# heading"), "two lines # heading"},
		{STR_INIT("\x1b[31m"), BROKEN "\\[31m"},
	};
	(void)state;
	each_becomes(rows, COUNT_OF(rows), add_markdown);
}

static void code(void **state)
{
	static const struct row rows[] = {
		{STR_INIT("a*b"), "`a*b`"},     {STR_INIT(""), ""},
		{STR_INIT("  "), ""},           {STR_INIT("a`b"), "`` a`b ``"},
		{STR_INIT("``"), "``` `` ```"}, {STR_INIT("x\n\ny"), "`x  y`"},
	};
	(void)state;
	each_becomes(rows, COUNT_OF(rows), add_code);
}

static void attributes(void **state)
{
	struct text out = {0};
	(void)state;
	add_attribute(&out, "name", STR("a\"b"));
	add_number_attribute(&out, "tests", 7);
	add_element(&out, "id", STR("<>"));
	assert_string_equal(out.at, " name=\"a&quot;b\" tests=\"7\"<id>&lt;&gt;</id>\n");
	text_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(xml),  cmocka_unit_test(uris),       cmocka_unit_test(markdown),
		cmocka_unit_test(code), cmocka_unit_test(attributes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
