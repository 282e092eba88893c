// Where a thread is: the unwinder's walk over its stack.
#define _GNU_SOURCE
#include "worker.h"

#include <setjmp.h>
#include <stddef.h>
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

void worker_collect_frames(struct martlet_report *report, uintptr_t pc) {
  report->frame_count = 0;
  struct walk walk = {.report = report, .from = pc};
  sigjmp_buf here;
  if (sigsetjmp(here, 1) == 0) {
    guard = &here;
    _Unwind_Backtrace(visit, &walk);
  }
  guard = NULL;
  if (report->frame_count == 0) {
    // A jump to a bad address: no frame leads back from it.
    report->frames[report->frame_count++] = pc;
  }
}

void worker_leave_unwinder(void) {
  if (guard) siglongjmp(*guard, 1);
}
