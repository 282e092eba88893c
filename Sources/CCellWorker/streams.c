// stdout for cells, and what the Swift runtime says before it traps.
#define _GNU_SOURCE
#include "worker.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <link.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { stdout_buffer_size = 1 << 16, tick_microseconds = 20000 };

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

// MARK: What the runtime says

// Fatal errors are written to stderr by libswiftCore and followed by a trap at once. They are kept
// back here, so that the reason stands in the cell's error and not on stderr as well.
static struct {
  pthread_mutex_t lock;
  pthread_t thread;
  struct timespec since;
  size_t count;
  char text[martlet_max_reason];
} said = {.lock = PTHREAD_MUTEX_INITIALIZER};

static uintptr_t runtime_low, runtime_high;
static size_t (*real_fwrite)(const void *, size_t, size_t, FILE *);
static int (*real_fputs)(const char *, FILE *);
static int (*real_vfprintf)(FILE *, const char *, va_list);

static int find_runtime(struct dl_phdr_info *info, size_t size, void *unused) {
  if (info->dlpi_name == NULL || strstr(info->dlpi_name, "libswiftCore.so") == NULL) return 0;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *header = &info->dlpi_phdr[i];
    if (header->p_type != PT_LOAD || !(header->p_flags & PF_X)) continue;
    runtime_low = info->dlpi_addr + header->p_vaddr;
    runtime_high = runtime_low + header->p_memsz;
  }
  return 1;
}

static bool from_runtime(void *caller) {
  return (uintptr_t)caller >= runtime_low && (uintptr_t)caller < runtime_high;
}

static void keep_back(const char *text, size_t count) {
  pthread_mutex_lock(&said.lock);
  if (said.count == 0) {
    said.thread = pthread_self();
    clock_gettime(CLOCK_MONOTONIC, &said.since);
  }
  size_t room = sizeof said.text - said.count;
  if (count > room) count = room;
  memcpy(said.text + said.count, text, count);
  said.count += count;
  pthread_mutex_unlock(&said.lock);
}

size_t fwrite(const void *text, size_t size, size_t items, FILE *stream) {
  if (stream == stderr && from_runtime(__builtin_return_address(0))) {
    keep_back(text, size * items);
    return items;
  }
  if (real_fwrite == NULL) real_fwrite = dlsym(RTLD_NEXT, "fwrite");
  return real_fwrite(text, size, items, stream);
}

int fputs(const char *text, FILE *stream) {
  if (stream == stderr && from_runtime(__builtin_return_address(0))) {
    keep_back(text, strlen(text));
    return 0;
  }
  if (real_fputs == NULL) real_fputs = dlsym(RTLD_NEXT, "fputs");
  return real_fputs(text, stream);
}

int fprintf(FILE *stream, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int result;
  if (stream == stderr && from_runtime(__builtin_return_address(0))) {
    char text[1024];
    result = vsnprintf(text, sizeof text, format, arguments);
    if (result > 0) keep_back(text, (size_t)result < sizeof text ? (size_t)result : sizeof text - 1);
  } else {
    if (real_vfprintf == NULL) real_vfprintf = dlsym(RTLD_NEXT, "vfprintf");
    result = real_vfprintf(stream, format, arguments);
  }
  va_end(arguments);
  return result;
}

// Called on the thread that trapped. The lock cannot be held by it: a trap never happens above.
void worker_take_reason(char *reason) {
  reason[0] = 0;
  pthread_mutex_lock(&said.lock);
  if (said.count > 0 && pthread_equal(said.thread, pthread_self())) {
    size_t count = said.count < martlet_max_reason ? said.count : martlet_max_reason - 1;
    memcpy(reason, said.text, count);
    reason[count] = 0;
    said.count = 0;
  }
  pthread_mutex_unlock(&said.lock);
}

// What was not followed by a trap (a runtime warning) goes where it was meant to go.
static void release_what_was_said(void) {
  char text[martlet_max_reason];
  size_t count = 0;
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  pthread_mutex_lock(&said.lock);
  double age = (double)(now.tv_sec - said.since.tv_sec) + 1e-9 * (now.tv_nsec - said.since.tv_nsec);
  if (said.count > 0 && age > 0.2) {
    count = said.count;
    memcpy(text, said.text, count);
    said.count = 0;
  }
  pthread_mutex_unlock(&said.lock);
  for (size_t sent = 0; sent < count;) {
    ssize_t step = write(STDERR_FILENO, text + sent, count - sent);
    if (step <= 0) break;
    sent += (size_t)step;
  }
}

static void *tick(void *unused) {
  for (;;) {
    usleep(tick_microseconds);
    worker_flush_stdout();
    release_what_was_said();
  }
  return NULL;
}

void worker_start_streams(void) {
  dl_iterate_phdr(find_runtime, NULL);
  worker_renew_stdout();
  pthread_t ticker;
  pthread_create(&ticker, NULL, tick, NULL);
  pthread_detach(ticker);
}
