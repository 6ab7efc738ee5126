/* SPDX-License-Identifier: MIT */
/* The JSON of what show_catalog.c shows. Private to render/. */
#ifndef ADR_RENDER_SHOW_CATALOG_H
#define ADR_RENDER_SHOW_CATALOG_H

#include "parts.h"

#include "adr/render/show.h"

void catalog_json(struct paper *paper, const struct catalog_view *view);
void subject_json(struct paper *paper, const struct catalog_view *view, const struct catalog_subject *subject);
void meanings_json(struct paper *paper, const struct catalog_view *view, struct str text,
		   const struct explanation *steps);
void trial_json(struct paper *paper, const struct catalog_trial *trial);

#endif
