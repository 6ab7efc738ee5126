/* SPDX-License-Identifier: MIT */
#include "adr/render/paper.h"

#include "lines.h"

#include "adr/base/unicode.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define OUTPUT_BUFFER 65536
#define DEFAULT_WIDTH 80
#define LEAST_WIDTH 40
#define LARGEST_WIDTH 1000
#define LEAST_REST 16 /* columns that text gets even where less is left of the paper */

static bool wants_color(void)
{
	const char *no_color = getenv("NO_COLOR");
	const char *terminal = getenv("TERM");
	return (!no_color || !*no_color) && terminal && *terminal && strcmp(terminal, "dumb") != 0;
}

static size_t sensible_width(size_t columns)
{
	if (columns < LEAST_WIDTH)
		return LEAST_WIDTH;
	return columns > LARGEST_WIDTH ? LARGEST_WIDTH : columns;
}

static size_t find_width(int descriptor)
{
	const char *columns = getenv("COLUMNS");
	int32_t stated;
	if (columns && str_to_number(str_of(columns), &stated) && stated > 0)
		return sensible_width((size_t)stated);
	struct winsize window;
	if (descriptor >= 0 && ioctl(descriptor, TIOCGWINSZ, &window) == 0 && window.ws_col > 0)
		return sensible_width(window.ws_col);
	return DEFAULT_WIDTH;
}

/* A long report goes out in few pieces. A terminal gets each line at once, as it always does. */
static void widen_buffer(FILE *stream)
{
	static char buffer[OUTPUT_BUFFER];
	if (stream == stdout)
		setvbuf(stream, buffer, _IOFBF, sizeof buffer);
}

struct paper paper_open(FILE *stream)
{
	int descriptor = fileno(stream);
	bool terminal = descriptor >= 0 && isatty(descriptor);
	if (!terminal)
		widen_buffer(stream);
	return (struct paper){
		.stream = stream,
		.color = terminal && wants_color(),
		.terminal = terminal,
		.width = find_width(terminal ? descriptor : -1),
	};
}

void paper_print(struct paper *paper, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	vfprintf(paper->stream, format, arguments);
	va_end(arguments);
}

static const char *style_code(enum style style)
{
	switch (style) {
	case STYLE_PLAIN:
		return "";
	case STYLE_BOLD:
		return "\033[1m";
	case STYLE_DIM:
		return "\033[2m";
	case STYLE_RED:
		return "\033[31m";
	case STYLE_YELLOW:
		return "\033[33m";
	case STYLE_GREEN:
		return "\033[32m";
	case STYLE_BLUE:
		return "\033[34m";
	case STYLE_CYAN:
		return "\033[36m";
	}
	return "";
}

static void write_str(struct paper *paper, struct str text)
{
	if (text.length > 0)
		fwrite(text.at, 1, text.length, paper->stream);
}

static void write_styled(struct paper *paper, enum style style, struct str clean)
{
	bool styled = paper->color && style != STYLE_PLAIN && !str_empty(clean);
	if (styled)
		fputs(style_code(style), paper->stream);
	write_str(paper, clean);
	if (styled)
		fputs("\033[0m", paper->stream);
}

void paper_text(struct paper *paper, enum style style, struct str text)
{
	SCOPED(text_release) struct text clean = {0};
	write_styled(paper, style, clean_str(&clean, text));
}

void paper_spaces(struct paper *paper, size_t count)
{
	static const char spaces[] = "                                ";
	for (; count >= sizeof spaces; count -= sizeof spaces - 1)
		fwrite(spaces, 1, sizeof spaces - 1, paper->stream);
	fwrite(spaces, 1, count, paper->stream);
}

void paper_column(struct paper *paper, enum style style, struct str text, size_t columns)
{
	SCOPED(text_release) struct text clean = {0}, cut = {0};
	struct str shown = clean_str(&clean, text);
	if (shown.length > columns) { /* no character is wider than its bytes are many */
		add_cut(&cut, shown, columns);
		shown = text_str(&cut);
	}
	write_styled(paper, style, shown);
	size_t width = unicode_width(shown);
	if (width < columns)
		paper_spaces(paper, columns - width);
}

static size_t columns_behind(const struct paper *paper, size_t used)
{
	return paper->width > used + LEAST_REST ? paper->width - used : LEAST_REST;
}

void paper_last(struct paper *paper, enum style style, struct str text, size_t used)
{
	SCOPED(text_release) struct text clean = {0}, cut = {0};
	struct str line = str_trim(clean_str(&clean, text));
	if (paper->terminal) {
		add_cut(&cut, line, columns_behind(paper, used));
		line = text_str(&cut);
	}
	write_styled(paper, style, line);
	fputc('\n', paper->stream);
}

/* Writes one line of a flow and takes it off `rest`; the last one that is allowed is cut where text is left over. */
static void flow_line(struct paper *paper, enum style style, struct str *rest, size_t columns, bool last)
{
	SCOPED(text_release) struct text cut = {0};
	struct str line = {0};
	if (last) {
		add_cut(&cut, str_trim(*rest), columns);
		line = text_str(&cut);
		*rest = (struct str){0};
	} else {
		next_wrapped(rest, columns, &line);
	}
	write_styled(paper, style, line);
	fputc('\n', paper->stream);
}

void paper_flow(struct paper *paper, enum style style, struct str text, size_t used, size_t indent, size_t lines)
{
	SCOPED(text_release) struct text clean = {0};
	struct str rest = str_trim(clean_str(&clean, text));
	flow_line(paper, style, &rest, columns_behind(paper, used), lines == 1);
	for (size_t count = 2; !str_empty(rest); count++) {
		paper_spaces(paper, indent);
		flow_line(paper, style, &rest, columns_behind(paper, indent), count == lines);
	}
}

void paper_wrapped(struct paper *paper, enum style style, struct str text, size_t indent, size_t lines)
{
	if (!str_empty(text))
		paper_spaces(paper, indent);
	paper_flow(paper, style, text, indent, indent, lines);
}

/* Asked of the pipe itself, because the error that said so may have passed long ago. */
static bool reader_left(FILE *stream)
{
	struct pollfd pipe = {.fd = fileno(stream), .events = POLLOUT};
	return pipe.fd >= 0 && poll(&pipe, 1, 0) > 0 && (pipe.revents & POLLERR) != 0;
}

/* Streams remember that writing failed, not why; one more byte fails for the same reason. */
static int reason_again(FILE *stream)
{
	clearerr(stream);
	errno = 0;
	return fputc('\n', stream) == EOF || fflush(stream) != 0 ? errno : 0;
}

enum outcome paper_finish(struct paper *paper, struct error *error)
{
	errno = 0;
	if (fflush(paper->stream) == 0 && !ferror(paper->stream))
		return OUTCOME_OK;
	int reason = errno;
	if (reader_left(paper->stream))
		return OUTCOME_OK;
	if (reason == 0)
		reason = reason_again(paper->stream);
	return fail(error, "cannot write the output: %s", reason ? strerror(reason) : "part of it was lost");
}
