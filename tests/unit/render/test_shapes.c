/* SPDX-License-Identifier: MIT */
/* The JSON of every result, read back: each object has exactly the fields that docs/json.md names, in its order, with
 * values of the right type, and the sample's arrive in them. */
#include "sample.h"
#include "written.h"

#include <jansson.h>
#include <string.h>
#include "testing.h"

/* A field's type: string, number, boolean, array, object; a capital letter allows null too. */
struct field {
	const char *name;
	char type;
};

static const struct field record_fields[] = {
	{"version", 'n'},  {"id", 's'},     {"project", 's'},  {"path", 's'},   {"kind", 's'},        {"anchor", 'S'},
	{"number", 'N'},   {"title", 's'},  {"language", 'S'}, {"status", 'S'}, {"status_text", 'S'}, {"date", 'S'},
	{"review", 'S'},   {"basis", 'o'},  {"dates", 'a'},    {"people", 'a'}, {"links", 'a'},       {"options", 'a'},
	{"decision", 'O'}, {"claims", 'a'}, {"tags", 'a'},     {NULL, 0},
};
static const struct field basis_fields[] = {{"title", 'S'}, {"number", 'S'}, {"status", 'S'},
					    {"date", 'S'},  {"review", 'S'}, {NULL, 0}};
static const struct field date_fields[] = {{"kind", 's'}, {"date", 'S'},  {"text", 's'},
					   {"line", 'N'}, {"basis", 'S'}, {NULL, 0}};
static const struct field person_fields[] = {{"name", 's'}, {"role", 's'}, {"line", 'N'}, {"basis", 'S'}, {NULL, 0}};
static const struct field link_fields[] = {{"kind", 's'}, {"target", 's'}, {"path", 'S'}, {"to", 'S'},
					   {"line", 'N'}, {"basis", 'S'},  {NULL, 0}};
static const struct field option_fields[] = {{"name", 's'},        {"stance", 's'},       {"line", 'N'}, {"basis", 'S'},
					     {"stance_line", 'N'}, {"stance_basis", 'S'}, {NULL, 0}};
static const struct field decision_fields[] = {{"text", 's'}, {"line", 'N'}, {NULL, 0}};
static const struct field claim_fields[] = {{"subject", 's'}, {"option", 's'}, {"stance", 's'},
					    {"scope", 'S'},   {"basis", 's'},  {"confidence", 'n'},
					    {"line", 'N'},    {"quote", 's'},  {NULL, 0}};
static const struct field list_fields[] = {{"version", 'n'}, {"records", 'a'}, {NULL, 0}};
static const struct field row_fields[] = {{"id", 's'},    {"project", 's'}, {"path", 's'}, {"number", 'N'},
					  {"title", 's'}, {"status", 'S'},  {"date", 'S'}, {"review", 'S'},
					  {"tags", 'a'},  {NULL, 0}};
static const struct field search_fields[] = {{"version", 'n'}, {"query", 's'}, {"hits", 'a'}, {NULL, 0}};
static const struct field hit_fields[] = {{"id", 's'},      {"project", 's'}, {"path", 's'},
					  {"title", 's'},   {"status", 'S'},  {"line", 'n'},
					  {"snippet", 's'}, {"score", 'n'},   {NULL, 0}};
static const struct field conflicts_fields[] = {
	{"version", 'n'}, {"as_of", 's'}, {"changed_since", 'S'}, {"conflicts", 'a'}, {NULL, 0}};
static const struct field conflict_fields[] = {{"subject", 's'},        {"title", 's'},    {"scope", 'S'},
					       {"kind", 's'},           {"severity", 's'}, {"basis", 's'},
					       {"confidence", 'n'},     {"waived", 'O'},   {"expired_waiver", 'O'},
					       {"inside_project", 'b'}, {"standard", 'O'}, {"authority", 'S'},
					       {"camps", 'a'},          {NULL, 0}};
static const struct field waived_fields[] = {{"reason", 's'}, {"until", 'S'}, {NULL, 0}};
static const struct field standard_fields[] = {{"option", 's'}, {"record", 'S'}, {NULL, 0}};
static const struct field camp_fields[] = {{"option", 's'}, {"decisions", 'a'}, {NULL, 0}};
static const struct field camp_decision_fields[] = {
	{"id", 's'},       {"project", 's'},      {"path", 's'},          {"line", 'N'},
	{"title", 's'},    {"status", 'S'},       {"date", 'S'},          {"quote", 's'},
	{"rejects", 'a'},  {"rejects_line", 'N'}, {"rejects_quote", 'S'}, {"newest", 'b'},
	{"proposed", 'b'}, {"changed", 'b'},      {"deviates", 'b'},      {NULL, 0}};
static const struct field review_fields[] = {{"version", 'n'},         {"as_of", 's'}, {"within_days", 'n'},
					     {"conflicts_known", 'b'}, {"due", 'a'},   {"waivers", 'a'},
					     {"summary", 'o'},         {NULL, 0}};
static const struct field due_fields[] = {{"id", 's'},        {"project", 's'},  {"path", 's'},   {"line", 'n'},
					  {"title", 's'},     {"status", 'S'},   {"review", 's'}, {"days", 'n'},
					  {"state", 's'},     {"basis", 's'},    {"people", 'a'}, {"decided", 'S'},
					  {"age_days", 'N'},  {"reviewed", 'S'}, {"tags", 'a'},   {"neighbours", 'a'},
					  {"conflicts", 'a'}, {"triggers", 'a'}, {NULL, 0}};
static const struct field neighbour_fields[] = {{"id", 's'}, {"title", 's'}, {"status", 'S'}, {"kind", 'S'}, {NULL, 0}};
static const struct field due_conflict_fields[] = {{"subject", 's'}, {"title", 's'},  {"kind", 's'},
						   {"option", 's'},  {"others", 'a'}, {"other_count", 'n'},
						   {NULL, 0}};
static const struct field due_waiver_fields[] = {
	{"id", 's'},     {"project", 'S'}, {"path", 's'},     {"line", 'n'},   {"subject", 's'},
	{"reason", 'S'}, {"records", 'a'}, {"projects", 'a'}, {"review", 's'}, {"days", 'n'},
	{"state", 's'},  {"basis", 's'},   {NULL, 0}};
static const struct field summary_fields[] = {
	{"overdue", 'n'},         {"due", 'n'},      {"upcoming", 'n'}, {"in_force", 'n'},
	{"median_age_days", 'N'}, {"projects", 'a'}, {"people", 'a'},   {NULL, 0}};
static const struct field project_count_fields[] = {{"name", 's'},     {"overdue", 'n'},  {"due", 'n'},
						    {"upcoming", 'n'}, {"in_force", 'n'}, {"median_age_days", 'N'},
						    {NULL, 0}};
static const struct field person_count_fields[] = {
	{"name", 's'}, {"overdue", 'n'}, {"due", 'n'}, {"upcoming", 'n'}, {NULL, 0}};
static const struct field lint_fields[] = {{"version", 'n'}, {"findings", 'a'}, {NULL, 0}};
static const struct field finding_fields[] = {
	{"rule", 's'},     {"severity", 's'},   {"project", 's'}, {"path", 's'}, {"line", 'n'},    {"column", 'n'},
	{"end_line", 'n'}, {"end_column", 'n'}, {"message", 's'}, {"help", 's'}, {"fixable", 'b'}, {NULL, 0}};
static const struct field rules_fields[] = {{"version", 'n'}, {"rules", 'a'}, {NULL, 0}};
static const struct field rule_fields[] = {
	{"rule", 's'}, {"severity", 's'}, {"summary", 's'}, {"help", 's'}, {NULL, 0}};
static const struct field graph_fields[] = {{"version", 'n'}, {"nodes", 'a'}, {"edges", 'a'}, {NULL, 0}};
static const struct field node_fields[] = {{"id", 's'},     {"project", 's'}, {"title", 's'},
					   {"status", 'S'}, {"path", 's'},    {NULL, 0}};
static const struct field edge_fields[] = {{"from", 's'}, {"to", 's'}, {"kind", 's'}, {NULL, 0}};
static const struct field index_fields[] = {{"version", 'n'}, {"projects", 'a'}, {NULL, 0}};
static const struct field refreshed_fields[] = {{"project", 's'}, {"records", 'n'}, {"added", 'n'},
						{"changed", 'n'}, {"removed", 'n'}, {NULL, 0}};

static bool has_type(const json_t *value, char type)
{
	if (type >= 'A' && type <= 'Z')
		return json_is_null(value) || has_type(value, (char)(type - 'A' + 'a'));
	switch (type) {
	case 's':
		return json_is_string(value);
	case 'n':
		return json_is_number(value);
	case 'b':
		return json_is_boolean(value);
	case 'a':
		return json_is_array(value);
	default:
		return json_is_object(value);
	}
}

/* jansson keeps the order in which fields were read. */
static void assert_shape(json_t *object, const struct field *fields)
{
	const char *key;
	json_t *value;
	assert_true(json_is_object(object));
	json_object_foreach(object, key, value)
	{
		assert_non_null(fields->name);
		assert_string_equal(key, fields->name);
		if (!has_type(value, fields->type))
			fail_msg("%s has the wrong type", key);
		fields++;
	}
	assert_null(fields->name);
}

static void assert_shapes(json_t *list, const struct field *fields)
{
	size_t i;
	json_t *object;
	assert_true(json_array_size(list) > 0);
	json_array_foreach(list, i, object) assert_shape(object, fields);
}

/* The value at a path of keys and indexes: "camps.0.option". */
static json_t *at(json_t *value, const char *path)
{
	char key[64];
	while (value && *path) {
		size_t length = strcspn(path, ".");
		assert_true(length < sizeof key);
		memcpy(key, path, length);
		key[length] = '\0';
		value = json_is_array(value) ? json_array_get(value, (size_t)strtoul(key, NULL, 10))
					     : json_object_get(value, key);
		path += length + (path[length] == '.');
	}
	if (!value)
		fail_msg("there is nothing at %s", path);
	return value;
}

static void assert_text(json_t *value, const char *path, const char *expected)
{
	assert_string_equal(json_string_value(at(value, path)), expected);
}

static void assert_number(json_t *value, const char *path, int expected)
{
	assert_int_equal(json_integer_value(at(value, path)), expected);
}

static json_t *read_back(struct written *written)
{
	json_error_t error;
	written_end(written);
	json_t *value = json_loads(written->at, JSON_REJECT_DUPLICATES, &error);
	if (!value)
		fail_msg("%s in line %d of\n%s", error.text, error.line, written->at);
	written_release(written);
	return value;
}

static void assert_full_record(json_t *record)
{
	assert_shape(record, record_fields);
	assert_shape(at(record, "basis"), basis_fields);
	assert_shapes(at(record, "dates"), date_fields);
	assert_shapes(at(record, "people"), person_fields);
	assert_shapes(at(record, "links"), link_fields);
	assert_shapes(at(record, "options"), option_fields);
	assert_shape(at(record, "decision"), decision_fields);
	assert_shapes(at(record, "claims"), claim_fields);
	assert_number(record, "version", 1);
	assert_text(record, "id", "payments/ADR-0005");
	assert_text(record, "kind", "record");
	assert_number(record, "number", 5);
	assert_text(record, "status", "accepted");
	assert_text(record, "status_text", "Approved");
	assert_text(record, "date", "2026-02-14");
	assert_text(record, "review", "2026-08-14");
	assert_text(record, "dates.1.kind", "review");
	assert_text(record, "dates.1.text", "2026-08-14 (6 months)");
	assert_number(record, "dates.1.line", 398);
	assert_true(json_is_null(at(record, "dates.2.date")));
	assert_text(record, "people.1.name", "Ada \"Countess\" Byron");
	assert_text(record, "people.1.role", "consulted");
	assert_text(record, "links.0.to", "payments/ADR-0003");
	assert_true(json_is_null(at(record, "links.1.path")) && json_is_null(at(record, "links.1.to")));
	assert_text(record, "links.2.kind", "inspired by");
	assert_text(record, "options.1.stance", "rejected");
	assert_number(record, "options.1.line", 49);
	assert_number(record, "decision.line", 28);
	assert_text(record, "claims.0.option", "debian-slim");
	assert_true(json_real_value(at(record, "claims.0.confidence")) == 0.95);
	assert_true(json_is_null(at(record, "claims.1.scope")));
	assert_text(record, "tags.1", "python");
}

static void exported(void **state)
{
	(void)state;
	struct written written;
	written_begin(&written);
	export_list(&written.paper, &sample_all, FORMAT_JSON);
	json_t *records = read_back(&written);
	assert_shapes(records, record_fields);
	assert_int_equal(json_array_size(records), sample_all.count);
	assert_full_record(json_array_get(records, 2));
	assert_true(json_is_null(at(records, "0.number")) && json_is_null(at(records, "0.status")));
	assert_true(json_is_null(at(records, "0.decision")) && json_is_null(at(records, "0.language")));

	written_begin(&written);
	export_list(&written.paper, &sample_all, FORMAT_JSONL);
	written_end(&written);
	struct str rest = written_str(&written), line;
	size_t count = 0;
	while (str_next_line(&rest, &line)) {
		json_t *record = json_loadb(line.at, line.length, 0, NULL);
		assert_true(json_equal(record, json_array_get(records, count++)));
		json_decref(record);
	}
	assert_int_equal(count, sample_all.count);
	written_release(&written);
	json_decref(records);
}

static void listed(void **state)
{
	(void)state;
	struct written written;
	written_begin(&written);
	show_list(&written.paper, &sample_all, STR("/"), FORMAT_JSON);
	json_t *report = read_back(&written);
	assert_shape(report, list_fields);
	assert_shapes(at(report, "records"), row_fields);
	assert_text(report, "records.2.path", "docs/adr/0005-base-image.md");
	json_decref(report);
}

static void searched(void **state)
{
	(void)state;
	struct written written;
	written_begin(&written);
	show_hits(&written.paper, sample_hits(), STR("debian"), FORMAT_JSON);
	json_t *report = read_back(&written);
	assert_shape(report, search_fields);
	assert_shapes(at(report, "hits"), hit_fields);
	assert_text(report, "query", "debian");
	assert_text(report, "hits.1.snippet", "Debian ではなく");
	assert_true(json_real_value(at(report, "hits.0.score")) == 7.25);
	json_decref(report);
}

static void conflicting(void **state)
{
	const struct show_conflicts_options options = {.as_of = DAY_2026_11_20};
	(void)state;
	struct written written;
	written_begin(&written);
	show_conflicts(&written.paper, sample_conflicts(), &options, FORMAT_JSON);
	json_t *report = read_back(&written);
	assert_shape(report, conflicts_fields);
	assert_shapes(at(report, "conflicts"), conflict_fields);
	assert_text(report, "as_of", "2026-11-20");
	assert_text(report, "conflicts.0.kind", "contradiction");
	assert_text(report, "conflicts.1.kind", "divergence");
	assert_shape(at(report, "conflicts.0.standard"), standard_fields);
	assert_shapes(at(report, "conflicts.0.camps"), camp_fields);
	assert_shapes(at(report, "conflicts.0.camps.0.decisions"), camp_decision_fields);
	assert_text(report, "conflicts.0.camps.0.decisions.0.rejects.0", "alpine");
	assert_true(json_is_null(at(report, "conflicts.0.waived")));
	assert_shape(at(report, "conflicts.2.waived"), waived_fields);
	assert_shape(at(report, "conflicts.1.expired_waiver"), waived_fields);
	assert_true(json_is_true(at(report, "conflicts.0.camps.1.decisions.0.changed")));
	assert_true(json_is_true(at(report, "conflicts.1.inside_project")));
	json_decref(report);
}

static void due(void **state)
{
	(void)state;
	struct written written;
	written_begin(&written);
	show_reviews(&written.paper, sample_reviews(), FORMAT_JSON);
	json_t *report = read_back(&written);
	assert_shape(report, review_fields);
	assert_shapes(at(report, "due"), due_fields);
	assert_shapes(at(report, "due.0.neighbours"), neighbour_fields);
	assert_shapes(at(report, "due.0.conflicts"), due_conflict_fields);
	assert_shapes(at(report, "waivers"), due_waiver_fields);
	assert_shape(at(report, "summary"), summary_fields);
	assert_shapes(at(report, "summary.projects"), project_count_fields);
	assert_shapes(at(report, "summary.people"), person_count_fields);
	assert_number(report, "within_days", 30);
	assert_number(report, "due.0.days", -98);
	assert_number(report, "due.0.line", 398);
	assert_text(report, "due.0.state", "overdue");
	assert_text(report, "due.0.people.0", "Platform Engineering");
	assert_text(report, "due.0.neighbours.0.kind", "depends_on");
	assert_text(report, "due.0.conflicts.0.others.0", "analytics/ADR-0001");
	assert_text(report, "due.2.basis", "policy");
	assert_int_equal(json_array_size(at(report, "due")), 3); /* waivers stand beside the records */
	assert_text(report, "waivers.0.basis", "waiver");
	assert_number(report, "summary.projects.0.median_age_days", 400);
	assert_true(json_is_null(at(report, "summary.projects.1.median_age_days")));
	json_decref(report);
}

static void found(void **state)
{
	(void)state;
	struct written written;
	written_begin(&written);
	show_findings(&written.paper, sample_findings(), FORMAT_JSON);
	json_t *report = read_back(&written);
	assert_shape(report, lint_fields);
	assert_shapes(at(report, "findings"), finding_fields);
	assert_text(report, "findings.0.rule", "status-unknown");
	assert_number(report, "findings.0.column", 9);
	assert_number(report, "findings.0.end_column", 25);
	assert_true(json_is_true(at(report, "findings.2.fixable")));
	json_decref(report);
}

static void rules(void **state)
{
	(void)state;
	struct written written;
	written_begin(&written);
	show_rules(&written.paper, FORMAT_JSON);
	json_t *report = read_back(&written);
	assert_shape(report, rules_fields);
	assert_shapes(at(report, "rules"), rule_fields);
	assert_int_equal(json_array_size(at(report, "rules")), RULE_COUNT);
	json_decref(report);
}

static void linked(void **state)
{
	(void)state;
	struct written written;
	written_begin(&written);
	show_graph(&written.paper, sample_graph(), FORMAT_JSON);
	json_t *report = read_back(&written);
	assert_shape(report, graph_fields);
	assert_shapes(at(report, "nodes"), node_fields);
	assert_shapes(at(report, "edges"), edge_fields);
	assert_text(report, "edges.0.from", "payments/ADR-0005");
	assert_text(report, "edges.0.kind", "supersedes");
	json_decref(report);
}

static void refreshed(void **state)
{
	(void)state;
	struct written written;
	written_begin(&written);
	show_refresh(&written.paper, sample_refresh(), FORMAT_JSON);
	json_t *report = read_back(&written);
	assert_shape(report, index_fields);
	assert_shapes(at(report, "projects"), refreshed_fields);
	assert_number(report, "projects.0.added", 12);
	json_decref(report);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(exported),    cmocka_unit_test(listed), cmocka_unit_test(searched),
		cmocka_unit_test(conflicting), cmocka_unit_test(due),    cmocka_unit_test(found),
		cmocka_unit_test(rules),       cmocka_unit_test(linked), cmocka_unit_test(refreshed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
