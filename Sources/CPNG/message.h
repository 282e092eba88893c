#ifndef MESSAGE_H
#define MESSAGE_H

#include "CPNG.h"
#include <png.h>
#include <string.h>

/// Keeps libpng's words and goes back to the last setjmp; the error pointer is a CPNGError.
static void cpng_fail(png_structp png, png_const_charp message) {
  CPNGError *error = png_get_error_ptr(png);
  strncpy(error->message, message, sizeof error->message - 1);
  error->message[sizeof error->message - 1] = 0;
  png_longjmp(png, 1);
}

/// Warnings are about what does not reach the pixels.
static void cpng_ignore(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

#endif
