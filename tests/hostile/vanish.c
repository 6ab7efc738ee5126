/* SPDX-License-Identifier: MIT */
/* Preloaded into adr: a file whose name holds "vanish" is deleted at the moment somebody opens it, which is what
 * happens when it disappears between being listed and being read. */
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

int open(const char *path, int flags, ...)
{
	int (*real_open)(const char *, int, ...);
	void *symbol = dlsym(RTLD_NEXT, "open");
	va_list arguments;
	int mode;

	memcpy(&real_open, &symbol, sizeof(real_open));
	va_start(arguments, flags);
	mode = flags & O_CREAT ? va_arg(arguments, int) : 0;
	va_end(arguments);
	if (strstr(path, "vanish"))
		unlink(path);
	return real_open(path, flags, mode);
}
