/* SPDX-License-Identifier: MIT */
/* What a user types for a record. */
#include "adr/base/file.h"
#include "adr/model/resolve.h"

/* The number in "12", "0012", "ADR-12", "adr 12"; -1 when it is none. */
static int32_t number_of(struct str reference)
{
	if (str_starts_nocase(reference, STR("adr")))
		reference = str_trim_bytes(str_from(reference, 3), "-_ #");
	int32_t number;
	return str_to_number(reference, &number) ? number : -1;
}

typedef bool (*matches_fn)(const struct record *record, struct str reference, int32_t number);

static bool is_id(const struct record *record, struct str reference, int32_t number)
{
	(void)number;
	return str_equal_nocase(record->id, reference);
}

/* "docs/decisions.md#adr-3": takes what is behind the '#' off the reference; false when it is not this record's. */
static bool take_anchor(const struct record *record, struct str *reference)
{
	size_t hash = record_is_part(record) ? str_find_byte(*reference, '#') : STR_NOT_FOUND;
	if (hash == STR_NOT_FOUND)
		return true;
	struct str anchor = str_from(*reference, hash + 1), begins = str_slice(record->anchor, 0, anchor.length);
	*reference = str_slice(*reference, 0, hash);
	return str_equal_nocase(begins, anchor) &&
	       (anchor.length == record->anchor.length || record->anchor.at[anchor.length] == '-');
}

static bool is_path(const struct record *record, struct str reference, int32_t number)
{
	(void)number;
	struct str path = record->path;
	if (!take_anchor(record, &reference))
		return false;
	bool behind_slash = reference.length < path.length && path.at[path.length - reference.length - 1] == '/';
	return str_equal(path, reference) || (behind_slash && str_ends(path, reference));
}

static bool is_number(const struct record *record, struct str reference, int32_t number)
{
	(void)reference;
	return number >= 0 && record->number == number;
}

/* "billing/12", "billing/adr-12" */
static bool is_project_number(const struct record *record, struct str reference, int32_t number)
{
	(void)number;
	size_t slash = str_find_last_byte(reference, '/');
	if (slash == STR_NOT_FOUND || !str_equal_nocase(str_slice(reference, 0, slash), record->project->name))
		return false;
	int32_t wanted = number_of(str_from(reference, slash + 1));
	return wanted >= 0 && record->number == wanted;
}

static bool is_stem(const struct record *record, struct str reference, int32_t number)
{
	(void)number;
	return take_anchor(record, &reference) && str_equal_nocase(path_stem(record->path), reference);
}

/* The name of a decision in a log is its anchor. */
static bool begins_name(const struct record *record, struct str reference, int32_t number)
{
	(void)number;
	return str_starts_nocase(record_is_part(record) ? record->anchor : path_stem(record->path), reference);
}

/* The surest reading first; the first that matches anything counts. */
static const matches_fn readings[] = {is_id, is_project_number, is_path, is_number, is_stem, begins_name};

size_t resolve_reference(const struct records *records, struct str reference, const struct record **found)
{
	int32_t number = number_of(reference);
	for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
		size_t count = 0;
		const struct record *last = NULL;
		LIST_EACH (struct record, record, records) {
			if (record->kind == KIND_RECORD && readings[i](record, reference, number)) {
				count++;
				last = record;
			}
		}
		if (count == 1)
			*found = last;
		if (count > 0)
			return count;
	}
	return 0;
}
