// Where a thread is: the unwinder's walk over its stack.
#define _GNU_SOURCE
#include "worker.h"

#include <dlfcn.h>
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

void worker_leave_unwinder(void) {
  if (guard) siglongjmp(*guard, 1);
}
