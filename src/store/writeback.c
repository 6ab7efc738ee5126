/* SPDX-License-Identifier: MIT */
#include "writeback.h"

#define RECORDS_BETWEEN 1000 /* of usual length: some ten megabytes */

/* Through SQLite's own handle: closing another one for the same file would give up the locks of this process, see
 * https://www.sqlite.org/howtocorrupt.html, "Posix advisory locks canceled by a separate thread doing close()". */
void writeback_record(struct store *store)
{
	sqlite3_file *file = NULL;
	if (++store->records_written % RECORDS_BETWEEN != 0)
		return;
	if (sqlite3_file_control(store->db, "main", SQLITE_FCNTL_FILE_POINTER, (void *)&file) == SQLITE_OK && file &&
	    file->pMethods)
		(void)file->pMethods->xSync(file, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY);
}
