// What writes to standard output past the stream of that name: it comes behind what was printed
// before it, as it does where each line is written at once.
#define _GNU_SOURCE
#include "worker.h"

#include <dlfcn.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (descriptor == STDOUT_FILENO) worker_flush_stdout();
  return syscall(SYS_write, descriptor, bytes, count);
}

int system(const char *command) {
  static int (*original)(const char *);
  if (original == NULL) original = dlsym(RTLD_NEXT, "system");
  worker_flush_stdout();
  return original(command);
}

typedef int spawner(pid_t *, const char *, const posix_spawn_file_actions_t *,
                    const posix_spawnattr_t *, char *const[], char *const[]);

int posix_spawn(pid_t *pid, const char *path, const posix_spawn_file_actions_t *actions,
                const posix_spawnattr_t *attributes, char *const arguments[],
                char *const environment[]) {
  static spawner *original;
  if (original == NULL) original = dlsym(RTLD_NEXT, "posix_spawn");
  worker_flush_stdout();
  pid_t own;
  int failure = original(&own, path, actions, attributes, arguments, environment);
  if (failure == 0) worker_note_child(own);
  if (failure == 0 && pid != NULL) *pid = own;
  return failure;
}

int posix_spawnp(pid_t *pid, const char *file, const posix_spawn_file_actions_t *actions,
                 const posix_spawnattr_t *attributes, char *const arguments[],
                 char *const environment[]) {
  static spawner *original;
  if (original == NULL) original = dlsym(RTLD_NEXT, "posix_spawnp");
  worker_flush_stdout();
  pid_t own;
  int failure = original(&own, file, actions, attributes, arguments, environment);
  if (failure == 0) worker_note_child(own);
  if (failure == 0 && pid != NULL) *pid = own;
  return failure;
}
