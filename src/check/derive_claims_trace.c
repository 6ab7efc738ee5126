/* SPDX-License-Identifier: MIT */
/* How the claims came about, for those who ask: explain_claims(). */
#include "derive_claims.h"

void trace_claims(struct explanation *trace, struct arena *arena, const struct record *record)
{
	LIST_EACH (const struct claim, claim, &record->claims)
		*LIST_ADD(arena, trace) = (struct explain_step){
			.kind = EXPLAIN_CLAIM,
			.counts = claim->chosen,
			.subject = claim->subject,
			.option = claim->option,
			.words = claim->quote,
			.at = claim->at,
			.message = claim->chosen ? STR("the record chose it") : STR("the record rejects it"),
		};
}
