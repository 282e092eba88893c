// Preloaded into `swift-frontend`: a compiler that has done everything but the cell.
//
// Starting the compiler and reading the modules of all earlier cells takes longer than compiling a
// cell. So a compiler is started ahead of time on a source that says nothing yet, and stopped
// right before it parses: when it has read the first module that it was told to import. For each
// cell it forks. The child puts the cell's text in place of the empty source and the module's name
// in place of a placeholder of the same length, and goes on as if nothing had been.
//
// It was told to import more modules, the bases, which are not there yet. When it is asked to, it
// reads the next one, and with it the cells that are new, and stops again. A child skips the others.
//
// The compiler asks for a folder named after each module that it has read, which is how the places
// to stop are known. It has a single thread there, so a fork is all of it.
#define _GNU_SOURCE
#include "CCompilerSnapshot.h"

#include <dirent.h>
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { maximum_bases = 64 };

// The modules to stop behind, and how many of them the compiler has read.
static const char *bases[maximum_bases];
static size_t base_count, bases_read;

// A list of names with blanks between them.
static void list_bases(const char *list) {
  char *rest = list ? strdup(list) : NULL, *name;
  while (rest != NULL && base_count < maximum_bases && (name = strsep(&rest, " ")) != NULL)
    bases[base_count++] = name;
}

// The child becomes the compile of one cell. It is asked for by the name of the module, the file
// with its source, and a part of the compiler that is to work though an option has turned it off, or
// nothing.
static void become(struct waiting_request *request) {
  const char *name = waiting_next_text(request), *source = waiting_next_text(request),
             *pass = waiting_next_text(request);
  if (pass == NULL) _exit(125);
  compiler_skip_bases_behind(bases_read - 1);
  if (!compiler_put_source(source) || !compiler_put_name(name)) _exit(125);
  compiler_turn_on(pass);
}

__attribute__((constructor)) static void begin(void) {
  waiting_note_heap_start();
  list_bases(getenv("MARTLET_SNAPSHOT_BASES"));
}

// Whether the compiler has read the next base.
static bool is_behind_base(const char *path) {
  if (waiting_is_child() || bases_read == base_count) return false;
  const char *name = strrchr(path, '/');
  name = name ? name + 1 : path;
  size_t length = strlen(bases[bases_read]);
  return strncmp(name, bases[bases_read], length) == 0 &&
         strcmp(name + length, ".swiftcrossimport") == 0;
}

DIR *opendir(const char *path) {
  static DIR *(*original)(const char *);
  static struct waiting_request request;
  if (original == NULL) original = (DIR * (*)(const char *)) dlsym(RTLD_NEXT, "opendir");
  if (is_behind_base(path)) {
    bases_read++;
    if (bases_read == 1)
      waiting_tell(compiler_find_places() && compiler_find_bases(bases, base_count) ? getpid() : 0);
    if (waiting_serve(&request)) become(&request);
  }
  return original(path);
}
