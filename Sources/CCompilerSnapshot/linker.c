// Preloaded into `ld.lld`: a linker that has started, and waits for what to link.
//
// Most of what a link of one cell takes is the start of the linker: a program of 100 MB, which has
// tens of thousands of addresses to set. So it is stopped right before its `main`, and forks there.
#define _GNU_SOURCE
#include "CCompilerSnapshot.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

enum { maximum_arguments = 1024 };

typedef int (*main_function)(int, char **, char **);

static main_function linker_main;

static int wait_and_link(int count, char **arguments, char **environment) {
  (void)count, (void)arguments;
  static struct waiting_request request;
  static char *given[maximum_arguments + 1];
  waiting_tell(getpid());
  if (!waiting_serve(&request)) return 0;
  int given_count = 0;
  const char *text;
  while ((text = waiting_next_text(&request)) != NULL) {
    if (given_count == maximum_arguments) _exit(125);
    given[given_count++] = (char *)text;
  }
  return linker_main(given_count, given, environment);
}

int __libc_start_main(main_function program_main, int count, char **arguments, void (*init)(void),
                      void (*fini)(void), void (*loader_fini)(void), void *stack_end) {
  typedef int start_function(main_function, int, char **, void (*)(void), void (*)(void),
                             void (*)(void), void *);
  start_function *original = (start_function *)dlsym(RTLD_NEXT, "__libc_start_main");
  linker_main = program_main;
  return original(getenv("MARTLET_WAITING_LINKER") ? wait_and_link : program_main, count, arguments,
                  init, fini, loader_fini, stack_end);
}
