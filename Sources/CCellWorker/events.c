// Events to the kernel process, over a descriptor of the worker's own.
#define _GNU_SOURCE
#include "worker.h"

#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

extern int worker_event_descriptor;

enum { first_event_of_the_workers_own = 16 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static sem_t acknowledged;

__attribute__((constructor)) static void set_up(void) { sem_init(&acknowledged, 0, 0); }

void martlet_acknowledge(void) { sem_post(&acknowledged); }

static void write_all(struct iovec *parts, int count) {
  while (count > 0) {
    ssize_t sent = writev(worker_event_descriptor, parts, count);
    if (sent < 0) {
      if (errno == EINTR) continue;
      _exit(0);  // the kernel is gone, and so is everyone who could want this
    }
    while (count > 0 && (size_t)sent >= parts->iov_len) {
      sent -= (ssize_t)parts->iov_len;
      parts++, count--;
    }
    if (count > 0) {
      parts->iov_base = (char *)parts->iov_base + sent;
      parts->iov_len -= (size_t)sent;
    }
  }
}

void martlet_post(int32_t kind, const uint8_t *bytes, intptr_t count) {
  // What was printed before must arrive before. Whoever has the stream now gives it back soon,
  // unless it is parked for good.
  for (int attempt = 0; attempt < 200 && !worker_flush_stdout(); attempt++) usleep(1000);
  // A thread parked by a signal in here would keep the lock for ever.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  pthread_mutex_lock(&lock);
  uint8_t head[5];
  uint32_t length = (uint32_t)count + 1;
  memcpy(head, &length, 4);
  head[4] = (uint8_t)kind;
  struct iovec parts[2] = {{head, 5}, {(void *)bytes, (size_t)count}};
  write_all(parts, count > 0 ? 2 : 1);
  // Streams and events take different ways. What is printed after this must not arrive before it.
  if (kind < first_event_of_the_workers_own)
    while (sem_wait(&acknowledged) != 0) {}
  pthread_mutex_unlock(&lock);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}
