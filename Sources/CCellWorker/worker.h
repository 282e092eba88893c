// What the C files of the worker share.
#pragma once
#include "CCellWorker.h"

void worker_start_streams(void);
void worker_renew_stdout(void);
// False when another thread has the stream, which may be one that is parked.
bool worker_flush_stdout(void);
void worker_renew_stdin(void);
void worker_take_reason(char *reason);  // at most martlet_max_reason bytes, ended by NUL

// Fills in the frames of the calling thread, from the one at `pc` outwards.
void worker_collect_frames(struct martlet_report *report, uintptr_t pc);

// In a trap's handler: goes back to the walk, if it is the walk that trapped.
void worker_leave_unwinder(void);

// True for addresses in code that a cell brought along.
bool worker_in_cell_code(uintptr_t address);

// Whether the calling thread runs tasks, and the request for another one in its place.
bool worker_runs_tasks(void);
void worker_replace_task_thread(void);
