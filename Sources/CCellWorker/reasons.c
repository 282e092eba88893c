// What the Swift runtime says before it traps.
//
// Fatal errors are written to stderr by libswiftCore and followed by a trap at once. They are kept
// back here, each thread's apart, so that the reason stands in the cell's error and not on stderr.
#define _GNU_SOURCE
#include "worker.h"

#include <dlfcn.h>
#include <link.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { maximum_speakers = 32 };

struct saying {
  pthread_t thread;
  struct timespec since;
  size_t count;  // 0 when nobody has it
  char text[martlet_max_reason];
};

static struct {
  pthread_mutex_t lock;
  struct saying sayings[maximum_speakers];
} said = {.lock = PTHREAD_MUTEX_INITIALIZER};

// What a thread has said, or a free place for it; NULL when there is none.
static struct saying *saying_of(pthread_t thread) {
  struct saying *vacant = NULL;
  for (int i = 0; i < maximum_speakers; i++) {
    struct saying *saying = &said.sayings[i];
    if (saying->count == 0) vacant = saying;
    else if (pthread_equal(saying->thread, thread)) return saying;
  }
  return vacant;
}

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

bool worker_is_runtime(const void *caller) {
  return (uintptr_t)caller >= runtime_low && (uintptr_t)caller < runtime_high;
}

static void keep_back(const char *text, size_t count) {
  pthread_mutex_lock(&said.lock);
  struct saying *saying = saying_of(pthread_self());
  if (saying != NULL) {
    if (saying->count == 0) {
      saying->thread = pthread_self();
      clock_gettime(CLOCK_MONOTONIC, &saying->since);
    }
    size_t room = sizeof saying->text - saying->count;
    if (count > room) count = room;
    memcpy(saying->text + saying->count, text, count);
    saying->count += count;
  }
  pthread_mutex_unlock(&said.lock);
}

size_t fwrite(const void *text, size_t size, size_t items, FILE *stream) {
  if (stream == stderr && worker_is_runtime(__builtin_return_address(0))) {
    keep_back(text, size * items);
    return items;
  }
  if (real_fwrite == NULL) real_fwrite = dlsym(RTLD_NEXT, "fwrite");
  return real_fwrite(text, size, items, stream);
}

int fputs(const char *text, FILE *stream) {
  if (stream == stderr && worker_is_runtime(__builtin_return_address(0))) {
    // It writes its message into memory of its own. Where there is none, it would go on to tell so
    // of a stack trace that it cannot make either.
    if (text == NULL) {
      static const char reason[] = "Fatal error: out of memory\n";
      keep_back(reason, sizeof reason - 1);
      abort();
    }
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
  if (stream == stderr && worker_is_runtime(__builtin_return_address(0))) {
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
  struct saying *saying = saying_of(pthread_self());
  if (saying != NULL && saying->count > 0) {
    size_t count = saying->count < martlet_max_reason ? saying->count : martlet_max_reason - 1;
    memcpy(reason, saying->text, count);
    reason[count] = 0;
    saying->count = 0;
  }
  pthread_mutex_unlock(&said.lock);
}

static size_t take_old(struct saying *saying, const struct timespec *now, char *text) {
  pthread_mutex_lock(&said.lock);
  double age = (double)(now->tv_sec - saying->since.tv_sec) +
               1e-9 * (double)(now->tv_nsec - saying->since.tv_nsec);
  size_t count = saying->count > 0 && age > 0.2 ? saying->count : 0;
  memcpy(text, saying->text, count);
  if (count > 0) saying->count = 0;
  pthread_mutex_unlock(&said.lock);
  return count;
}

// What was not followed by a trap (a runtime warning) goes where it was meant to go.
void worker_release_reasons(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  for (int i = 0; i < maximum_speakers; i++) {
    char text[martlet_max_reason];
    size_t count = said.sayings[i].count == 0 ? 0 : take_old(&said.sayings[i], &now, text);
    for (size_t sent = 0; sent < count;) {
      ssize_t step = write(STDERR_FILENO, text + sent, count - sent);
      if (step <= 0) break;
      sent += (size_t)step;
    }
  }
}

void worker_start_reasons(void) { dl_iterate_phdr(find_runtime, NULL); }
