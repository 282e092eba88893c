// stdin for cells: a line is asked of the front end when it is read.
#define _GNU_SOURCE
#include "worker.h"

#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { event_input_wanted = 24 };

static struct {
  pthread_mutex_t lock;
  sem_t arrived;
  char *text;  // not yet read; NULL at the end of input
  size_t count, position;
} input = {.lock = PTHREAD_MUTEX_INITIALIZER};

void martlet_give_input(const uint8_t *bytes, intptr_t count) {
  pthread_mutex_lock(&input.lock);
  free(input.text);
  input.text = bytes == NULL ? NULL : malloc((size_t)count + 1);
  input.position = 0;
  input.count = 0;
  if (input.text != NULL) {
    memcpy(input.text, bytes, (size_t)count);
    input.text[count] = '\n';
    input.count = (size_t)count + 1;
  }
  pthread_mutex_unlock(&input.lock);
  sem_post(&input.arrived);
}

static ssize_t take(char *buffer, size_t size) {
  pthread_mutex_lock(&input.lock);
  size_t count = input.count - input.position;
  if (count > size) count = size;
  if (count > 0) memcpy(buffer, input.text + input.position, count);
  input.position += count;
  pthread_mutex_unlock(&input.lock);
  return (ssize_t)count;
}

static ssize_t read_input(void *unused, char *buffer, size_t size) {
  ssize_t count = take(buffer, size);
  if (count > 0) return count;
  martlet_post(event_input_wanted, NULL, 0);
  // An interrupt parks the thread in this call.
  while (sem_wait(&input.arrived) != 0 && errno == EINTR) {}
  return take(buffer, size);
}

// A thread that is parked while it reads keeps the lock of its stream.
void worker_renew_stdin(void) {
  pthread_mutex_lock(&input.lock);
  free(input.text);
  input.text = NULL;
  input.count = input.position = 0;
  sem_init(&input.arrived, 0, 0);
  pthread_mutex_unlock(&input.lock);
  FILE *fresh = fopencookie(NULL, "r", (cookie_io_functions_t){.read = read_input});
  if (fresh != NULL) stdin = fresh;
}
