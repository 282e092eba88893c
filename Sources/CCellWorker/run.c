// A cell's thread: how it runs, and the ways in which it ends.
#define _GNU_SOURCE
#include "worker.h"

#include <errno.h>
#include <linux/futex.h>
#include <pthread.h>
#include <semaphore.h>
#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

enum {
  stack_size = 64 << 20,
  stop_signal = SIGUSR2,
  anywhere_after = 200000,  // microseconds
  inside_after = 300000,
  patience = 10000000,
  grace = 1000000,
};

int worker_event_descriptor = -1;

static const int trap_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};

// The run in progress. One at a time; `ended` is posted once.
static struct {
  pthread_t thread;
  atomic_bool expected;  // a cell is on its way
  atomic_bool active;
  atomic_bool claimed;  // whoever ends the run first reports it
  atomic_bool left;  // by its thread, which is parked
  atomic_int number;
  int (*entry)(int, char **);
  jmp_buf bottom;
  uintptr_t stack_bottom;
  sem_t ended;
  double last_trap;  // when a run ended with one
  struct martlet_report report;
} run;

// The number of the run that a cell's thread was started for; 0 on other threads.
static _Thread_local int own_run;

static atomic_bool interrupt_pending;
static atomic_bool interrupt_anywhere;
static atomic_bool interrupt_inside;  // of what the cell has called, too
static int32_t *poll_flag;
int32_t martlet_interrupt_flag;  // the same for loops over ranges, whose safe point is in C
static void (*cell_started)(void), (*cell_finished)(void);

// A trap on a thread that no cell waits for.
static struct martlet_report stray;
static atomic_int stray_state;  // 0 free, 1 being written, 2 ready
static sem_t stray_arrived;

_Noreturn static void park_for_good(struct worker_place place, bool is_stack_full) {
  if (worker_is_main_thread()) worker_renew_main_thread();
  if (own_run == atomic_load(&run.number)) atomic_store(&run.left, true);
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, NULL);
  if (worker_runs_tasks()) worker_replace_task_thread();
  worker_release_stack(place.stack, is_stack_full);
  for (;;) pause();
}

static bool on_cell_thread(void) {
  return atomic_load(&run.active) && own_run == atomic_load(&run.number);
}

// Whether the calling thread may end the run: it is the first to do so, and not what is left of an
// earlier one.
static bool claim(void) {
  bool free_ = false;
  return (own_run == 0 || own_run == atomic_load(&run.number)) &&
         atomic_compare_exchange_strong(&run.claimed, &free_, true);
}

// MARK: Endings

static struct worker_place calling_place(void *return_address) {
  return (struct worker_place){.pc = (uintptr_t)return_address};
}

// Whether no memory is left. The runtime does not ask when it makes an object.
static bool is_memory_full(void) {
  const size_t probe = 1 << 20;
  void *memory = mmap(NULL, probe, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return true;
  munmap(memory, probe);
  return false;
}

static void fill(struct martlet_report *report, enum martlet_ending ending, int signal, int code_,
                 struct worker_place place, uintptr_t fault) {
  report->ending = ending;
  report->signal = signal < 0 ? -signal : signal;
  report->stack_overflow = signal < 0;
  report->code = code_;
  report->on_cell_thread = on_cell_thread();
  report->fault_address = fault;
  report->frame_count = 0;
  worker_collect_frames(report, place);
  worker_take_reason(report->reason);
  if (signal == SIGSEGV && fault < 4096 && report->reason[0] == 0 && is_memory_full())
    strcpy(report->reason, "Fatal error: out of memory");
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static bool is_soon_after_a_trap(void) { return now() - run.last_trap < 1; }

// Reports the end of the run, once, and parks the calling thread.
_Noreturn static void end_run(enum martlet_ending ending, int signal, int code_,
                              struct worker_place place, uintptr_t fault) {
  int none = 0;
  if (atomic_load(&run.active) && claim()) {
    fill(&run.report, ending, signal, code_, place, fault);
    if (ending == martlet_ending_trapped) run.last_trap = now();
    worker_flush_stdout();  // the lock of a stream is recursive: this thread may hold it
    sem_post(&run.ended);
  } else if (own_run != 0 || ending == martlet_ending_interrupted ||
             run.report.ending == martlet_ending_trapped || is_soon_after_a_trap()) {
    // Threads of one cell that trap together are one error, and the first has told it. Another one
    // may have to wait for a processor until the next cell runs.
    char reason[martlet_max_reason];
    worker_take_reason(reason);
  } else if (atomic_compare_exchange_strong(&stray_state, &none, 1)) {
    fill(&stray, ending, signal, code_, place, fault);
    atomic_store(&stray_state, 2);
    sem_post(&stray_arrived);
  }
  park_for_good(place, signal < 0);
}

void martlet_wait_for_stray_report(struct martlet_report *report) {
  while (sem_wait(&stray_arrived) != 0 || atomic_load(&stray_state) != 2) {}
  *report = stray;
  atomic_store(&stray_state, 0);
}

bool worker_runs_cell(void) { return atomic_load(&run.active); }

static struct worker_place place_in(const greg_t *registers) {
  return (struct worker_place){.pc = (uintptr_t)registers[REG_RIP],
                               .stack = (uintptr_t)registers[REG_RSP],
                               .frame = (uintptr_t)registers[REG_RBP]};
}

static void on_trap(int signal, siginfo_t *info, void *context) {
  worker_leave_unwinder();
  greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
  uintptr_t fault = (uintptr_t)info->si_addr, stack = (uintptr_t)registers[REG_RSP];
  // A function with a large frame may touch memory well below the stack's end at once.
  if (signal == SIGSEGV && fault < stack + 4096 && fault > stack - (1 << 20)) signal = -SIGSEGV;
  end_run(martlet_ending_trapped, signal, 0, place_in(registers), fault);
}

// Sent to the process, it may have come to any thread of it.
void worker_end_by_signal(int signal, void *context) {
  if (!on_cell_thread() && !worker_runs_tasks()) {
    pthread_kill(run.thread, signal);
    return;
  }
  greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
  end_run(martlet_ending_trapped, signal, 0, place_in(registers), 0);
}

// MARK: Interrupts

int32_t martlet_interrupt_requested(void) {
  return atomic_load_explicit(&interrupt_pending, memory_order_relaxed);
}

bool martlet_stop_wanted(void) { return martlet_interrupt_requested() && on_cell_thread(); }

// A task that the cell waits for stops where it is; the cell itself is stopped while it waits.
static bool runs_for_cell(void) { return worker_runs_tasks() || worker_is_main_thread(); }

_Noreturn static void stop_at(void *place) {
  if (!runs_for_cell() && on_cell_thread())
    end_run(martlet_ending_interrupted, 0, 0, calling_place(place), 0);
  park_for_good(calling_place(place), false);
}

bool martlet_stops(void) {
  return martlet_interrupt_requested() && (runs_for_cell() || on_cell_thread());
}

void martlet_safe_point(void) {
  if (martlet_stops()) stop_at(__builtin_return_address(0));
}

void martlet_stop(void) { stop_at(__builtin_return_address(0)); }

void martlet_set_support(int32_t *flag, void (*started)(void), void (*finished)(void)) {
  poll_flag = flag;
  cell_started = started;
  cell_finished = finished;
}

static void set_interrupt(bool pending) {
  atomic_store(&interrupt_pending, pending);
  atomic_store(&interrupt_anywhere, false);
  atomic_store(&interrupt_inside, false);
  __atomic_store_n(&martlet_interrupt_flag, pending ? 1 : 0, __ATOMIC_RELAXED);
  if (poll_flag) __atomic_store_n(poll_flag, pending ? 1 : 0, __ATOMIC_RELAXED);
}

static bool is_system_call(const uint8_t *code) { return code[0] == 0x0f && code[1] == 0x05; }

// Whether this very signal broke off a blocking system call: nothing is half done.
static bool is_blocked(const greg_t *registers) {
  const uint8_t *pc = (const uint8_t *)registers[REG_RIP];
  if (registers[REG_RAX] == -EINTR && is_system_call(pc - 2)) return true;
  // The kernel begins this one again by itself. Swift waits so for the initialiser of a global or
  // static variable, which never ends if it trapped.
  int operation = (int)registers[REG_RSI] & FUTEX_CMD_MASK;
  return registers[REG_RAX] == SYS_futex && is_system_call(pc) &&
         (operation == FUTEX_LOCK_PI || operation == FUTEX_LOCK_PI2);
}

static void on_stop(int signal, siginfo_t *info, void *context) {
  int saved = errno;
  bool on_main = worker_is_main_thread();
  if (atomic_load(&interrupt_pending) && (on_cell_thread() || on_main)) {
    greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
    uintptr_t pc = (uintptr_t)registers[REG_RIP];
    bool blocked = is_blocked(registers);
    bool anywhere = atomic_load(&interrupt_anywhere) && worker_in_cell_code(pc);
    bool inside = atomic_load(&interrupt_inside) && worker_holds_no_lock(place_in(registers));
    if (blocked || anywhere || inside) {
      if (!on_main) end_run(martlet_ending_interrupted, 0, 0, place_in(registers), 0);
      if (worker_main_thread_is_busy()) park_for_good(place_in(registers), false);
    }
  }
  errno = saved;
}

static void *press(void *unused) {
  // Loops and library operations reach a safe point within microseconds. What has not by then
  // waits in a system call, or runs code without one; that may be in the standard library most of
  // the time, so the cell's own code is looked for often. A library that does not come back (a regular
  // expression may search for years) is stopped where it holds no lock.
  for (int waited = 0; waited < patience; waited += anywhere_after > waited ? 5000 : 200) {
    usleep(waited == 0 ? 20000 : waited < anywhere_after ? 5000 : 200);
    if (!atomic_load(&interrupt_pending)) break;
    if (!atomic_load(&run.active)) continue;  // still being loaded
    if (waited >= anywhere_after) atomic_store(&interrupt_anywhere, true);
    if (waited >= inside_after) {
      atomic_store(&interrupt_inside, true);
      // It may be for one of them that the cell waits.
      worker_interrupt_children();
    }
    // Whoever waits for the main thread is stopped after it: that ends the run, and nobody would ask
    // the main thread any more.
    if (worker_main_thread_is_busy() && waited <= inside_after + anywhere_after)
      worker_signal_main_thread(stop_signal);
    else
      pthread_kill(run.thread, stop_signal);
  }
  return NULL;
}

void martlet_expect_run(void) {
  set_interrupt(false);
  worker_forget_children();
  atomic_store(&run.expected, true);
}

void martlet_forget_run(void) {
  atomic_store(&run.expected, false);
  set_interrupt(false);
}

void martlet_interrupt(void) {
  if (!atomic_load(&run.expected) || atomic_load(&interrupt_pending)) return;
  set_interrupt(true);
  pthread_t thread;
  if (pthread_create(&thread, NULL, press, NULL) == 0) pthread_detach(thread);
}

// MARK: Interposed symbols

// Where the cell's thread has last thrown an error. The entry point that reports an error which
// nothing caught does not know where it comes from.
static struct {
  int32_t count;
  uintptr_t frames[martlet_max_frames];
} thrown;

// Code that throws calls one of these two first. What they do for debuggers nobody needs here.
// Swift keeps frame pointers, so the walk costs nanoseconds and throwing in a loop stays cheap.
static void note_throw(const uintptr_t *frame) {
  if (!on_cell_thread()) return;
  thrown.count = 0;
  while (thrown.count < martlet_max_frames) {
    thrown.frames[thrown.count++] = frame[1] - 1;  // the call in front of the return address
    const uintptr_t *outer = (const uintptr_t *)frame[0];
    bool leads_out = outer > frame && (uintptr_t)outer <= run.stack_bottom;
    if (!leads_out || (uintptr_t)outer % sizeof *outer != 0) break;
    frame = outer;
  }
}

void worker_will_throw(void) __asm__("swift_willThrow");
void worker_will_throw(void) { note_throw(__builtin_frame_address(0)); }
void worker_will_throw_typed(void) __asm__("swift_willThrowTypedImpl");
void worker_will_throw_typed(void) { note_throw(__builtin_frame_address(0)); }

// A cell calls it for an error that nothing caught at its top level. Its caller is the cell's
// entry point, so the jump leaves no other frame behind.
extern void martlet_describe_error(void *error, char *text, int32_t size);
void worker_error_in_main(void *error) __asm__("swift_errorInMain");
void worker_error_in_main(void *error) {
  if (own_run == 0) abort();
  if (!claim()) park_for_good(calling_place(NULL), false);
  run.report.ending = martlet_ending_threw;
  run.report.on_cell_thread = true;
  run.report.frame_count = thrown.count;
  memcpy(run.report.frames, thrown.frames, sizeof thrown.frames);
  martlet_describe_error(error, run.report.reason, martlet_max_reason);
  longjmp(run.bottom, 1);
}

void martlet_end_process(int status) {
  for (;;) syscall(SYS_exit_group, status);
}

// A cell's own exit(n) must not take the worker with it, whichever way it calls it.
static _Noreturn void end_cell(int status, void *caller) {
  if (!atomic_load(&run.active)) martlet_end_process(status);
  end_run(martlet_ending_exited, 0, status, calling_place(caller), 0);
}

void exit(int status) { end_cell(status, __builtin_return_address(0)); }
void _exit(int status) { end_cell(status, __builtin_return_address(0)); }
void _Exit(int status) { end_cell(status, __builtin_return_address(0)); }
void quick_exit(int status) { end_cell(status, __builtin_return_address(0)); }

// In programs it is a part of each library, which the linker of cells does not add.
extern int __cxa_atexit(void (*function)(void *), void *argument, void *library);
int atexit(void (*function)(void)) {
  return __cxa_atexit((void (*)(void *))(void *)function, NULL, NULL);
}

// MARK: The run

// `pthread_exit` in a cell unwinds its thread, which then comes to no other end.
static void on_thread_exit(void *unused) {
  if (!claim()) return;
  run.report.ending = martlet_ending_trapped;
  run.report.on_cell_thread = true;
  strncpy(run.report.reason, "Fatal error: the cell ended its own thread", martlet_max_reason - 1);
  sem_post(&run.ended);
}

static void run_entry(void) {
  pthread_cleanup_push(on_thread_exit, NULL);
  run.entry(0, NULL);
  pthread_cleanup_pop(0);
}

static void *cell_thread(void *unused) {
  own_run = atomic_load(&run.number);
  run.stack_bottom = (uintptr_t)__builtin_frame_address(0);
  thrown.count = 0;
  if (setjmp(run.bottom) == 0) {
    if (cell_started) cell_started();
    run_entry();
    if (cell_finished) cell_finished();
    if (!claim()) park_for_good(calling_place(NULL), false);
    run.report.ending = martlet_ending_finished;
    run.report.on_cell_thread = true;
  }
  fflush(stdout);
  sem_post(&run.ended);
  return NULL;
}

// When another thread has ended the run, the cell's own must not go on: what it did would belong to no
// cell, and nobody could stop it.
static void stop_cell_thread(void) {
  set_interrupt(true);
  atomic_store(&interrupt_anywhere, true);
  for (int waited = 0; waited < grace && !atomic_load(&run.left); waited += 1000) {
    if (waited >= inside_after) atomic_store(&interrupt_inside, true);
    pthread_kill(run.thread, stop_signal);
    usleep(1000);
  }
  set_interrupt(false);
}

void martlet_run(int (*entry)(int, char **), struct martlet_report *report) {
  memset(&run.report, 0, sizeof run.report);
  run.entry = entry;
  worker_renew_stdin();
  sem_init(&run.ended, 0, 0);
  atomic_store(&run.claimed, false);
  atomic_store(&run.left, false);
  atomic_fetch_add(&run.number, 1);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, stack_size);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  atomic_store(&run.active, true);
  worker_wake_ticker();
  int failed = pthread_create(&run.thread, &attributes, cell_thread, NULL);
  pthread_attr_destroy(&attributes);
  if (failed) {
    atomic_store(&run.active, false);
    run.report.ending = martlet_ending_trapped;
    strncpy(run.report.reason, "Fatal error: no thread could be started for the cell",
            martlet_max_reason - 1);
    *report = run.report;
    return;
  }
  while (sem_wait(&run.ended) != 0) {}
  if (!run.report.on_cell_thread) stop_cell_thread();
  atomic_store(&run.active, false);
  if (run.report.ending == martlet_ending_trapped) worker_make_room();
  if (run.report.ending == martlet_ending_interrupted) worker_interrupt_children();
  if (run.report.ending != martlet_ending_finished && run.report.ending != martlet_ending_threw)
    worker_renew_stdout();
  *report = run.report;
}

void martlet_worker_start(int event_descriptor) {
  worker_event_descriptor = event_descriptor;
  sem_init(&stray_arrived, 0, 0);
  struct sigaction trap = {.sa_sigaction = on_trap, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
  sigaddset(&trap.sa_mask, stop_signal);
  for (unsigned i = 0; i < sizeof trap_signals / sizeof *trap_signals; i++)
    sigaction(trap_signals[i], &trap, NULL);
  // No SA_RESTART: a blocking call has to notice.
  struct sigaction stop = {.sa_sigaction = on_stop, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigfillset(&stop.sa_mask);
  sigaction(stop_signal, &stop, NULL);
  worker_take_over_signals();
  worker_start_streams();
}
