// The threads that run tasks.
//
// The runtime's own pool has a thread for each core and counts on each to come back. One that is
// parked after a trap never does, and after a few no task would ever run again. So tasks run here,
// where a thread that is parked is replaced.
#define _GNU_SOURCE
#include "worker.h"

#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <unistd.h>

// The toolchain keeps libdispatch's headers where C does not look.
extern uint64_t dispatch_time(uint64_t when, int64_t delta);
extern void *dispatch_get_global_queue(intptr_t priority, uintptr_t flags);
extern void dispatch_after_f(uint64_t when, void *queue, void *context, void (*work)(void *));

enum { nanoseconds = 1000000000 };

// Swift's calling convention for plain arguments is C's.
static void (*run_job)(void *job, void *executor, void *executor_kind);
static void (*get_time)(long long *seconds, long long *rest, int clock);

struct entry {
  void *job;
  struct entry *next;
};

static struct {
  pthread_mutex_t lock;
  pthread_cond_t arrival;
  struct entry *first, *last;
  sem_t wanted;  // threads to start
} tasks = {.lock = PTHREAD_MUTEX_INITIALIZER, .arrival = PTHREAD_COND_INITIALIZER};

static __thread bool runs_tasks;

bool worker_runs_tasks(void) { return runs_tasks; }

// Async-signal-safe: it is called by a thread that has trapped.
void worker_replace_task_thread(void) { sem_post(&tasks.wanted); }

static void enqueue(void *job) {
  struct entry *entry = malloc(sizeof *entry);
  if (entry == NULL) abort();
  *entry = (struct entry){.job = job};
  pthread_mutex_lock(&tasks.lock);
  if (tasks.last != NULL) tasks.last->next = entry;
  else tasks.first = entry;
  tasks.last = entry;
  pthread_cond_signal(&tasks.arrival);
  pthread_mutex_unlock(&tasks.lock);
}

static void *next_job(void) {
  pthread_mutex_lock(&tasks.lock);
  while (tasks.first == NULL) pthread_cond_wait(&tasks.arrival, &tasks.lock);
  struct entry *entry = tasks.first;
  tasks.first = entry->next;
  if (tasks.first == NULL) tasks.last = NULL;
  pthread_mutex_unlock(&tasks.lock);
  void *job = entry->job;
  free(entry);
  return job;
}

static void *task_thread(void *unused) {
  runs_tasks = true;
  for (;;) run_job(next_job(), NULL, NULL);
  return NULL;
}

static void *keep_threads(void *unused) {
  for (;;) {
    while (sem_wait(&tasks.wanted) != 0) {}
    pthread_t thread;
    if (pthread_create(&thread, NULL, task_thread, NULL) == 0) pthread_detach(thread);
  }
  return NULL;
}

// MARK: The runtime's hooks

static void enqueue_now(void *job, void *original) { enqueue(job); }

static void enqueue_later(unsigned long long delay, void *job) {
  if (delay > INT64_MAX) delay = INT64_MAX;
  dispatch_after_f(dispatch_time(0, (int64_t)delay), dispatch_get_global_queue(0, 0), job, enqueue);
}

static void enqueue_after(unsigned long long delay, void *job, void *original) {
  enqueue_later(delay, job);
}

static void enqueue_at(long long seconds, long long rest, long long leeway_seconds,
                       long long leeway_rest, int clock, void *job, void *original) {
  long long now_seconds, now_rest;
  get_time(&now_seconds, &now_rest, clock);
  __int128 delay = (__int128)(seconds - now_seconds) * nanoseconds + (rest - now_rest);
  enqueue_later(delay < 0 ? 0 : delay > INT64_MAX ? INT64_MAX : (unsigned long long)delay, job);
}

static void set_hook(const char *name, void *function) {
  void **hook = dlsym(RTLD_DEFAULT, name);
  if (hook != NULL) *hook = function;
}

void martlet_take_over_tasks(void) {
  run_job = dlsym(RTLD_DEFAULT, "swift_job_run");
  get_time = dlsym(RTLD_DEFAULT, "swift_get_time");
  if (run_job == NULL || get_time == NULL) return;
  sem_init(&tasks.wanted, 0, (unsigned)sysconf(_SC_NPROCESSORS_ONLN));
  pthread_t keeper;
  if (pthread_create(&keeper, NULL, keep_threads, NULL) != 0) return;
  pthread_detach(keeper);
  set_hook("swift_task_enqueueGlobal_hook", enqueue_now);
  set_hook("swift_task_enqueueGlobalWithDelay_hook", enqueue_after);
  set_hook("swift_task_enqueueGlobalWithDeadline_hook", enqueue_at);
}
