// Room for the worker itself behind a cell that has taken all memory it may have.
#define _GNU_SOURCE
#include "worker.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

enum { room = 64 << 20 };

// Bytes that count towards the limit: the sixth number of this file, in pages.
static rlim_t used(void) {
  char text[256] = "";
  int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  ssize_t count = file < 0 ? 0 : read(file, text, sizeof text - 1);
  if (file >= 0) close(file);
  unsigned long pages = 0;
  if (count <= 0 || sscanf(text, "%*u %*u %*u %*u %*u %lu", &pages) != 1) return 0;
  return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

// It has to tell what has happened, and allocates for that. No more than this, since threads of the cell
// may still be at it.
void worker_make_room(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_DATA, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return;
  rlim_t wanted = used() + room;
  if (wanted <= limit.rlim_cur || wanted > limit.rlim_max) return;
  limit.rlim_cur = wanted;
  setrlimit(RLIMIT_DATA, &limit);
}
