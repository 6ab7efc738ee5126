/* SPDX-License-Identifier: MIT */
#include "tokenizer.h"

/* What a byte of a word folds to; a byte between words is BETWEEN, a part of a character beyond ASCII OTHER. */
#define BETWEEN 0
#define OTHER 1

#define SIXTEEN_OTHERS                                                                                                 \
	OTHER, OTHER, OTHER, OTHER, OTHER, OTHER, OTHER, OTHER, OTHER, OTHER, OTHER, OTHER, OTHER, OTHER, OTHER, OTHER

/* clang-format off */
static const unsigned char folded[256] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 0, 0, 0, 0, 0, 0,
	0, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
	'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', 0, 0, 0, 0, 0,
	0, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
	'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', 0, 0, 0, 0, 0,
	SIXTEEN_OTHERS, SIXTEEN_OTHERS, SIXTEEN_OTHERS, SIXTEEN_OTHERS,
	SIXTEEN_OTHERS, SIXTEEN_OTHERS, SIXTEEN_OTHERS, SIXTEEN_OTHERS,
};
/* clang-format on */

/* The way to full-text search's own functions: https://www.sqlite.org/fts5.html#extending_fts5 */
static fts5_api *find_api(sqlite3 *db)
{
	fts5_api *api = NULL;
	sqlite3_stmt *statement = NULL;
	if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, NULL) != SQLITE_OK)
		return NULL;
	sqlite3_bind_pointer(statement, 1, (void *)&api, "fts5_api_ptr", NULL);
	sqlite3_step(statement);
	sqlite3_finalize(statement);
	return api;
}

enum outcome tokenizer_open(struct tokenizer *tokenizer, struct store *store, struct error *error)
{
	const char *options[] = {"remove_diacritics", "2"};
	fts5_api *api = find_api(store->db);
	void *context = NULL;
	*tokenizer = (struct tokenizer){0};
	if (!api || api->xFindTokenizer(api, "unicode61", &context, &tokenizer->methods) != SQLITE_OK ||
	    tokenizer->methods.xCreate(context, options, 2, &tokenizer->handle) != SQLITE_OK)
		return fail(error, "cannot use the index %s: this SQLite has no full-text search", store->path);
	return OUTCOME_OK;
}

void tokenizer_close(struct tokenizer *tokenizer)
{
	if (tokenizer->handle)
		tokenizer->methods.xDelete(tokenizer->handle);
	tokenizer->handle = NULL;
}

/* Where words go, folded; and who takes them. */
struct taker {
	take_token_fn take;
	void *context;
	char *word; /* TOKEN_SIZE_LIMIT + TOKEN_SLACK bytes */
};

static int take_foreign(void *context, int flags, const char *token, int length, int start, int end)
{
	const struct taker *taker = context;
	size_t kept = length < TOKEN_SIZE_LIMIT ? (size_t)length : TOKEN_SIZE_LIMIT;
	(void)flags, (void)start, (void)end;
	memcpy(taker->word, token, kept);
	taker->take(taker->context, (struct str){taker->word, kept});
	return SQLITE_OK;
}

/* A run of word bytes that are not all ASCII. Words never reach over an ASCII separator, so that runs can be cut one by
 * one. Texts were made valid UTF-8 before. */
static void run_foreign(const struct tokenizer *tokenizer, struct str run, struct taker *taker)
{
	tokenizer->methods.xTokenize(tokenizer->handle, taker, FTS5_TOKENIZE_DOCUMENT, run.at, (int)run.length,
				     take_foreign);
}

/* Folds the ASCII letters and digits at the start of `text` into `word`, as many as fit, and returns how many. */
static size_t fold_word(struct str text, char *word)
{
	size_t most = text.length < TOKEN_SIZE_LIMIT ? text.length : TOKEN_SIZE_LIMIT, length = 0;
	while (length < most) {
		unsigned char byte = folded[(unsigned char)text.at[length]];
		if (byte <= OTHER)
			break;
		word[length++] = (char)byte;
	}
	return length;
}

/* How many bytes of `text` from `start` on belong to a run without separators; *foreign when not all are ASCII. */
static size_t end_of_run(struct str text, size_t start, bool *foreign)
{
	size_t end = start;
	for (; end < text.length && folded[(unsigned char)text.at[end]] != BETWEEN; end++)
		*foreign = *foreign || folded[(unsigned char)text.at[end]] == OTHER;
	return end;
}

void tokenizer_run(const struct tokenizer *tokenizer, struct str text, take_token_fn take, void *context)
{
	char word[TOKEN_SIZE_LIMIT + TOKEN_SLACK];
	struct taker taker = {take, context, word};
	memset(word, 0, TOKEN_SLACK); /* later words have the rest of earlier ones behind them */
	while (text.length > 0) {
		bool foreign = false;
		size_t length = fold_word(text, word), end = end_of_run(text, length, &foreign);
		if (foreign)
			run_foreign(tokenizer, str_slice(text, 0, end), &taker);
		else if (length > 0)
			take(context, (struct str){word, length});
		text = str_from(text, end + 1);
	}
}
