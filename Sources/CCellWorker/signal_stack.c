// Stacks for signal handlers.
#define _GNU_SOURCE
#include "worker.h"

#include <signal.h>
#include <sys/mman.h>

enum { signal_stack_size = 256 << 10 };

void *worker_use_signal_stack(void) {
  void *memory = mmap(NULL, signal_stack_size, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return NULL;
  stack_t stack = {.ss_sp = memory, .ss_size = signal_stack_size};
  sigaltstack(&stack, NULL);
  return memory;
}

void worker_free_signal_stack(void *stack) {
  if (stack == NULL) return;
  stack_t none = {.ss_flags = SS_DISABLE};
  sigaltstack(&none, NULL);
  munmap(stack, signal_stack_size);
}
