/* SPDX-License-Identifier: MIT */
/* Folding: the form in which words are compared; and what follows from it: slugs and distances. */
#include "adr/base/ascii.h"
#include "adr/base/ascii_chunk.h"
#include "adr/base/scope.h"
#include "adr/base/unicode.h"

#include <utf8proc.h>

/* Letters that Unicode does not decompose, in the spelling that people fall back to. */
static const struct {
	int32_t letter;
	const char *spelt;
} undecomposed[] = {
	{0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"}, {0x0111, "d"},
	{0x0127, "h"},  {0x0131, "i"}, {0x0142, "l"}, {0x0153, "oe"}, {0x0167, "t"},
};

/* Being built: words separated by single spaces. */
struct folding {
	struct text *out;
	bool gap; /* a separator is due before the next character */
};

static void put(struct folding *folding, struct str bytes)
{
	if (folding->gap && folding->out->length > 0)
		text_add_byte(folding->out, ' ');
	folding->gap = false;
	text_add(folding->out, bytes);
}

static void put_point(struct folding *folding, int32_t point)
{
	for (size_t i = 0; i < sizeof undecomposed / sizeof *undecomposed; i++) {
		if (undecomposed[i].letter == point) {
			put(folding, str_of(undecomposed[i].spelt));
			return;
		}
	}
	utf8proc_uint8_t bytes[4];
	utf8proc_ssize_t length = utf8proc_encode_char(point, bytes);
	put(folding, (struct str){(const char *)bytes, (size_t)length});
}

enum sort { SORT_WORD, SORT_MARK, SORT_BETWEEN };

static enum sort sort_of(int32_t point)
{
	switch ((int)utf8proc_category(point)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO:
		return SORT_WORD;
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
	case UTF8PROC_CATEGORY_CF:
		return SORT_MARK;
	default:
		return SORT_BETWEEN;
	}
}

/* Kana and Hangul decompose into what is another letter to their readers; they stay whole. */
static bool stays_whole(int32_t point)
{
	return (point >= 0x3040 && point <= 0x30FF) || (point >= 0xAC00 && point <= 0xD7A3);
}

#define DECOMPOSED_MOST 20 /* the longest compatibility decomposition has 18 code points */

static void fold_point(struct folding *folding, int32_t point)
{
	utf8proc_int32_t parts[DECOMPOSED_MOST];
	utf8proc_ssize_t count = 1;
	int last_class = 0;
	parts[0] = point;
	/* a variable, because clang takes the sum of the flags for no value of their enum */
	int options = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD;
	if (!stays_whole(point))
		count = utf8proc_decompose_char(point, parts, DECOMPOSED_MOST, (utf8proc_option_t)options, &last_class);
	for (utf8proc_ssize_t i = 0; i < count && count <= DECOMPOSED_MOST; i++) {
		enum sort sort = sort_of(parts[i]);
		if (sort == SORT_WORD)
			put_point(folding, parts[i]);
		else if (sort == SORT_BETWEEN)
			folding->gap = true;
	}
}

static void fold_ascii(struct folding *folding, char byte, const char *keep)
{
	byte = to_lower(byte);
	bool word = is_letter(byte) || is_digit(byte) || (byte && strchr(keep, byte));
	if (word)
		put(folding, (struct str){&byte, 1});
	else
		folding->gap = true;
}

static struct str fold_any(struct arena *arena, struct str text, const char *keep)
{
	SCOPED(text_release) struct text out = {0};
	struct folding folding = {.out = &out};
	size_t length;
	for (; text.length > 0; text = str_from(text, length)) {
		int32_t point = unicode_next(text, &length);
		if (point >= 0x80)
			fold_point(&folding, point);
		else if (point >= 0)
			fold_ascii(&folding, (char)point, keep);
		else
			folding.gap = true;
	}
	return arena_copy(arena, text_str(&out));
}

/* clang-format off */
const char unicode_folded_ascii[128] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 0, 0, 0, 0, 0, 0,
	0, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
	'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', 0, 0, 0, 0, 0,
	0, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
	'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', 0, 0, 0, 0, 0,
};
/* clang-format on */

/* ASCII punctuation as a set of bits; all of it lies in two times 64 characters. */
struct kept {
	uint64_t low, high;
};

static struct kept kept_of(const char *keep)
{
	struct kept kept = {0};
	for (; *keep; keep++) {
		if (*keep < 64)
			kept.low |= 1ULL << *keep;
		else
			kept.high |= 1ULL << (*keep - 64);
	}
	return kept;
}

static bool is_kept(struct kept kept, char byte)
{
	return byte < 64 ? (kept.low >> byte) & 1U : (kept.high >> (byte - 64)) & 1U;
}

static char *fold_gap(char *end, bool *gap)
{
	if (*gap)
		*end++ = ' ';
	*gap = false;
	return end;
}

struct str unicode_fold_keeping(struct arena *arena, struct str text, const char *keep)
{
	/* ASCII never gets longer, but chunks are written whole */
	char *out = arena_take_text(arena, text.length + CHUNK_SIZE), *end = out;
	struct kept kept = kept_of(keep);
	bool gap = false;
	for (size_t i = 0; i < text.length;) {
		uint64_t chunk = chunk_of(text.at + i, text.length - i);
		size_t length = chunk_word_length(chunk_others(chunk));
		if (length > 0) {
			end = fold_gap(end, &gap);
			chunk_put(end, chunk_lower(chunk));
			end += length;
			i += length;
		}
		if (length == CHUNK_SIZE || i == text.length)
			continue;
		char byte = text.at[i++];
		if ((unsigned char)byte >= 0x80)
			return fold_any(arena, text, keep);
		if (is_kept(kept, byte)) {
			end = fold_gap(end, &gap);
			*end++ = byte;
		} else {
			gap = end > out;
		}
	}
	return (struct str){out, (size_t)(end - out)};
}

struct str unicode_fold(struct arena *arena, struct str text)
{
	return unicode_fold_keeping(arena, text, "");
}

struct str unicode_slug(struct arena *arena, struct str title)
{
	SCOPED(text_release) struct text slug = {0};
	bool gap = false;
	size_t length;
	for (; title.length > 0; title = str_from(title, length)) {
		int32_t point = unicode_next(title, &length);
		enum sort sort = point < 0 ? SORT_BETWEEN : sort_of(point);
		if (sort == SORT_BETWEEN) {
			gap = true;
			continue;
		}
		if (sort == SORT_MARK && slug.length == 0)
			continue;
		if (gap && slug.length > 0)
			text_add_byte(&slug, '-');
		gap = false;
		utf8proc_uint8_t bytes[4];
		utf8proc_ssize_t size = utf8proc_encode_char(utf8proc_tolower(point), bytes);
		if (utf8proc_category(point) != UTF8PROC_CATEGORY_CF)
			text_add(&slug, (struct str){(const char *)bytes, (size_t)size});
	}
	return arena_copy(arena, text_str(&slug));
}

#define DISTANCE_MOST 64 /* code points; longer words are no typing errors of each other */

static size_t decode(struct str text, int32_t points[DISTANCE_MOST])
{
	size_t count = 0, length;
	for (; text.length > 0 && count < DISTANCE_MOST; text = str_from(text, length))
		points[count++] = unicode_next(text, &length);
	return text.length > 0 ? DISTANCE_MOST + 1 : count;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours cost one each. */
size_t unicode_distance(struct str a, struct str b, size_t limit)
{
	int32_t x[DISTANCE_MOST], y[DISTANCE_MOST];
	size_t rows[3][DISTANCE_MOST + 1];
	size_t n = decode(a, x), m = decode(b, y);
	if (n > DISTANCE_MOST || m > DISTANCE_MOST || (n > m ? n - m : m - n) > limit)
		return str_equal(a, b) ? 0 : limit + 1;
	for (size_t j = 0; j <= m; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= n; i++) {
		size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + (x[i - 1] != y[j - 1]));
			if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
				row[j] = least(row[j], before[j - 2] + 1);
		}
	}
	size_t distance = rows[n % 3][m];
	return distance > limit ? limit + 1 : distance;
}

struct str unicode_nearest(const struct strs *known, struct str word)
{
	size_t limit = word.length < 6 ? 1 : 2, best = limit + 1;
	struct str found = {0};
	LIST_EACH (const struct str, name, known) {
		size_t distance = unicode_distance(word, *name, limit);
		if (distance < best) {
			best = distance;
			found = *name;
		}
	}
	return found;
}
