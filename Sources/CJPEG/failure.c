#include "failure.h"
#include <jerror.h>

static void go_back(j_common_ptr jpeg) { longjmp(((Failure *)jpeg->err)->place, 1); }

// Level -1 is a warning; what is not negative is only a trace. Cameras write a few bytes too many,
// and other versions of the file's header; such files are whole all the same.
static void take_message(j_common_ptr jpeg, int level) {
  int code = jpeg->err->msg_code;
  int harmless =
      code == JWRN_EXTRANEOUS_DATA || code == JWRN_ADOBE_XFORM || code == JWRN_JFIF_MAJOR;
  if (level < 0 && !harmless) go_back(jpeg);
}

static void print_nothing(j_common_ptr jpeg) { (void)jpeg; }

struct jpeg_error_mgr *cjpeg_failure_manager(Failure *failure) {
  struct jpeg_error_mgr *manager = jpeg_std_error(&failure->manager);
  manager->error_exit = go_back;
  manager->emit_message = take_message;
  manager->output_message = print_nothing;
  return manager;
}
