// What is asked of a waiting compiler, and where in its memory the answer goes.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A compile is asked for by four texts, each ended by NUL: the name of the module, the file with its
// source, the file that takes the compiler's messages, and a part of the compiler that is to work
// though an option has turned it off, or nothing.
struct compiler_request {
  const char *name, *source, *messages, *pass;
};

bool compiler_read_request(const char *bytes, size_t count, struct compiler_request *request);

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
void compiler_note_heap_start(void);
void compiler_keep_heap(void);
