// The main thread: what is sent to the main queue and to the main actor runs here.
//
// The main queue has no run loop of Foundation's: libdispatch offers two functions to run loops
// (CoreFoundation uses them), and an eventfd that becomes readable when work is there. What is
// simply sent to it, jobs of the main actor above all, takes a way of its own: libdispatch takes
// several things off its queue at once, and all would be lost with one that traps.
//
// There is only one main thread. When code on it traps or is stopped, its stack stays as it is, as
// that of a parked thread does, and the thread goes on with another one.
#define _GNU_SOURCE
#include "worker.h"

#include <dlfcn.h>
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

extern int _dispatch_get_main_queue_handle_4CF(void);
extern void _dispatch_main_queue_callback_4CF(void *message);
extern char _dispatch_main_q;
extern void *_Block_copy(const void *block);
extern void _Block_release(const void *block);

enum { stack_size = 8 << 20, signal_stack_size = 256 << 10 };

struct entry {
  void (*work)(void *context);
  void *context;
  struct entry *next;
};

static struct {
  pthread_mutex_t lock;
  struct entry *first, *last;
  int arrival;  // an eventfd
} sent = {.lock = PTHREAD_MUTEX_INITIALIZER, .arrival = -1};

static pthread_t main_thread;
static atomic_bool busy;  // with what was sent to it
static sigset_t main_mask;

static void enqueue(void (*work)(void *), void *context) {
  struct entry *entry = malloc(sizeof *entry);
  if (entry == NULL) abort();
  *entry = (struct entry){.work = work, .context = context};
  pthread_mutex_lock(&sent.lock);
  if (sent.last != NULL) sent.last->next = entry;
  else sent.first = entry;
  sent.last = entry;
  pthread_mutex_unlock(&sent.lock);
  eventfd_write(sent.arrival, 1);
}

static bool take(struct entry *result) {
  pthread_mutex_lock(&sent.lock);
  struct entry *entry = sent.first;
  if (entry != NULL) sent.first = entry->next;
  if (sent.first == NULL) sent.last = NULL;
  pthread_mutex_unlock(&sent.lock);
  if (entry == NULL) return false;
  *result = *entry;
  free(entry);
  return true;
}

static void run_what_was_sent(void) {
  eventfd_t count;
  eventfd_read(sent.arrival, &count);
  for (struct entry entry; take(&entry);) {
    // Should this be the last that runs on this stack, what is behind it is not forgotten.
    eventfd_write(sent.arrival, 1);
    entry.work(entry.context);
  }
}

static void drain(void) {
  struct pollfd sources[2] = {{.fd = _dispatch_get_main_queue_handle_4CF(), .events = POLLIN},
                              {.fd = sent.arrival, .events = POLLIN}};
  for (;;) {
    if (poll(sources, 2, -1) < 0) {
      if (errno != EINTR) pause();
      continue;
    }
    uint64_t count;
    atomic_store(&busy, true);
    if (sources[1].revents & POLLIN) run_what_was_sent();
    if (sources[0].revents & POLLIN && read(sources[0].fd, &count, sizeof count) == sizeof count)
      _dispatch_main_queue_callback_4CF(0);
    atomic_store(&busy, false);
  }
}

_Noreturn void martlet_drain_main_queue(void) {
  worker_use_signal_stack();
  main_thread = pthread_self();
  pthread_sigmask(SIG_SETMASK, NULL, &main_mask);
  drain();
  abort();  // not reached
}

bool worker_is_main_thread(void) {
  return main_thread != 0 && pthread_equal(pthread_self(), main_thread);
}

bool worker_main_thread_is_busy(void) { return atomic_load(&busy); }

void worker_signal_main_thread(int signal) { pthread_kill(main_thread, signal); }

// Async-signal-safe but for what `makecontext` might do, which on Linux is to fill in a struct.
_Noreturn void worker_renew_main_thread(void) {
  atomic_store(&busy, false);
  static ucontext_t fresh;
  void *stack = mmap(NULL, stack_size, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
  if (stack != MAP_FAILED && getcontext(&fresh) == 0) {
    fresh.uc_stack = (stack_t){.ss_sp = stack, .ss_size = stack_size};
    fresh.uc_sigmask = main_mask;
    fresh.uc_link = NULL;
    makecontext(&fresh, drain, 0);
    setcontext(&fresh);
  }
  for (;;) pause();
}

// MARK: Interposed functions of libdispatch

void dispatch_async_f(void *queue, void *context, void (*work)(void *)) {
  static void (*original)(void *, void *, void (*)(void *));
  if (queue == &_dispatch_main_q) return enqueue(work, context);
  if (original == NULL) original = dlsym(RTLD_NEXT, "dispatch_async_f");
  original(queue, context, work);
}

// A block as the compilers lay it out.
struct block {
  void *type;
  int32_t flags, reserved;
  void (*invoke)(struct block *);
};

static void run_block(void *block) {
  ((struct block *)block)->invoke(block);
  _Block_release(block);
}

void dispatch_async(void *queue, void *block) {
  static void (*original)(void *, void *);
  if (queue == &_dispatch_main_q) return enqueue(run_block, _Block_copy(block));
  if (original == NULL) original = dlsym(RTLD_NEXT, "dispatch_async");
  original(queue, block);
}

// What waits for the main queue takes the same way: a queue that was left in the middle of what it
// ran cannot be waited for.
struct awaited {
  void (*work)(void *context);
  void *context;
  sem_t done;
};

static void run_awaited(void *context) {
  struct awaited *awaited = context;
  awaited->work(awaited->context);
  sem_post(&awaited->done);
}

static void wait_for_main(void (*work)(void *), void *context) {
  struct awaited awaited = {.work = work, .context = context};
  sem_init(&awaited.done, 0, 0);
  enqueue(run_awaited, &awaited);
  while (sem_wait(&awaited.done) != 0) {}
}

static void invoke_block(void *block) { ((struct block *)block)->invoke(block); }

void dispatch_sync(void *queue, void *block) {
  static void (*original)(void *, void *);
  if (queue == &_dispatch_main_q && !worker_is_main_thread())
    return wait_for_main(invoke_block, block);
  if (original == NULL) original = dlsym(RTLD_NEXT, "dispatch_sync");
  original(queue, block);
}

void dispatch_sync_f(void *queue, void *context, void (*work)(void *)) {
  static void (*original)(void *, void *, void (*)(void *));
  if (queue == &_dispatch_main_q && !worker_is_main_thread()) return wait_for_main(work, context);
  if (original == NULL) original = dlsym(RTLD_NEXT, "dispatch_sync_f");
  original(queue, context, work);
}

__attribute__((constructor)) static void set_up(void) {
  sent.arrival = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}
