#ifndef FAILURE_H
#define FAILURE_H

// jpeglib.h uses FILE and size_t without including what declares them.
#include <stddef.h>
#include <stdio.h>

#include <jpeglib.h>
#include <setjmp.h>

/// libjpeg's error manager and the place to go back to; libjpeg only knows its first member.
typedef struct {
  struct jpeg_error_mgr manager;
  jmp_buf place;
} Failure;

/// The manager of errors and warnings. Most warnings are errors here: libjpeg warns of data that
/// end early or are damaged, and goes on with pixels that it makes up.
struct jpeg_error_mgr *cjpeg_failure_manager(Failure *failure);

#endif
