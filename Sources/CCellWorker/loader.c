// Loading of cells, and the record of which code is theirs.
#define _GNU_SOURCE
#include "worker.h"

#include <dlfcn.h>
#include <link.h>
#include <stdatomic.h>
#include <stddef.h>

enum { max_code_ranges = 1 << 16 };

static struct { uintptr_t low, high; } code[max_code_ranges];
static atomic_int code_count;

bool worker_in_cell_code(uintptr_t address) {
  for (int i = atomic_load(&code_count) - 1; i >= 0; i--)
    if (address >= code[i].low && address < code[i].high) return true;
  return false;
}

static int record_code(struct dl_phdr_info *info, size_t size, void *base) {
  if (info->dlpi_addr != (uintptr_t)base) return 0;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *header = &info->dlpi_phdr[i];
    if (header->p_type != PT_LOAD || !(header->p_flags & PF_X)) continue;
    int index = atomic_load(&code_count);
    if (index >= max_code_ranges) return 1;
    code[index].low = info->dlpi_addr + header->p_vaddr;
    code[index].high = code[index].low + header->p_memsz;
    atomic_store(&code_count, index + 1);
  }
  return 1;
}

uintptr_t martlet_load(const char *path, bool is_cell, const char **error) {
  void *handle = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
  struct link_map *map = NULL;
  if (handle == NULL || dlinfo(handle, RTLD_DI_LINKMAP, &map) != 0) {
    *error = dlerror();
    return 0;
  }
  if (is_cell) dl_iterate_phdr(record_code, (void *)map->l_addr);
  return map->l_addr;
}

void *martlet_symbol(const char *name) { return dlsym(RTLD_DEFAULT, name); }

bool martlet_locate(uintptr_t address, const char **library, uintptr_t *offset) {
  Dl_info info;
  if (dladdr((void *)address, &info) == 0 || info.dli_fname == NULL) return false;
  *library = info.dli_fname;
  *offset = address - (uintptr_t)info.dli_fbase;
  return true;
}
