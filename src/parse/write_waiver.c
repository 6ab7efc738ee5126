/* SPDX-License-Identifier: MIT */
/* A waiver as YAML, written by libyaml, which knows when a text needs quotes. */
#include "adr/parse/read_config.h"

#include "adr/base/text.h"

#include <yaml.h>

static int take_bytes(void *context, unsigned char *bytes, size_t length)
{
	text_add(context, (struct str){(const char *)bytes, length});
	return 1;
}

/* An emitter, and whether all went well: nothing fails but for want of memory. */
struct writer {
	yaml_emitter_t emitter;
	bool failed;
};

static void emit(struct writer *writer, int made, yaml_event_t *event)
{
	writer->failed = writer->failed || !made || !yaml_emitter_emit(&writer->emitter, event);
}

static void emit_scalar(struct writer *writer, struct str text)
{
	yaml_event_t event;
	emit(writer,
	     yaml_scalar_event_initialize(&event, NULL, NULL, (const yaml_char_t *)text.at, (int)text.length, 1, 1,
					  YAML_ANY_SCALAR_STYLE),
	     &event);
}

static void emit_entry(struct writer *writer, const char *key, struct str text)
{
	if (str_empty(text))
		return;
	emit_scalar(writer, str_of(key));
	emit_scalar(writer, text);
}

static void emit_list(struct writer *writer, const char *key, const struct strs *texts)
{
	yaml_event_t event;
	if (texts->count == 0)
		return;
	emit_scalar(writer, str_of(key));
	emit(writer, yaml_sequence_start_event_initialize(&event, NULL, NULL, 1, YAML_FLOW_SEQUENCE_STYLE), &event);
	LIST_EACH (const struct str, text, texts)
		emit_scalar(writer, *text);
	emit(writer, yaml_sequence_end_event_initialize(&event), &event);
}

static void emit_waiver(struct writer *writer, const struct waiver *waiver, bool flow)
{
	char until[DATE_TEXT_SIZE];
	yaml_event_t event;
	yaml_mapping_style_t style = flow ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE;
	emit(writer, yaml_mapping_start_event_initialize(&event, NULL, NULL, 1, style), &event);
	emit_entry(writer, "subject", waiver->subject);
	emit_list(writer, "projects", &waiver->projects);
	emit_list(writer, "ids", &waiver->records);
	emit_entry(writer, "reason", waiver->reason);
	emit_entry(writer, "until", str_of(date_format(waiver->until, until)));
	emit(writer, yaml_mapping_end_event_initialize(&event), &event);
}

static void release_writer(struct writer *writer)
{
	yaml_emitter_delete(&writer->emitter);
}

struct str waiver_yaml(struct arena *arena, const struct waiver *waiver, bool flow)
{
	SCOPED(text_release) struct text out = {0};
	SCOPED(release_writer) struct writer writer = {.failed = false};
	yaml_event_t event;
	if (!yaml_emitter_initialize(&writer.emitter))
		return (struct str){0};
	yaml_emitter_set_output(&writer.emitter, take_bytes, &out);
	yaml_emitter_set_unicode(&writer.emitter, 1);
	yaml_emitter_set_width(&writer.emitter, -1);
	emit(&writer, yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING), &event);
	emit(&writer, yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1), &event);
	emit_waiver(&writer, waiver, flow);
	emit(&writer, yaml_document_end_event_initialize(&event, 1), &event);
	emit(&writer, yaml_stream_end_event_initialize(&event), &event);
	return writer.failed ? (struct str){0} : arena_copy(arena, str_trim(text_str(&out)));
}
