// What the C files of the worker share.
#pragma once
#include "CCellWorker.h"

#include <sys/types.h>

void worker_start_streams(void);
void worker_renew_stdout(void);
// False when another thread has the stream, which may be one that is parked.
bool worker_flush_stdout(void);
void worker_renew_stdin(void);

// Keeps back what the Swift runtime says, until it is taken or proves to be no reason.
void worker_start_reasons(void);
void worker_release_reasons(void);
// Whether an address is in the code of the Swift runtime and standard library.
bool worker_is_runtime(const void *caller);
void worker_take_reason(char *reason);  // at most martlet_max_reason bytes, ended by NUL

// Looks at stdout more often from now on, as long as a cell runs.
void worker_wake_ticker(void);
bool worker_runs_cell(void);

// Behind a cell that has met its limit of memory.
void worker_make_room(void);

// Children of the running cell are interrupted with it.
void worker_note_child(pid_t child);
void worker_forget_children(void);
void worker_interrupt_children(void);

void worker_take_over_signals(void);
// Ends the cell's run with a signal that was sent by the process itself, as if it were a trap.
void worker_end_by_signal(int signal, void *context);

// Where a thread is.
struct worker_place {
  uintptr_t pc, stack, frame;  // the last two are 0 where they are not known
};

// Fills in the frames of the calling thread, from a place outwards.
void worker_collect_frames(struct martlet_report *report, struct worker_place place);

// Whether the calling thread, at a place that the cell has called, can be taken to hold no lock of the
// system, the runtime, or a library with threads.
bool worker_holds_no_lock(struct worker_place place);

// In a trap's handler: goes back to the walk, if it is the walk that trapped.
void worker_leave_unwinder(void);

// True for addresses in code that a cell brought along.
bool worker_in_cell_code(uintptr_t address);

// Whether the calling thread runs tasks, and the request for another one in its place.
bool worker_runs_tasks(void);
void worker_replace_task_thread(void);

// Whether the calling thread is the main one, and the way for it to leave everything as it is and
// go on with what is sent to it next.
bool worker_is_main_thread(void);
_Noreturn void worker_renew_main_thread(void);
bool worker_main_thread_is_busy(void);
void worker_signal_main_thread(int signal);

// Gives the calling thread a stack for signals: an endless recursion must find room to report
// itself. Returns it, or NULL.
void *worker_use_signal_stack(void);
void worker_free_signal_stack(void *stack);

// Gives back what a thread that is parked for good does not need of its stack. `pointer` is where
// the stack ended when a signal came; a thread that is parked on its stack knows better.
void worker_release_stack(uintptr_t pointer, bool is_full);
