/* SPDX-License-Identifier: MIT */
/* Unicode, by utf8proc; the only place that includes it. All input may be any bytes. */
#ifndef ADR_BASE_UNICODE_H
#define ADR_BASE_UNICODE_H

#include "adr/base/list.h"
#include "adr/base/text.h"

/* What an ASCII byte folds to: the lower case of a letter, a digit itself, 0 for everything between words. */
extern const char unicode_folded_ascii[128];

/* The folded form that words are compared in: NFKC, case folded, accents removed, letters that do not decompose
 * spelt out (ł -> l, ß -> ss, ø -> o, æ -> ae), every run of characters that are neither letters nor digits one
 * space, none at either end. "  Décision – Nº 3 " becomes "decision no 3". Emoji and invalid bytes vanish.
 * ASCII input takes a fast path. The result lives in `arena`. */
struct str unicode_fold(struct arena *arena, struct str text);

/* The same, but the characters of `keep` (ASCII punctuation) stay: "+#./:-@" for names such as c++, node.js,
 * python:3.13-slim. */
struct str unicode_fold_keeping(struct arena *arena, struct str text, const char *keep);

/* Where the first byte that is not valid UTF-8 stands, or STR_NOT_FOUND. */
size_t unicode_find_invalid(struct str text);

/* Valid UTF-8 from any bytes: each maximal invalid sequence becomes U+FFFD. Returns `text` itself when it is valid. */
struct str unicode_clean(struct arena *arena, struct str text);

/* Appends `text` as it may go to a terminal: invalid bytes, control characters (C0, DEL, C1), bidirectional controls
 * and other invisible format characters become U+FFFD, line breaks and tabs one space. */
void unicode_add_printable(struct text *out, struct str text);

/* Columns that a terminal needs for printable text: 0 for combining marks, 2 for wide East Asian ones and emoji. */
size_t unicode_width(struct str text);

/* The longest prefix that fits into `columns`, never cutting a character. */
struct str unicode_fit(struct str text, size_t columns);

/* Code points in `text`; an invalid byte counts as one. */
size_t unicode_count(struct str text);

/* Reads one code point at the start of `text` (which is not empty), stores its length in bytes (at least 1) and
 * returns it, or -1 for an invalid sequence. */
int32_t unicode_next(struct str text, size_t *length);

/* A file name from a title: lower case, letters and digits of any script kept, every other run one '-', none at either
 * end: "Slash/Slash" -> "slash-slash", "Café déjà vu" -> "café-déjà-vu". Empty when nothing is left. */
struct str unicode_slug(struct arena *arena, struct str title);

/* Damerau-Levenshtein distance of two folded words, at most `limit` + 1 (bounded work). For typos and suggestions. */
size_t unicode_distance(struct str a, struct str b, size_t limit);

/* The known word that `word` probably is with a slip of the finger: two at most, one in short words. Empty: none. */
struct str unicode_nearest(const struct strs *known, struct str word);

#endif
