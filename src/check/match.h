/* SPDX-License-Identifier: MIT */
/* Finds the catalogue's names in text: options, and the words that tell which subject or scope a text speaks of.
 *
 * Text is folded and taken apart into units: runs of letters and digits. "python:3.13-slim" is python 3 13 slim, and
 * "event-driven" the same as "event driven". A name is a sequence of units, looked up in a hash table that also holds
 * the beginnings of all names, so that most units cost one look-up. Names with '*' are compared with whole words. */
#ifndef ADR_CHECK_MATCH_H
#define ADR_CHECK_MATCH_H

#include "adr/check/check.h"

#define UNITS_MOST 256   /* of one phrase; what is behind them is not looked at */
#define MENTIONS_MOST 64 /* in one phrase */

/* A run of letters and digits, without the 's' of a plural. */
struct unit {
	struct str text;
	uint64_t hash; /* unit_hash(0, text) */
	uint16_t word; /* number of the word it stands in; words are separated by spaces */
	bool address;  /* part of a URL or of a file's name: holds no names */
};

/* A word as it stands between spaces, without punctuation at its ends. */
struct phrase {
	struct str raw; /* as written; empty: only the folded form is known, and case tells nothing */
	struct str folded;
	struct unit units[UNITS_MOST];
	size_t count;
};

enum meaning_kind { MEANS_NOTHING, MEANS_OPTION, MEANS_CUE, MEANS_UNLESS, MEANS_SCOPE, MEANS_TURN };

#define ANY_SUBJECT UINT16_MAX /* of MEANS_UNLESS: the word speaks against every subject that has no cue for it */

/* Words that turn what a sentence says about the options round them. */
enum turn {
	TURN_AGAINST,  /* "instead of", "not": the next option is rejected */
	TURN_OVER,     /* "over": the same, behind another option: "X over Y", but not "send it over Y" */
	TURN_FROM,     /* "from": the next option is rejected when TURN_TO comes behind it */
	TURN_TO,       /* "to", "with", "by": ends what "from" and "replace" began */
	TURN_REPLACED, /* "replaced by": the option before is rejected */
	TURN_REASON,   /* "because", "although": what follows is argument, not choice */
	TURN_EITHER,   /* "or", "vs": a choice that is still open */
	TURN_BESIDE,   /* "with", "for", "on": what follows is not what the sentence is about */
	TURN_FOR,      /* "for": the same, and it names what the choice is limited to */
	TURN_ASIDE,    /* "for development", "in tests": the option before is no choice */
	TURN_CHOSE,    /* "was chosen": the option before is the one, those before it are not */
	TURN_STACK,    /* "technology stack": the text decides many things at once */
	TURN_WEIGHED, /* "considered", "tried": options were looked at, of which one was taken */
	TURN_REVISED, /* "update", "re-evaluation": what follows has the last word */
	TURN_MOVE,     /* "migrate", "switch": "from" rejects what follows even where "to" stands before it */
	TURN_BOTH,     /* "dual licensed": "X or Y" leaves nothing open */
};

/* What a name stands for; a name may stand for several things. */
struct meaning {
	enum meaning_kind kind;
	bool ambiguous; /* options: counts only where the subject is at hand */
	uint16_t subject;
	uint16_t option; /* in the subject; MEANS_SCOPE: number of the scope in the catalogue; MEANS_TURN: the turn */
};

/* A name that was found: units `from` up to, not including, `to`. */
struct mention {
	struct meaning meaning;
	uint16_t from, to;
};

struct mentions {
	struct mention item[MENTIONS_MOST];
	size_t count;
};

#define FIRST_BITS 32768 /* a power of two */

struct matcher {
	struct catalog catalog; /* built-in and own as one */
	struct name_entry *table;
	size_t table_slots; /* a power of two */
	size_t table_used;
	uint64_t firsts[FIRST_BITS / 64]; /* two bits for each hash that a name begins with: see may_begin_name() */
	const struct glob *globs;
	size_t glob_count;
};

/* One slot of the table; empty when unit_count is 0. */
struct name_entry {
	uint64_t hash;
	const struct str *units;
	size_t unit_count;
	struct meaning_link *meanings; /* NULL: only the beginning of longer names */
};

struct meaning_link {
	struct meaning meaning;
	struct str exact; /* counts in this case only; empty: in any */
	struct meaning_link *next;
};

/* A name with '*' in it. */
struct glob {
	struct str pattern;
	struct meaning meaning;
	size_t letters; /* of the pattern without its stars: the more, the better the match */
};

/* Marks that part what stands round them; kept when text is folded. */
#define TEXT_BREAKS ",;()!?"

/* Folds `text` (in `arena`) and takes it apart. */
void take_apart(struct phrase *phrase, struct arena *arena, struct str text);

/* The same for text that is folded already. */
void take_apart_folded(struct phrase *phrase, struct str folded);

/* The words that were found, folded, with the 's' of a plural. */
struct str phrase_words(const struct phrase *phrase, const struct mention *mention);

/* Of two options that begin at the same unit the longer name counts, and nothing is looked for inside it; cues, scopes
 * and "unless" words are found everywhere. */
void find_mentions(const struct matcher *matcher, const struct phrase *phrase, struct mentions *mentions);

/* The pattern that fits the whole word that unit `from` begins, or NULL. */
const struct glob *find_pattern(const struct matcher *matcher, const struct phrase *phrase, size_t from);

/* The words that turn, in all supported languages; folded. Ends with an empty text. */
struct turn_word {
	struct str words;
	enum turn turn;
};
extern const struct turn_word turn_words[];

/* Words that, in a title, tell that no option is chosen: "upgrade". Ends with an empty text. */
extern const struct str veto_words[];

/* "Redis as", "Kafka cluster": the word leaves the name before it what it is. */
bool is_plain_word(struct str unit);

/* A Bloom filter, small enough to stay at hand: spares nearly all look-ups in a table that is not. */
static inline bool has_first(const struct matcher *matcher, uint64_t bit)
{
	return matcher->firsts[bit % FIRST_BITS / 64] >> bit % 64 & 1;
}

/* False when no name begins with the unit of this hash; true is a "perhaps". */
static inline bool may_begin_name(const struct matcher *matcher, uint64_t hash)
{
	return has_first(matcher, hash) && has_first(matcher, hash >> 32);
}

uint64_t unit_hash(uint64_t before, struct str unit); /* of a sequence of units, one by one; starts with 0 */

#endif
