// What is asked of a waiting compiler, and where in its memory the answer goes.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Three texts, each ended by NUL: the name of the module, the file with its source, and the file
// that takes the compiler's messages.
struct compiler_request {
  const char *name, *source, *messages;
};

bool compiler_read_request(const char *bytes, size_t count, struct compiler_request *request);

// Finds the placeholders in this process's memory; false when one is missing.
bool compiler_find_places(void);

// Puts a module's name in place of its placeholder, which is as long.
bool compiler_put_name(const char *name);

// Puts the text of a file in place of the empty source; false when it is too long for that.
bool compiler_put_source(const char *path);

// From the second call on, what was allocated between the two is never freed.
void compiler_note_heap_start(void);
void compiler_keep_heap(void);
