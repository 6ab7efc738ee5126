/* SPDX-License-Identifier: MIT */
/* adr_bench_measure RUNS BEFORE COMMAND [ARGUMENT...] - runs the command RUNS times, its output thrown away, each time
 * after the shell command BEFORE ("" for none), and prints one line: median wall time and median CPU time (user and
 * system, with children) in milliseconds, largest resident size in KiB, exit status of the last run. */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST_RUNS 1000

struct run {
	double wall, cpu; /* milliseconds */
	int status;
};

static double wall_now(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static double milliseconds(struct timeval time)
{
	return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

/* Of all children that have ended. */
static double cpu_now(void)
{
	struct rusage usage;
	getrusage(RUSAGE_CHILDREN, &usage);
	return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

static int run_command(char **command)
{
	pid_t child = fork();
	if (child == 0) {
		int nowhere = open("/dev/null", O_WRONLY);
		if (nowhere >= 0)
			dup2(nowhere, STDOUT_FILENO);
		execvp(command[0], command);
		perror(command[0]);
		_exit(127);
	}
	int status = 0;
	if (child < 0 || waitpid(child, &status, 0) != child)
		return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static struct run measure(char **command)
{
	struct run run;
	double wall = wall_now(), cpu = cpu_now();
	run.status = run_command(command);
	run.wall = wall_now() - wall;
	run.cpu = cpu_now() - cpu;
	return run;
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double median(double *values, size_t count)
{
	qsort(values, count, sizeof *values, by_value);
	return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

int main(int count, char **words)
{
	size_t runs = count > 3 ? strtoul(words[1], NULL, 10) : 0;
	if (runs == 0 || runs > MOST_RUNS) {
		fputs("usage: adr_bench_measure RUNS BEFORE COMMAND [ARGUMENT...]\n", stderr);
		return 2;
	}
	static double wall[MOST_RUNS], cpu[MOST_RUNS];
	struct run run = {0};
	for (size_t i = 0; i < runs; i++) {
		if (words[2][0] != '\0' && system(words[2]) != 0)
			return 3;
		run = measure(words + 3);
		wall[i] = run.wall;
		cpu[i] = run.cpu;
	}
	struct rusage usage;
	getrusage(RUSAGE_CHILDREN, &usage);
	printf("%.2f %.2f %ld %d\n", median(wall, runs), median(cpu, runs), usage.ru_maxrss, run.status);
	return 0;
}
