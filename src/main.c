/* SPDX-License-Identifier: MIT */
/* adr: reads, indexes and checks architecture decision records.
 *
 *   argv -> cli/options.c -> a row of cli/commands.c -> cli/session.c (projects, settings, index) -> cmd_*.c
 *     -> exit status
 *
 * Rooms, top to bottom; each looks down only (ARCHITECTURE.md):
 *   cli/     words, options, exit codes; joins the others
 *   scan/    where projects and records lie on disk       parse/   bytes to records, .adr.yml to settings
 *   store/   records in SQLite and back                   check/   records to claims, findings, conflicts, reviews
 *   edit/    changes to files, all or none                render/  results to text and JSON
 *   model/   the words they all speak: plain data
 *   base/    arena, text, files, dates, Unicode, errors
 */
#include "run.h"

int main(int argc, char **argv)
{
	return run_program(argc, argv);
}
