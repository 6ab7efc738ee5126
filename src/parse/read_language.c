/* SPDX-License-Identifier: MIT */
/* The language of the prose: by its script, else by its most frequent words. A sample is enough. */
#include "reading.h"

#define SAMPLE_WORDS 160 /* at most */
#define SAMPLE_STEP 40   /* so many are looked at before asking whether that is enough */
#define LANGUAGES_MOST 32

struct sample {
	size_t words;
	size_t hits[LANGUAGES_MOST];
	size_t han, kana, cyrillic;
};

static void count_script(struct sample *sample, int32_t point)
{
	sample->han += point >= 0x4E00 && point <= 0x9FFF;
	sample->kana += point >= 0x3040 && point <= 0x30FF;
	sample->cyrillic += point >= 0x0400 && point <= 0x04FF;
}

static void count_word(const struct reading *reading, struct sample *sample, struct str word)
{
	uint32_t languages = word_index_languages(reading->words, WORD_COMMON, word);
	sample->words++;
	for (size_t i = 0; languages != 0 && i < LANGUAGES_MOST; i++, languages >>= 1)
		sample->hits[i] += languages & 1U;
}

/* Words are only folded as far as ASCII goes: the common words of each language hold enough such. */
static void count_text(const struct reading *reading, struct sample *sample, struct str text)
{
	char word[24];
	size_t length = 0;
	for (size_t i = 0; i <= text.length && sample->words < SAMPLE_WORDS; i++) {
		char byte = i < text.length ? text.at[i] : ' ';
		char lower = byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte;
		bool letter = (lower >= 'a' && lower <= 'z') || (unsigned char)byte >= 0x80;
		if ((unsigned char)byte >= 0xC0) {
			size_t bytes = 1;
			count_script(sample, unicode_next(str_from(text, i), &bytes));
		}
		if (letter && length < sizeof word)
			word[length++] = lower;
		if (letter || length == 0)
			continue;
		count_word(reading, sample, (struct str){word, length});
		length = 0;
	}
}

/* One language is far ahead of all others. */
static bool is_clear(const struct sample *sample)
{
	size_t first = 0, second = 0;
	for (size_t i = 0; i < LANGUAGES_MOST; i++) {
		size_t hits = sample->hits[i];
		second = hits > first ? first : hits > second ? hits : second;
		first = hits > first ? hits : first;
	}
	return sample->words >= SAMPLE_STEP && first >= SAMPLE_STEP / 4 && first > 2 * second;
}

static struct str best_language(const struct reading *reading, const struct sample *sample)
{
	size_t best = 0;
	for (size_t i = 1; i < reading->vocabulary->language_count && i < LANGUAGES_MOST; i++)
		best = sample->hits[i] > sample->hits[best] ? i : best;
	bool told = sample->hits[best] * 20 >= sample->words && sample->hits[best] >= 2;
	return told ? reading->vocabulary->languages[best] : (struct str){0};
}

void read_language(struct reading *reading)
{
	struct sample sample = {0};
	for (size_t i = 0; i < reading->blocks.count && sample.words < SAMPLE_WORDS && !is_clear(&sample); i++) {
		const struct block *block = &reading->blocks.item[i];
		if ((block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_ITEM) && i >= reading->header_end)
			count_text(reading, &sample, str_slice(block->text, 0, 400));
	}
	if (sample.words == 0)
		count_text(reading, &sample, str_slice(str_from(reading->source->text, reading->body), 0, 2000));
	size_t east = sample.han + sample.kana, words = sample.words;
	if (sample.kana > 10 || sample.kana * 4 > east)
		reading->record->language = east > 0 ? STR("ja") : best_language(reading, &sample);
	else if (sample.han > 10 && sample.han * 2 > words)
		reading->record->language = STR("zh");
	else if (sample.cyrillic > words)
		reading->record->language = STR("ru");
	else
		reading->record->language = best_language(reading, &sample);
}
