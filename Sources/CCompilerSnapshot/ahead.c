// Memory that a child is going to touch, mapped before it is asked for anything.
//
// A forked process has the memory of the one that forked it. Yet the program's own pages, and those
// it writes to, are mapped anew, one by one, when it first touches them, and so is what it allocates.
// A compile met 2,500 pages so, which took a third of its time. Children touch much the same pages,
// so each that met many of them takes notes for those that come after it.
//
// A note is a hint: where it is wrong, a page is mapped for nothing.
#define _GNU_SOURCE
#include "CCompilerSnapshot.h"

#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

enum {
  page = 4096,
  maximum_notes = 8192,
  // Of what all notes together say, in pages.
  maximum_read = 24 << 10,
  maximum_written = 2 << 10,
  // So many pages a child may meet without taking notes, and so often notes are taken.
  few_faults = 200,
  maximum_rounds = 16,
};

// Pages that follow one another.
struct note {
  uintptr_t low;
  uint32_t count;
  bool is_written;
};

struct notes {
  _Atomic size_t count;
  size_t rounds;
  struct note notes[maximum_notes];
};

// Shared by the process that forks and its children. One child works at a time.
static struct notes *shared;
static long faults_before;

void ahead_share_notes(void) {
  if (shared != NULL) return;
  void *room = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  shared = room == MAP_FAILED ? NULL : room;
}

static long faults(void) {
  struct rusage usage;
  return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_minflt : 0;
}

void ahead_map(void) {
  waiting_allocate_ahead();
  for (size_t i = 0; shared != NULL && i < shared->count; i++) {
    struct note note = shared->notes[i];
    madvise((void *)note.low, (size_t)note.count * page,
            note.is_written ? populate_written : populate_read);
  }
  faults_before = faults();
}

// A part of this process's memory, as the system lists them.
struct part {
  uintptr_t low, high;
  bool is_written, is_file;
};

static bool next_part(FILE *maps, struct part *part) {
  char line[4352], rights[8];
  unsigned long low, high, inode;
  while (fgets(line, sizeof line, maps) != NULL) {
    if (sscanf(line, "%lx-%lx %7s %*s %*s %lu", &low, &high, rights, &inode) != 4) continue;
    if (rights[0] != 'r' || rights[3] != 'p' || strstr(line, "[v") != NULL) continue;
    *part = (struct part){low, high, rights[1] == 'w', inode != 0};
    return true;
  }
  return false;
}

// Whether a child has touched a page that it had to have mapped: `pagemap.rst` in Linux's
// documentation tells of the bits. A page that it has written is its own.
static bool is_touched(uint64_t entry, bool is_written) {
  bool is_present = entry >> 63 & 1, is_own = entry >> 56 & 1;
  return is_present && (is_own || !is_written);
}

struct tally {
  struct note notes[maximum_notes];
  size_t count, read, written;
};

static bool add(struct tally *tally, uintptr_t address, bool is_written) {
  struct note *last = tally->count > 0 ? &tally->notes[tally->count - 1] : NULL;
  *(is_written ? &tally->written : &tally->read) += 1;
  if (tally->read > maximum_read || tally->written > maximum_written) return false;
  if (last && last->is_written == is_written && last->low + last->count * page == address) {
    last->count += 1;
    return true;
  }
  if (tally->count == maximum_notes) return false;
  tally->notes[tally->count++] = (struct note){address, 1, is_written};
  return true;
}

// Goes through a part's pages; false when there is too much to note.
static bool look_at(const struct part *part, int pagemap, struct tally *tally) {
  uint64_t entries[512];
  for (uintptr_t low = part->low; low < part->high; low += sizeof entries / 8 * page) {
    size_t count = (part->high - low) / page;
    if (count > 512) count = 512;
    if (pread(pagemap, entries, count * 8, (off_t)(low / page * 8)) != (ssize_t)(count * 8))
      return true;
    for (size_t i = 0; i < count; i++) {
      if (!is_touched(entries[i], part->is_written)) continue;
      if (!add(tally, low + i * page, part->is_written)) return false;
    }
  }
  return true;
}

void ahead_take_notes(void) {
  if (shared == NULL || shared->rounds == maximum_rounds || faults() - faults_before < few_faults)
    return;
  shared->rounds += 1;
  static struct tally tally;
  FILE *maps = fopen("/proc/self/maps", "re");
  int pagemap = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
  struct part part;
  uintptr_t heap_end = waiting_heap_end();
  bool is_complete = maps != NULL && pagemap >= 0;
  while (is_complete && next_part(maps, &part)) {
    // What lies behind the heap of the process that forked is given to every child.
    bool is_heap = part.low < (uintptr_t)sbrk(0) && part.high > heap_end;
    if (is_heap) part.high = heap_end & -(uintptr_t)page;
    if (part.is_file || part.is_written) is_complete = look_at(&part, pagemap, &tally);
  }
  if (!is_complete) return;
  shared->count = 0;
  memcpy(shared->notes, tally.notes, sizeof *tally.notes * tally.count);
  shared->count = tally.count;
}
