// What every thread gets: a stack for signals, and one that gives its memory back when it is parked.
#define _GNU_SOURCE
#include "worker.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>

enum {
  page = 4096,
  in_use = 128 << 10,           // below the stack pointer of a thread that is parked on its stack
  kept_of_a_full_stack = 1 << 20,
};

static __thread struct {
  uintptr_t low, high;
} stack;

static void note_stack(void) {
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return;
  void *low;
  size_t size;
  if (pthread_attr_getstack(&attributes, &low, &size) == 0) {
    stack.low = (uintptr_t)low;
    stack.high = (uintptr_t)low + size;
  }
  pthread_attr_destroy(&attributes);
}

// A cell's thread has 64 MB of stack, which would count as used memory for as long as the worker
// lives. What lies below its last frame nobody reads any more; and of an endless recursion, which
// has filled the stack, nobody reads more than the beginning.
void worker_release_stack(uintptr_t pointer, bool is_full) {
  uintptr_t here = (uintptr_t)__builtin_frame_address(0);
  if (here >= stack.low && here < stack.high) pointer = here - in_use;
  if (is_full) pointer = stack.high - kept_of_a_full_stack;
  uintptr_t end = (pointer - page) & ~(uintptr_t)(page - 1);
  if (pointer <= stack.low || pointer >= stack.high || end <= stack.low) return;
  madvise((void *)stack.low, end - stack.low, MADV_DONTNEED);
  mprotect((void *)stack.low, end - stack.low, PROT_NONE);
}

// MARK: Beginnings

struct beginning {
  void *(*routine)(void *argument);
  void *argument;
};

static void *begin(void *argument) {
  struct beginning beginning = *(struct beginning *)argument;
  free(argument);
  note_stack();
  void *result;
  pthread_cleanup_push(worker_free_signal_stack, worker_use_signal_stack());
  result = beginning.routine(beginning.argument);
  pthread_cleanup_pop(1);
  return result;
}

// Threads of cells, of Foundation and of libdispatch are started here too: an endless recursion on
// one that had no stack for signals would end the worker.
int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*routine)(void *),
                   void *argument) {
  static int (*original)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
  if (original == NULL) original = dlsym(RTLD_NEXT, "pthread_create");
  struct beginning *beginning = malloc(sizeof *beginning);
  if (beginning == NULL) return original(thread, attributes, routine, argument);
  *beginning = (struct beginning){routine, argument};
  int failure = original(thread, attributes, begin, beginning);
  if (failure != 0) free(beginning);
  return failure;
}
