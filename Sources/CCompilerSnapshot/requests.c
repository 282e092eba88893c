#include "CCompilerSnapshot.h"

#include <string.h>

bool compiler_read_request(const char *bytes, size_t count, struct compiler_request *request) {
  const char **fields[] = {&request->name, &request->source, &request->messages, &request->pass};
  const char *end = bytes + count;
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
    const char *stop = bytes < end ? memchr(bytes, 0, (size_t)(end - bytes)) : NULL;
    if (stop == NULL) return false;
    *fields[i] = bytes;
    bytes = stop + 1;
  }
  return true;
}
