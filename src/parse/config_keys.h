/* SPDX-License-Identifier: MIT */
/* The keys of .adr.yml, as tables: reading, suggestions and the test of docs/configuration.md grow from them. */
#ifndef ADR_PARSE_CONFIG_KEYS_H
#define ADR_PARSE_CONFIG_KEYS_H

#include "adr/model/config.h"
#include "yaml_check.h"

/* Rows of these fill a struct config. */
extern const struct yaml_row config_keys[];          /* the file itself */
extern const struct yaml_row config_review_keys[];   /* review: */
extern const struct yaml_row config_policy_keys[];   /* one item of review: policies:; fills a struct review_policy */
extern const struct yaml_row config_lint_keys[];     /* lint: */
extern const struct yaml_row config_conflict_keys[]; /* conflicts: */

/* And these one item of conflicts: standards:, waivers:. */
extern const struct yaml_row config_standard_keys[];
extern const struct yaml_row config_waiver_keys[];

/* statuses: and words: into config->words. */
enum outcome config_read_statuses(const struct yaml_check *check, const struct yaml_node *value, void *config);
enum outcome config_read_words(const struct yaml_check *check, const struct yaml_node *value, void *config);

/* review: into config->review_interval, review_policies, review_within. */
enum outcome config_read_review(const struct yaml_check *check, const struct yaml_node *value, void *config);

/* conflicts: into config->standards, waivers, catalog; config->root must be known. */
enum outcome config_read_conflicts(const struct yaml_check *check, const struct yaml_node *value, void *config);

enum outcome config_read_period(const struct yaml_check *check, const struct yaml_node *value, struct period *period);
/* A period, or "never": count 0. */
enum outcome config_read_period_or_never(const struct yaml_check *check, const struct yaml_node *value,
					 struct period *period);
enum outcome config_read_date(const struct yaml_check *check, const struct yaml_node *value, struct date *date);

#endif
