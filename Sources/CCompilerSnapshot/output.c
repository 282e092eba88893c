// Both tools write their output last, under another name that they then change. All that is left
// after it is to free memory, which the system does with the process.
#define _GNU_SOURCE
#include "CCompilerSnapshot.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>

static bool ends_with(const char *path, const char *suffix) {
  size_t length = strlen(path), suffix_length = strlen(suffix);
  return length > suffix_length && strcmp(path + length - suffix_length, suffix) == 0;
}

int rename(const char *from, const char *to) {
  int result = renameat(AT_FDCWD, from, AT_FDCWD, to);
  if (waiting_is_child() && result == 0 && (ends_with(to, ".o") || ends_with(to, ".so")))
    waiting_finish();
  return result;
}
