// Late binding: which functions were replaced, and where constants are kept.
#define _GNU_SOURCE
#include "worker.h"

#include <dlfcn.h>
#include <elf.h>
#include <link.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Cells declare it constant, so that what they read of it can be taken out of loops: a loop that
// runs while a function is replaced may finish with the old one.
unsigned char martlet_replaced[1 << 16];

void martlet_replace(int32_t slot) {
  if (slot >= 0 && (size_t)slot < sizeof martlet_replaced) martlet_replaced[slot] = 1;
}

// The library of a cell, by the name of its module.
static struct link_map *library_of(const char *module) {
  size_t length = strlen(module);
  struct link_map *map = NULL;
  void *self = dlopen(NULL, RTLD_NOW);
  if (self == NULL || dlinfo(self, RTLD_DI_LINKMAP, &map) != 0) return NULL;
  for (; map != NULL; map = map->l_next) {
    const char *file = strrchr(map->l_name, '/');
    if (file == NULL || strncmp(file, "/lib", 4) != 0) continue;
    if (strncmp(file + 4, module, length) == 0 && strcmp(file + 4 + length, ".so") == 0) return map;
  }
  return NULL;
}

// The number of dynamic symbols, which only the hash table tells.
static size_t symbol_count(const uint32_t *hash) {
  uint32_t buckets = hash[0], first = hash[1], blooms = hash[2];
  const uint32_t *bucket = (const uint32_t *)((const uint64_t *)(hash + 4) + blooms);
  const uint32_t *chain = bucket + buckets;
  uint32_t last = 0;
  for (uint32_t i = 0; i < buckets; i++)
    if (bucket[i] > last) last = bucket[i];
  if (last < first) return first;
  while (!(chain[last - first] & 1)) last++;
  return last + 1;
}

typedef char *demangle_function(const char *, size_t, char *, size_t *, uint32_t);

void *martlet_variable(const char *module, const char *name) {
  struct link_map *map = library_of(module);
  demangle_function *demangle = (demangle_function *)dlsym(RTLD_DEFAULT, "swift_demangle");
  if (map == NULL || demangle == NULL) return NULL;
  const ElfW(Sym) *symbols = NULL;
  const char *strings = NULL;
  const uint32_t *hash = NULL;
  for (const ElfW(Dyn) *entry = map->l_ld; entry->d_tag != DT_NULL; entry++) {
    if (entry->d_tag == DT_SYMTAB) symbols = (const ElfW(Sym) *)entry->d_un.d_ptr;
    if (entry->d_tag == DT_STRTAB) strings = (const char *)entry->d_un.d_ptr;
    if (entry->d_tag == DT_GNU_HASH) hash = (const uint32_t *)entry->d_un.d_ptr;
  }
  if (symbols == NULL || strings == NULL || hash == NULL) return NULL;
  size_t count = symbol_count(hash), module_length = strlen(module), name_length = strlen(name);
  for (size_t i = 0; i < count; i++) {
    const char *symbol = strings + symbols[i].st_name;
    size_t length = strlen(symbol);
    // `$s5Cell24rateSdvp` is `Cell2.rate : Swift.Double`.
    if (symbols[i].st_shndx == SHN_UNDEF || length < 4 || strncmp(symbol, "$s", 2) != 0 ||
        strcmp(symbol + length - 2, "vp") != 0)
      continue;
    char *text = demangle(symbol, length, NULL, NULL, 0);
    bool is_it = text != NULL && strncmp(text, module, module_length) == 0 &&
                 text[module_length] == '.' &&
                 strncmp(text + module_length + 1, name, name_length) == 0 &&
                 strncmp(text + module_length + 1 + name_length, " : ", 3) == 0;
    free(text);
    if (is_it) return (void *)(map->l_addr + symbols[i].st_value);
  }
  return NULL;
}
