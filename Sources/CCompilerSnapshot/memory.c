// What was allocated before the fork is shared with the process that forked, until it is written.
// Freeing writes, and the compiler frees all that it has read, page after page. So that is left
// alone: the system takes it back with the process.
//
// The other way around, a file that is mapped is mapped anew in each child, page by page, when it is
// read there. So small files, which are the cells' modules, are copied into memory that is shared.
#define _GNU_SOURCE
#include "CCompilerSnapshot.h"

#include <dlfcn.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

enum { small_file = 1 << 16 };

extern void __libc_free(void *block);

static uintptr_t heap_low, heap_high;

void compiler_note_heap_start(void) { heap_low = (uintptr_t)sbrk(0); }
void compiler_keep_heap(void) { heap_high = (uintptr_t)sbrk(0); }

void free(void *block) {
  if ((uintptr_t)block - heap_low >= heap_high - heap_low) __libc_free(block);
}

void *mmap(void *address, size_t length, int rights, int flags, int file, off_t offset) {
  static void *(*original)(void *, size_t, int, int, int, off_t);
  if (original == NULL)
    original = (void *(*)(void *, size_t, int, int, int, off_t))dlsym(RTLD_NEXT, "mmap");
  bool is_copied = heap_high == 0 && file >= 0 && address == NULL && length <= small_file &&
                   rights == PROT_READ && (flags & MAP_PRIVATE) != 0;
  if (is_copied) {
    void *copy = original(NULL, length, rights | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (copy != MAP_FAILED && pread(file, copy, length, offset) == (ssize_t)length) return copy;
    if (copy != MAP_FAILED) munmap(copy, length);
  }
  return original(address, length, rights, flags, file, offset);
}
