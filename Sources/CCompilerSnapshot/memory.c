// What was allocated before the fork is shared with the process that forked, until it is written.
// Freeing writes, and a compiler frees all that it has read, page after page. So that is left
// alone: the system takes it back with the process.
//
// The other way around, a file that is mapped is mapped anew in each child, page by page, when it is
// read there. So small files, which are the cells' modules, are copied into memory that is shared.
#define _GNU_SOURCE
#include "CCompilerSnapshot.h"

#include <dlfcn.h>
#include <malloc.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
  small_file = 1 << 16,
  page = 4096,
  huge_page = 2 << 20,
  // What a child is given to allocate from. A small cell takes some 6 MB.
  fresh_memory = 8 << 20,
};

extern void __libc_free(void *block);

static uintptr_t heap_low, heap_high;

void waiting_note_heap_start(void) { heap_low = (uintptr_t)sbrk(0); }
void waiting_keep_heap(void) { heap_high = (uintptr_t)sbrk(0); }

uintptr_t waiting_heap_end(void) { return heap_high; }

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

// Has the allocator keep a large piece at hand, all of it mapped, and take large blocks from it too.
void waiting_allocate_ahead(void) {
  mallopt(M_TOP_PAD, fresh_memory);
  mallopt(M_TRIM_THRESHOLD, 4 * fresh_memory);
  mallopt(M_MMAP_THRESHOLD, 4 * fresh_memory);
  char *fresh = malloc(fresh_memory);
  if (fresh == NULL) return;
  uintptr_t low = (uintptr_t)fresh & -(uintptr_t)page, high = low + fresh_memory;
  uintptr_t first_huge = (low + huge_page - 1) & -(uintptr_t)huge_page;
  madvise((void *)first_huge, high - first_huge, MADV_HUGEPAGE);
  madvise((void *)low, high - low, populate_written);
  // It begins where the heap of the process that forked ends.
  __libc_free(fresh);
}
