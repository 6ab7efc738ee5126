/* SPDX-License-Identifier: MIT */
/* Paths as URIs (RFC 3986). Private to render/. */
#ifndef ADR_RENDER_URI_H
#define ADR_RENDER_URI_H

#include "adr/base/text.h"

/* Appends a path as a relative reference: every byte but letters, digits, - . _ ~ and / is percent-encoded. */
void add_uri_path(struct text *out, struct str path);

#endif
