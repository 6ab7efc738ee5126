/* SPDX-License-Identifier: MIT */
#include "choices.h"

const struct choice text_or_json[] = {{"text", FORMAT_TEXT}, {"json", FORMAT_JSON}, {NULL, 0}};
