/* SPDX-License-Identifier: MIT */
#include "tokenizer.h"

/* What a byte means: a letter or digit is what it folds to, the rest is one of these. */
#define BETWEEN 0 /* ASCII that is no part of a word */
#define OTHER 1   /* part of a character beyond ASCII */

static const unsigned char folded[256] = {
	['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5', ['6'] = '6', ['7'] = '7',
	['8'] = '8', ['9'] = '9', ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd', ['E'] = 'e', ['F'] = 'f',
	['G'] = 'g', ['H'] = 'h', ['I'] = 'i', ['J'] = 'j', ['K'] = 'k', ['L'] = 'l', ['M'] = 'm', ['N'] = 'n',
	['O'] = 'o', ['P'] = 'p', ['Q'] = 'q', ['R'] = 'r', ['S'] = 's', ['T'] = 't', ['U'] = 'u', ['V'] = 'v',
	['W'] = 'w', ['X'] = 'x', ['Y'] = 'y', ['Z'] = 'z', ['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd',
	['e'] = 'e', ['f'] = 'f', ['g'] = 'g', ['h'] = 'h', ['i'] = 'i', ['j'] = 'j', ['k'] = 'k', ['l'] = 'l',
	['m'] = 'm', ['n'] = 'n', ['o'] = 'o', ['p'] = 'p', ['q'] = 'q', ['r'] = 'r', ['s'] = 's', ['t'] = 't',
	['u'] = 'u', ['v'] = 'v', ['w'] = 'w', ['x'] = 'x', ['y'] = 'y', ['z'] = 'z',
};

static unsigned char fold(char byte)
{
	unsigned char value = (unsigned char)byte;
	return value >= 0x80 ? OTHER : folded[value];
}

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

struct taker {
	take_token_fn take;
	void *context;
};

static int take_foreign(void *context, int flags, const char *token, int length, int start, int end)
{
	const struct taker *taker = context;
	(void)flags, (void)start, (void)end;
	taker->take(taker->context, (struct str){token, (size_t)length});
	return SQLITE_OK;
}

/* A run of word bytes that are not all ASCII. Words never reach over an ASCII separator, so that runs can be cut one by
 * one. Texts were made valid UTF-8 before. */
static void run_foreign(const struct tokenizer *tokenizer, struct str run, struct taker *taker)
{
	tokenizer->methods.xTokenize(tokenizer->handle, taker, FTS5_TOKENIZE_DOCUMENT, run.at, (int)run.length,
				     take_foreign);
}

/* Folds the run at the start of `text` into `word` as far as it fits. Returns the run's length; *foreign when it holds
 * more than ASCII. */
static size_t fold_run(struct str text, char word[TOKEN_SIZE_LIMIT], bool *foreign)
{
	size_t length = 0;
	*foreign = false;
	for (; length < text.length; length++) {
		unsigned char byte = fold(text.at[length]);
		if (byte == BETWEEN)
			break;
		if (byte == OTHER)
			*foreign = true;
		else if (length < TOKEN_SIZE_LIMIT)
			word[length] = (char)byte;
	}
	return length;
}

void tokenizer_run(const struct tokenizer *tokenizer, struct str text, take_token_fn take, void *context)
{
	struct taker taker = {take, context};
	char word[TOKEN_SIZE_LIMIT];
	for (size_t at = 0; at < text.length;) {
		bool foreign;
		struct str rest = str_from(text, at);
		size_t length = fold_run(rest, word, &foreign);
		if (foreign)
			run_foreign(tokenizer, str_slice(rest, 0, length), &taker);
		else if (length > 0)
			take(context, (struct str){word, length < TOKEN_SIZE_LIMIT ? length : TOKEN_SIZE_LIMIT});
		at += length + 1;
	}
}
