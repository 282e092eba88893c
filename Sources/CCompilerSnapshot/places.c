// The placeholders in the compiler's memory: the name of the module and the text of its source, and
// a piece of the name of a part of the compiler, as an option has it. (Elsewhere in memory is the whole
// name, which must stay.)
#define _GNU_SOURCE
#include "CCompilerSnapshot.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { maximum_names = 256, maximum_passes = 16 };

static char *names[maximum_names];
static size_t name_count, name_length;
static char *passes[maximum_passes];
static size_t pass_count;
static char *source;
static size_t source_length;

// The source begins with a line that occurs nowhere else, and ends with blanks.
static void look_for_source(char *low, char *high, const void *mark) {
  size_t length = strlen(mark);
  for (char *found = low; source == NULL; found++) {
    found = memmem(found, (size_t)(high - found), mark, length);
    if (found == NULL) return;
    size_t blanks = 0;
    while (found + length + blanks < high && found[length + blanks] == ' ') blanks++;
    if (blanks < 4096) continue;
    source = found;
    source_length = length + blanks;
  }
}

static void look_for_names(char *low, char *high, const void *name) {
  for (char *found = low; name_count < maximum_names; found += name_length) {
    found = memmem(found, (size_t)(high - found), name, name_length);
    if (found == NULL) return;
    names[name_count++] = found;
  }
}

static void look_for_passes(char *low, char *high, const void *pass) {
  size_t length = strlen(pass) + 1;
  for (char *found = low; pass_count < maximum_passes; found += length) {
    found = memmem(found, (size_t)(high - found), pass, length);
    if (found == NULL) return;
    passes[pass_count++] = found;
  }
}

bool compiler_find_places(void) {
  const char *name = getenv("MARTLET_SNAPSHOT_NAME"), *mark = getenv("MARTLET_SNAPSHOT_MARK");
  const char *pass = getenv("MARTLET_SNAPSHOT_PASS");
  if (name == NULL || mark == NULL || pass == NULL) return false;
  name_length = strlen(name);
  return compiler_look_through_memory(look_for_passes, pass) &&
         compiler_look_through_memory(look_for_source, mark) &&
         compiler_look_through_memory(look_for_names, name) && source != NULL && name_count > 0;
}

bool compiler_put_name(const char *name) {
  if (strlen(name) != name_length) return false;
  for (size_t i = 0; i < name_count; i++) memcpy(names[i], name, name_length);
  return true;
}

bool compiler_put_source(const char *path) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  size_t count = 0;
  ssize_t step;
  while (count < source_length && (step = read(file, source + count, source_length - count)) > 0)
    count += (size_t)step;
  // At least one blank must be left, or the text may be longer than there is room for.
  memset(source + count, ' ', source_length - count);
  close(file);
  return count < source_length;
}

void compiler_turn_on(const char *pass) {
  if (*pass == 0) return;
  // No part of the compiler has such a name.
  for (size_t i = 0; i < pass_count; i++) *passes[i] = '-';
}
