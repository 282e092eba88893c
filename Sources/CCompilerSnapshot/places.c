// The placeholders in the compiler's memory: the name of the module and the text of its source, and
// a piece of the name of a part of the compiler, as an option has it. (Elsewhere in memory is the whole
// name, which must stay.)
#define _GNU_SOURCE
#include "CCompilerSnapshot.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { maximum_places = 256 };

// A text of some length, and where it stands.
struct placed {
  const char *text;
  size_t length;
  char *places[maximum_places];
  size_t count;
};

static struct placed name, pass;
static char *source;
static size_t source_length;

// The source begins with a line that occurs nowhere else, and ends with blanks.
static void look_for_source(char *low, char *high, const char *mark) {
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

static void look_for(struct placed *wanted, char *low, char *high) {
  for (char *found = low; wanted->count < maximum_places; found += wanted->length) {
    found = memmem(found, (size_t)(high - found), wanted->text, wanted->length);
    if (found == NULL) return;
    wanted->places[wanted->count++] = found;
  }
}

static void look_for_all(char *low, char *high, const void *mark) {
  look_for_source(low, high, mark);
  look_for(&name, low, high);
  look_for(&pass, low, high);
}

bool compiler_find_places(void) {
  const char *mark = getenv("MARTLET_SNAPSHOT_MARK");
  name.text = getenv("MARTLET_SNAPSHOT_NAME");
  pass.text = getenv("MARTLET_SNAPSHOT_PASS");
  if (name.text == NULL || mark == NULL || pass.text == NULL) return false;
  name.length = strlen(name.text);
  // With the byte that ends it.
  pass.length = strlen(pass.text) + 1;
  return compiler_look_through_memory(look_for_all, mark) && source != NULL && name.count > 0;
}

bool compiler_put_name(const char *new_name) {
  if (strlen(new_name) != name.length) return false;
  for (size_t i = 0; i < name.count; i++) memcpy(name.places[i], new_name, name.length);
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

void compiler_turn_on(const char *part) {
  if (*part == 0) return;
  // No part of the compiler has such a name.
  for (size_t i = 0; i < pass.count; i++) *pass.places[i] = '-';
}
