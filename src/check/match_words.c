/* SPDX-License-Identifier: MIT */
/* Words that may stand behind a name without making it an attribute of something else: "Redis as cache", "Kafka
 * cluster", but not "Django templates". Folded and without the s of a plural; in byte order, for a binary search. */
#include "match.h"

#include <stdlib.h>

static const struct str plain_words[] = {
	STR_INIT("a"), STR_INIT("across"), STR_INIT("adoption"), STR_INIT("al"), STR_INIT("alone"),
	STR_INIT("alongside"), STR_INIT("als"), STR_INIT("also"), STR_INIT("an"), STR_INIT("and"), STR_INIT("app"),
	STR_INIT("application"), STR_INIT("approach"), STR_INIT("architecture"), STR_INIT("are"), STR_INIT("as"),
	STR_INIT("at"), STR_INIT("au"), STR_INIT("aus"), STR_INIT("avec"), STR_INIT("backend"), STR_INIT("based"),
	STR_INIT("bei"), STR_INIT("both"), STR_INIT("can"), STR_INIT("centralizada"), STR_INIT("client"),
	STR_INIT("cluster"), STR_INIT("code"), STR_INIT("com"), STR_INIT("comme"), STR_INIT("como"),
	STR_INIT("component"), STR_INIT("con"), STR_INIT("container"), STR_INIT("das"), STR_INIT("database"),
	STR_INIT("datenbank"), STR_INIT("db"), STR_INIT("de"), STR_INIT("del"), STR_INIT("der"), STR_INIT("die"),
	STR_INIT("do"), STR_INIT("doe"), STR_INIT("e"), STR_INIT("ecosystem"), STR_INIT("en"), STR_INIT("engine"),
	STR_INIT("et"), STR_INIT("everything"), STR_INIT("everywhere"), STR_INIT("exclusively"), STR_INIT("first"),
	STR_INIT("format"), STR_INIT("framework"), STR_INIT("frontend"), STR_INIT("fur"), STR_INIT("ha"),
	STR_INIT("hat"), STR_INIT("have"), STR_INIT("hosted"), STR_INIT("i"), STR_INIT("im"), STR_INIT("image"),
	STR_INIT("implementation"), STR_INIT("instance"), STR_INIT("instead"), STR_INIT("is"), STR_INIT("ist"),
	STR_INIT("it"), STR_INIT("language"), STR_INIT("latest"), STR_INIT("library"), STR_INIT("licence"),
	STR_INIT("license"), STR_INIT("lts"), STR_INIT("managed"), STR_INIT("manager"), STR_INIT("managing"),
	STR_INIT("microservice"), STR_INIT("migration"), STR_INIT("mit"), STR_INIT("model"), STR_INIT("monolith"),
	STR_INIT("monorepo"), STR_INIT("multi"), STR_INIT("must"), STR_INIT("native"), STR_INIT("now"), STR_INIT("o"),
	STR_INIT("oder"), STR_INIT("ohne"), STR_INIT("only"), STR_INIT("oraz"), STR_INIT("ou"), STR_INIT("package"),
	STR_INIT("para"), STR_INIT("pattern"), STR_INIT("pipeline"), STR_INIT("plain"), STR_INIT("platform"),
	STR_INIT("plus"), STR_INIT("pour"), STR_INIT("product"), STR_INIT("programming"), STR_INIT("project"),
	STR_INIT("protocol"), STR_INIT("provider"), STR_INIT("rather"), STR_INIT("runtime"), STR_INIT("selection"),
	STR_INIT("self"), STR_INIT("server"), STR_INIT("service"), STR_INIT("shall"), STR_INIT("should"),
	STR_INIT("software"), STR_INIT("solution"), STR_INIT("spa"), STR_INIT("specification"), STR_INIT("stack"),
	STR_INIT("standard"), STR_INIT("storage"), STR_INIT("store"), STR_INIT("strategy"), STR_INIT("style"),
	STR_INIT("suite"), STR_INIT("sur"), STR_INIT("system"), STR_INIT("tech"), STR_INIT("technology"),
	STR_INIT("test"), STR_INIT("that"), STR_INIT("the"), STR_INIT("throughout"), STR_INIT("toda"),
	STR_INIT("todo"), STR_INIT("too"), STR_INIT("tool"), STR_INIT("toolchain"), STR_INIT("tooling"),
	STR_INIT("toolkit"), STR_INIT("und"), STR_INIT("usage"), STR_INIT("v"), STR_INIT("via"), STR_INIT("wa"),
	STR_INIT("we"), STR_INIT("web"), STR_INIT("where"), STR_INIT("wherever"), STR_INIT("while"), STR_INIT("will"),
	STR_INIT("within"), STR_INIT("workflow"), STR_INIT("y"), STR_INIT("zu"), STR_INIT("zur"),
};

static int compare(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

bool is_plain_word(struct str unit)
{
	return bsearch(&unit, plain_words, sizeof plain_words / sizeof *plain_words, sizeof *plain_words, compare);
}
