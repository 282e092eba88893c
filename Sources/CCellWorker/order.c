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
  return original(pid, path, actions, attributes, arguments, environment);
}

int posix_spawnp(pid_t *pid, const char *file, const posix_spawn_file_actions_t *actions,
                 const posix_spawnattr_t *attributes, char *const arguments[],
                 char *const environment[]) {
  static spawner *original;
  if (original == NULL) original = dlsym(RTLD_NEXT, "posix_spawnp");
  worker_flush_stdout();
  return original(pid, file, actions, attributes, arguments, environment);
}
