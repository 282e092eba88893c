// The modules that the compiler was told to import, as its own list of them has them.
//
// The compiler keeps each name once, behind its length and an empty word. The list has the address of
// the name's text, followed by a place in a source, which is zero for a name that no source has.
#define _GNU_SOURCE
#include "CCompilerSnapshot.h"

#include <string.h>

enum { maximum_bases = 64, maximum_places = 4, length_distance = 16 };

static struct base {
  uintptr_t text;
  uintptr_t *places[maximum_places];  // what has the text's address
  size_t place_count;
} bases[maximum_bases];
static size_t base_count;

static void look_for_texts(char *low, char *high, const void *names) {
  for (size_t i = 0; i < base_count; i++) {
    const char *name = ((const char *const *)names)[i];
    size_t length = strlen(name);
    for (char *found = low + length_distance; bases[i].text == 0; found++) {
      found = memmem(found, (size_t)(high - found), name, length + 1);
      if (found == NULL) break;
      size_t stated;
      memcpy(&stated, found - length_distance, sizeof stated);
      if (stated == length) bases[i].text = (uintptr_t)found;
    }
  }
}

static void look_for_places(char *low, char *high, const void *unused) {
  (void)unused;
  uintptr_t first = UINTPTR_MAX, last = 0;
  for (size_t i = 0; i < base_count; i++) {
    if (bases[i].text < first) first = bases[i].text;
    if (bases[i].text > last) last = bases[i].text;
  }
  uintptr_t *end = (uintptr_t *)high - 1;
  for (uintptr_t *place = (uintptr_t *)low; place < end; place++) {
    if (*place < first || *place > last || place[1] != 0) continue;
    if ((struct base *)place >= bases && (struct base *)place < bases + maximum_bases) continue;
    for (size_t i = 0; i < base_count; i++) {
      struct base *base = &bases[i];
      if (base->text == *place && base->place_count < maximum_places)
        base->places[base->place_count++] = place;
    }
  }
}

bool compiler_find_bases(const char *const *names, size_t count) {
  if (count > maximum_bases) return false;
  base_count = count;
  if (!compiler_look_through_memory(look_for_texts, names)) return false;
  if (!compiler_look_through_memory(look_for_places, NULL)) return false;
  for (size_t i = 0; i < count; i++) {
    if (bases[i].place_count == 0) return false;
  }
  return true;
}

void compiler_skip_bases_behind(size_t index) {
  for (size_t i = index + 1; i < base_count; i++) {
    for (size_t j = 0; j < bases[i].place_count; j++) *bases[i].places[j] = bases[index].text;
  }
}
