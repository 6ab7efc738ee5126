/* SPDX-License-Identifier: MIT */
/* The record that a user names: by id, number, path or the beginning of a file's name. */
#ifndef ADR_CLI_REFERENCE_H
#define ADR_CLI_REFERENCE_H

#include "session.h"

/* The one record of the index that passes `filter` and that `reference` means. Fails when there is none, or, naming
 * some, when there are several. */
NODISCARD enum outcome find_reference(struct session *session, struct asked_index *index,
				      const struct record_filter *filter, struct str reference,
				      const struct record **found, struct error *error);

#endif
