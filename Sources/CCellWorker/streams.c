// stdout for cells.
#define _GNU_SOURCE
#include "worker.h"

#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum {
  stdout_buffer_size = 1 << 16,
  tick_microseconds = 20000,
  idle_tick_nanoseconds = 200000000,
};

// A thread that is parked inside `print` holds the lock of `stdout` for ever, so the cell after
// it gets a stream of its own over the same descriptor.
void worker_renew_stdout(void) {
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
