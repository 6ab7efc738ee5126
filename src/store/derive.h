/* SPDX-License-Identifier: MIT */
/* What of a record depends on other records: its id (is its number the only one of the project?) and where its links
 * lead. A record's identity is its project, path and number; a change of these in a transaction puts its project on
 * store->changed, and when the transaction ends the ids and links of these projects are looked at again. Rows that come
 * out the same are not written. */
#ifndef ADR_STORE_DERIVE_H
#define ADR_STORE_DERIVE_H

#include "sql.h"

/* A record of `project` came, went, or has another number. */
void derive_note_change(struct store *store, int64_t project);

/* The id that the record would have were it alone in its project; lives in the scratch arena. */
struct str derive_first_id(struct store *store, const struct record *record);

/* Ids and links of changed projects, and links between projects when any project changed. */
NODISCARD enum outcome derive_all(struct store *store, struct error *error);

/* Where a link leads as far as the index knows now: a record, or 0 for nowhere or several. */
NODISCARD enum outcome derive_target(struct store *store, int64_t project, const struct link *link, int64_t *target,
				     struct error *error);

/* The link may lead out of its project. */
bool derive_leads_across(const struct link *link);

/* Looks at links again: derive_links.c. */
NODISCARD enum outcome derive_links_of(struct store *store, int64_t project, struct error *error);
NODISCARD enum outcome derive_links_across(struct store *store, struct error *error);

#endif
