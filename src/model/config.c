/* SPDX-License-Identifier: MIT */
/* The settings of a project that has no .adr.yml. */
#include "adr/model/config.h"

void config_init(struct config *config)
{
	*config = (struct config){.review_within = {30, DATE_DAYS}};
	for (int rule = 0; rule < RULE_COUNT; rule++)
		config->rules[rule] = (uint8_t)rule_info((enum rule)rule)->severity;
}
