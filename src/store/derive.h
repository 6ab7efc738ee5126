/* SPDX-License-Identifier: MIT */
/* What of a record depends on other records: its id (is its number the only one of the project?) and where its links
 * lead. A record's identity is its project, path and number. When one changes in a transaction, the ids and links of
 * its project are looked at again as soon as changes move on to another project (while other threads still read files),
 * or the transaction ends. Rows that come out the same are not written. */
#ifndef ADR_STORE_DERIVE_H
#define ADR_STORE_DERIVE_H

#include "sql.h"

/* A record of `project` came, went, or has another number; or the project has another name. Resets the scratch arena.
 */
NODISCARD enum outcome derive_note_change(struct store *store, int64_t project, struct error *error);

/* The id that the record would have were it alone in its project; lives in the scratch arena. */
struct str derive_first_id(struct store *store, const struct record *record);

/* When a transaction ends: ids and links of the last project, and links between projects when any changed. */
NODISCARD enum outcome derive_rest(struct store *store, struct error *error);

/* Where a link stands. */
struct link_source {
	int64_t project;
	struct str log; /* the path, when it stands in one; else empty */
};

/* Where a link leads as far as the index knows now: a record, or 0 for nowhere or several. */
NODISCARD enum outcome derive_target(struct store *store, const struct link_source *from, const struct link *link,
				     int64_t *target, struct error *error);

/* The link may lead out of its project. */
bool derive_leads_across(const struct link *link);

/* Looks at links again: derive_links.c. */
NODISCARD enum outcome derive_links_of(struct store *store, int64_t project, struct error *error);
NODISCARD enum outcome derive_links_across(struct store *store, struct error *error);

#endif
