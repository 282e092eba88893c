// What was allocated before the fork is shared with the process that forked, until it is written.
// Freeing writes, and the compiler frees all that it has read, page after page. So that is left
// alone: the system takes it back with the process.
#define _GNU_SOURCE
#include "CCompilerSnapshot.h"

#include <stdint.h>
#include <unistd.h>

extern void __libc_free(void *block);

static uintptr_t heap_low, heap_high;

void compiler_note_heap_start(void) { heap_low = (uintptr_t)sbrk(0); }
void compiler_keep_heap(void) { heap_high = (uintptr_t)sbrk(0); }

void free(void *block) {
  if ((uintptr_t)block - heap_low >= heap_high - heap_low) __libc_free(block);
}
