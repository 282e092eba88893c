// The part of the worker that must be C: signal handlers, interposed symbols, and the thread
// that runs a cell. See Sources/CellWorker/README.md for the whole picture.
#pragma once
#include <stdbool.h>
#include <stdint.h>

enum { martlet_max_frames = 64, martlet_max_reason = 4096 };

// How a cell's run ended.
enum martlet_ending {
  martlet_ending_none = 0,
  martlet_ending_finished,
  martlet_ending_trapped,
  martlet_ending_threw,
  martlet_ending_exited,
  martlet_ending_interrupted,
};

struct martlet_report {
  int32_t ending;
  int32_t signal;       // of a trap
  int32_t code;         // of exit(code)
  bool stack_overflow;  // the bad address was just below the stack
  bool on_cell_thread;  // false for a trap on a thread or task that the cell had started
  int32_t frame_count;
  uintptr_t frames[martlet_max_frames];  // innermost first; return addresses after the first
  uintptr_t fault_address;
  char reason[martlet_max_reason];  // what the Swift runtime said; of an error: type 0x1f message
};

// Installs handlers and takes over stdout. Events are written to `event_descriptor`.
void martlet_worker_start(int event_descriptor);

// Ends the process; `exit` and its like end no more than a cell.
void martlet_end_process(int status) __attribute__((noreturn));

// Writes one event: kind, then the payload. Thread safe; blocks until all is written, and for what
// a cell shows (kinds below 16) until the kernel process has taken it.
void martlet_post(int32_t kind, const uint8_t *bytes, intptr_t count);

// The kernel process has taken what was shown last.
void martlet_acknowledge(void);

// A cell is about to be loaded and run: from now on it can be interrupted.
void martlet_expect_run(void);

// The cell has ended, or could not be loaded.
void martlet_forget_run(void);

// Runs `entry` on a thread of its own and waits until it ends in one of the ways above. A thread
// that trapped, exited or was interrupted is parked for good: nothing is unwound.
void martlet_run(int (*entry)(int, char **), struct martlet_report *report);

// Asks the running cell to stop: at a safe point, or in a blocking call, or (after a while) in
// the cell's own code. Harmless when no cell runs.
void martlet_interrupt(void);

// Loads a library and makes its symbols global. `is_cell` marks its code as a cell's own. Returns
// its base address, or 0 with the reason in `error`.
uintptr_t martlet_load(const char *path, bool is_cell, const char **error);

// A symbol's address in any loaded library, or NULL.
void *martlet_symbol(const char *name);

// Which library an address is in, and where in it; false when in none.
bool martlet_locate(uintptr_t address, const char **library, uintptr_t *offset);

// Runs what is sent to the main queue, `@MainActor` code too. Never returns.
_Noreturn void martlet_drain_main_queue(void);

// Runs tasks on threads of the worker's own from now on. The library with the runtime must be there.
void martlet_take_over_tasks(void);

// Hands a line to the cell that reads its standard input; NULL where nobody can type.
void martlet_give_input(const uint8_t *bytes, intptr_t count);

// What the preloaded library lends: the flag that loops poll, and what is called on a cell's
// thread before its code and after its normal end. Each may be NULL.
void martlet_set_support(int32_t *flag, void (*started)(void), void (*finished)(void));

int32_t martlet_interrupt_requested(void);
void martlet_safe_point(void);

// A safe point of loops in cells, in parts: the flag, whether the calling thread is one to stop then,
// and its end. What a loop has in registers is in memory where that is called.
extern int32_t martlet_interrupt_flag;
bool martlet_stops(void);
void martlet_stop(void) __attribute__((noreturn));

// Notes that the function at a place of the table was replaced.
void martlet_replace(int32_t slot);

// Where a variable of a cell's module is, or NULL.
void *martlet_variable(const char *module, const char *name);

// Waits for a trap on a thread that no cell waits for.
void martlet_wait_for_stray_report(struct martlet_report *report);
