// stdout for cells.
#define _GNU_SOURCE
#include "worker.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum {
  stdout_buffer_size = 1 << 16,
  tick_microseconds = 20000,
  idle_tick_nanoseconds = 200000000,
};

// MARK: The lock of print

// `print` has the stream to itself while it asks values for their descriptions. If it had the stream's
// own lock, nothing that was printed before could be shown meanwhile. A thread that is parked in there
// keeps the lock for ever, so each stream has another one.
static pthread_mutex_t *_Atomic print_lock;
static __thread pthread_mutex_t *held;
static __thread int depth;

static void renew_print_lock(void) {
  pthread_mutex_t *lock = malloc(sizeof *lock);
  if (lock == NULL) return;
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_init(lock, &attributes);
  pthread_mutexattr_destroy(&attributes);
  print_lock = lock;
}

void flockfile(FILE *stream) {
  static void (*original)(FILE *);
  if (stream == stdout && print_lock != NULL && worker_is_runtime(__builtin_return_address(0))) {
    if (depth++ == 0) held = print_lock;
    pthread_mutex_lock(held);
    return;
  }
  if (original == NULL) original = dlsym(RTLD_NEXT, "flockfile");
  original(stream);
}

void funlockfile(FILE *stream) {
  static void (*original)(FILE *);
  if (depth > 0 && worker_is_runtime(__builtin_return_address(0))) {
    depth--;
    pthread_mutex_unlock(held);
    return;
  }
  if (original == NULL) original = dlsym(RTLD_NEXT, "funlockfile");
  original(stream);
}

// MARK: The stream

// A thread that is parked while it writes keeps the lock of `stdout` for ever, so the cell after it
// gets a stream of its own over the same descriptor.
void worker_renew_stdout(void) {
  renew_print_lock();
  int descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 10);
  FILE *fresh = descriptor < 0 ? NULL : fdopen(descriptor, "w");
  if (fresh == NULL) return;
  setvbuf(fresh, NULL, _IOFBF, stdout_buffer_size);
  stdout = fresh;
}

bool worker_flush_stdout(void) {
  FILE *stream = stdout;
  if (ftrylockfile(stream) != 0) return false;
  fflush_unlocked(stream);
  funlockfile(stream);
  return true;
}

// MARK: The ticker

static sem_t cell_began;

void worker_wake_ticker(void) { sem_post(&cell_began); }

// While no cell runs only threads that one has left behind can print, and nobody is in a hurry.
static void wait_for_tick(void) {
  struct timespec until;
  if (worker_runs_cell()) {
    usleep(tick_microseconds);
    return;
  }
  clock_gettime(CLOCK_REALTIME, &until);
  until.tv_nsec += idle_tick_nanoseconds;
  if (until.tv_nsec >= 1000000000) {
    until.tv_nsec -= 1000000000;
    until.tv_sec++;
  }
  sem_timedwait(&cell_began, &until);
}

static void *tick(void *unused) {
  for (;;) {
    wait_for_tick();
    worker_flush_stdout();
    worker_release_reasons();
  }
  return NULL;
}

void worker_start_streams(void) {
  worker_start_reasons();
  worker_renew_stdout();
  sem_init(&cell_began, 0, 0);
  pthread_t ticker;
  pthread_create(&ticker, NULL, tick, NULL);
  pthread_detach(ticker);
}
