/* SPDX-License-Identifier: MIT */
#include "tokenizer.h"

#include "adr/base/ascii_chunk.h"
#include "adr/base/unicode.h"

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
	memset(taker->word + kept, 0, TOKEN_SLACK);
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

/* Folds the ASCII letters and digits that `text` begins with into `word`, as many as fit, and returns how many. Zeros
 * follow behind words shorter than TOKEN_SLACK. */
static size_t fold_word(struct str text, char *word)
{
	size_t length = 0;
	chunk_put(word + CHUNK_SIZE, 0);
	while (length < TOKEN_SIZE_LIMIT) {
		uint64_t chunk = chunk_of(text.at + length, text.length - length), others = chunk_others(chunk);
		if (others) {
			uint64_t before = (others & -others) >> 7; /* the lowest bit of the first other byte */
			chunk_put(word + length, chunk_lower(chunk) & (before - 1));
			return length + chunk_word_length(others);
		}
		chunk_put(word + length, chunk_lower(chunk));
		length += CHUNK_SIZE;
	}
	return length;
}

static bool is_separator(char byte)
{
	return (unsigned char)byte < 0x80 && unicode_folded_ascii[(size_t)byte] == '\0';
}

/* Where the run ends that reaches to `start` at least; *foreign when not all of that is ASCII. */
static size_t end_of_run(struct str text, size_t start, bool *foreign)
{
	size_t end = start;
	for (; end < text.length; end++) {
		if (is_separator(text.at[end]))
			break;
		*foreign = *foreign || (unsigned char)text.at[end] >= 0x80;
	}
	return end;
}

void tokenizer_run(const struct tokenizer *tokenizer, struct str text, take_token_fn take, void *context)
{
	char word[TOKEN_SIZE_LIMIT + TOKEN_SLACK];
	struct taker taker = {take, context, word};
	for (size_t end; text.length > 0; text = (struct str){text.at + end, text.length - end}) {
		bool foreign = false;
		size_t length = fold_word(text, word);
		end = length;
		if (length == TOKEN_SIZE_LIMIT || (length < text.length && (unsigned char)text.at[length] >= 0x80))
			end = end_of_run(text, length, &foreign);
		if (foreign)
			run_foreign(tokenizer, str_slice(text, 0, end), &taker);
		else if (length > 0)
			take(context, (struct str){word, length});
		while (end < text.length && is_separator(text.at[end]))
			end++;
	}
}
