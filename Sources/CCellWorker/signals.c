// Signals that end a process and no trap: a cell that sends itself one ends, and the worker does not.
#define _GNU_SOURCE
#include "worker.h"

#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

static const int ending_signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGSYS};

// Not ignored, but nothing: what is ignored stays so in child processes, and of `yes | head` the one
// would complain about the other.
static void do_nothing(int signal) {}

static void on_ending_signal(int signal, siginfo_t *info, void *context) {
  bool is_own = info->si_code <= 0 && info->si_pid == getpid();
  if (is_own && worker_runs_cell()) {
    worker_end_by_signal(signal, context);
    return;
  }
  // Interrupts come from the kernel process in another way.
  if (signal == SIGINT) return;
  struct sigaction plain = {.sa_handler = SIG_DFL};
  sigaction(signal, &plain, NULL);
  raise(signal);
}

void worker_take_over_signals(void) {
  struct sigaction nothing = {.sa_handler = do_nothing, .sa_flags = SA_RESTART};
  sigaction(SIGPIPE, &nothing, NULL);
  struct sigaction ending = {.sa_sigaction = on_ending_signal, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART};
  for (size_t i = 0; i < sizeof ending_signals / sizeof *ending_signals; i++)
    sigaction(ending_signals[i], &ending, NULL);
}
