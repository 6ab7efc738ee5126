/* SPDX-License-Identifier: MIT */
#ifndef ADR_CLI_PUBLISHED_LINKS_H
#define ADR_CLI_PUBLISHED_LINKS_H

#include "session.h"

/* Fills path and to of those links between decisions by which records of the checkout, all of `records`, name a record
 * of a project that only the published index knows: "billing/ADR-0004", "../billing/docs/adr/0004-x.md", the project
 * lying beside the checkout in a folder of the same name as where it was indexed. Those among them that are in force and
 * that somebody conflicts with are added to `opponents`. */
NODISCARD enum outcome resolve_published(struct session *session, const struct workspace *workspace,
					 struct store *published, struct records *records, struct records *opponents,
					 struct error *error);

#endif
