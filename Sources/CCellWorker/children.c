// The child processes of the running cell: an interrupt is one for them too, as it is in a terminal.
#include "worker.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { remembered = 64 };

static atomic_int children[remembered];
static atomic_uint count;

void worker_note_child(pid_t child) { atomic_store(&children[atomic_fetch_add(&count, 1) % remembered], child); }

void worker_forget_children(void) {
  for (int i = 0; i < remembered; i++) atomic_store(&children[i], 0);
}

// A number may have gone to another process since.
static bool is_child(pid_t process) {
  char path[64], line[512];
  snprintf(path, sizeof path, "/proc/%d/stat", process);
  FILE *file = fopen(path, "r");
  if (file == NULL) return false;
  size_t length = fread(line, 1, sizeof line - 1, file);
  fclose(file);
  line[length] = 0;
  // The name in parentheses may hold anything.
  const char *rest = strrchr(line, ')');
  int parent = 0;
  return rest != NULL && sscanf(rest, ") %*c %d", &parent) == 1 && parent == getpid();
}

void worker_interrupt_children(void) {
  for (int i = 0; i < remembered; i++) {
    pid_t child = atomic_exchange(&children[i], 0);
    if (child <= 0 || !is_child(child)) continue;
    // Foundation's have a group of their own, and shells children of their own in it.
    kill(getpgid(child) == child ? -child : child, SIGINT);
  }
}
