/* SPDX-License-Identifier: MIT */
#include "adr/model/conflict.h"

bool conflict_fails(const struct conflict *conflict, bool divergences)
{
	bool settled = conflict->standard || conflict->authority;
	if (conflict->waived)
		return false;
	if (conflict->severity == SEVERITY_ERROR)
		return true;
	return !settled && (divergences || conflict->kind == CONFLICT_CONTRADICTION);
}
