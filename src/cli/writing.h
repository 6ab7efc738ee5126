/* SPDX-License-Identifier: MIT */
/* What `adr new` and `adr init` share: where records go, what date they get, and showing the new file. */
#ifndef ADR_CLI_WRITING_H
#define ADR_CLI_WRITING_H

#include "adr/edit/edit.h"
#include "session.h"

/* The date a new record gets: ADR_DATE verbatim, else today. */
struct str writing_date(struct session *session);

/* `path` as seen from the working directory. */
NODISCARD enum outcome writing_print_path(struct session *session, struct str path, struct error *error);

/* Runs $VISUAL, else $EDITOR, on the file, as adr-tools does; nothing when both are empty. */
NODISCARD enum outcome writing_edit(struct session *session, struct str path, struct error *error);

#endif
