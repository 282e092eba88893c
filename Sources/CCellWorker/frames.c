// Where a thread is: the unwinder's walk over its stack.
#define _GNU_SOURCE
#include "worker.h"

#include <dlfcn.h>
#include <setjmp.h>
#include <stddef.h>
#include <string.h>
#include <unwind.h>

struct walk {
  struct martlet_report *report;
  uintptr_t from;  // frames inside it (the handler's own) are left out
  bool found;
};

static _Unwind_Reason_Code visit(struct _Unwind_Context *context, void *state) {
  struct walk *walk = state;
  int before_instruction = 0;
  uintptr_t pc = _Unwind_GetIPInfo(context, &before_instruction);
  if (!walk->found) {
    if (pc != walk->from) return _URC_NO_REASON;
    walk->found = true;
  }
  struct martlet_report *report = walk->report;
  if (report->frame_count >= martlet_max_frames) return _URC_END_OF_STACK;
  // A return address points behind the call: step back into it.
  report->frames[report->frame_count++] = before_instruction ? pc : pc - 1;
  return _URC_NO_REASON;
}

// Set while the unwinder reads a stack that may be broken: a trap in there comes back here.
static __thread sigjmp_buf *guard;

static void add(struct martlet_report *report, uintptr_t address) {
  if (report->frame_count < martlet_max_frames) report->frames[report->frame_count++] = address;
}

// After a jump to where no code is, no table leads back. The call left its return address on top
// of the stack, and the functions below it have frame pointers, as Swift's always do.
static void follow_frame_pointers(struct martlet_report *report, struct worker_place place) {
  add(report, place.pc);
  if (place.stack == 0) return;
  add(report, *(const uintptr_t *)place.stack - 1);
  const uintptr_t *frame = (const uintptr_t *)place.frame;
  for (uintptr_t low = place.stack; (uintptr_t)frame > low && (uintptr_t)frame % sizeof low == 0;) {
    add(report, frame[1] - 1);
    low = (uintptr_t)frame;
    frame = (const uintptr_t *)frame[0];
  }
}

static bool is_code(uintptr_t address) {
  Dl_info info;
  return dladdr((void *)address, &info) != 0;
}

void worker_collect_frames(struct martlet_report *report, struct worker_place place) {
  report->frame_count = 0;
  struct walk walk = {.report = report, .from = place.pc};
  sigjmp_buf here;
  if (sigsetjmp(here, 1) == 0) {
    guard = &here;
    if (is_code(place.pc)) _Unwind_Backtrace(visit, &walk);
    else follow_frame_pointers(report, place);
  }
  guard = NULL;
  if (report->frame_count == 0) add(report, place.pc);
}

// Whether code is of a kind that holds no lock others need: not the system's libraries, and of the
// libraries with threads of their own none. The runtime is written in C++ and has locks; what is
// Swift in the same library has names that begin with `$s`.
static bool may_stop_in(uintptr_t address) {
  static const char *const with_locks[] = {"libc.", "ld-linux", "libpthread", "libdispatch", "libstdc++",
                                           "libgcc", "libopenblas", "libMartlet", "martlet-worker"};
  Dl_info info;
  if (dladdr((void *)address, &info) == 0 || info.dli_fname == NULL) return false;
  const char *slash = strrchr(info.dli_fname, '/'), *file = slash ? slash + 1 : info.dli_fname;
  for (size_t i = 0; i < sizeof with_locks / sizeof *with_locks; i++)
    if (strncmp(file, with_locks[i], strlen(with_locks[i])) == 0) return false;
  if (strncmp(file, "libswiftCore.", 13) != 0 && strncmp(file, "libswift_Concurrency.", 21) != 0)
    return true;
  return info.dli_sname != NULL && info.dli_sname[0] == '$' && info.dli_sname[1] == 's';
}

bool worker_holds_no_lock(struct worker_place place) {
  if (!may_stop_in(place.pc)) return false;
  struct martlet_report report;
  worker_collect_frames(&report, place);
  for (int32_t i = 0; i < report.frame_count; i++) {
    if (worker_in_cell_code(report.frames[i])) return true;
    if (!may_stop_in(report.frames[i])) return false;
  }
  return false;
}

void worker_leave_unwinder(void) {
  if (guard) siglongjmp(*guard, 1);
}
