// What waits: a compiler that has read the cells, or a linker, and forks for each request.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What is asked for: texts, each ended by NUL. The first is the file that takes the tool's messages.
struct waiting_request {
  char bytes[1 << 16];
  size_t count, position;
};

// The next of the texts; NULL when there are no more.
const char *waiting_next_text(struct waiting_request *request);

// Waits on standard input, and forks for each request. Returns true in the child that is to do what
// is asked for, and false in the process that forks when that is to go on.
bool waiting_serve(struct waiting_request *request);

// Tells who started this process a number.
void waiting_tell(int32_t number);

// Whether this process was forked to do what is asked for.
bool waiting_is_child(void);

// Ends the child, which has done all.
void waiting_finish(void);

// Makes room for notes on memory, which the children share with the process that forks.
void ahead_share_notes(void);

// Maps what a child will touch, going by the notes.
void ahead_map(void);

// Takes notes on what a child has touched beyond what was mapped for it.
void ahead_take_notes(void);

// Calls a function for each part of this process's memory that it can write to; false when it is not
// known what there is.
bool compiler_look_through_memory(void (*look)(char *low, char *high, const void *context),
                                  const void *context);

// Finds the placeholders in this process's memory; false when one is missing.
bool compiler_find_places(void);

// Puts a module's name in place of its placeholder, which is as long.
bool compiler_put_name(const char *name);

// Takes away the option that turns a part of the compiler off.
void compiler_turn_on(const char *pass);

// Puts the text of a file in place of the empty source; false when it is too long for that.
bool compiler_put_source(const char *path);

// Finds the places that say which modules are read one after the other; false when one is missing.
bool compiler_find_bases(const char *const *names, size_t count);

// Has the compiler read a module again, which costs nothing, in place of those behind it.
void compiler_skip_bases_behind(size_t index);

// From the second call on, what was allocated between the two is never freed.
void waiting_note_heap_start(void);
void waiting_keep_heap(void);

// Where that ends; 0 before the second call.
uintptr_t waiting_heap_end(void);

// Maps what a child will allocate from.
void waiting_allocate_ahead(void);

// Ways of mapping memory ahead, of Linux's `madvise`, newer than the headers of some systems.
enum { populate_read = 22, populate_written = 23 };
