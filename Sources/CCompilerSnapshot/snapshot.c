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
// to stop are known. It has a single thread there, so a fork is all of it. Each child is forked
// before its cell is known.
#define _GNU_SOURCE
#include "CCompilerSnapshot.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// The connection is this process's standard input.
enum { connection = STDIN_FILENO, maximum_request = 4096, maximum_bases = 64 };

// Set in the child that compiles, with its connection to the process that forked it.
static bool is_compile;
static int to_parent;

// The modules to stop behind, and how many of them the compiler has read.
static const char *bases[maximum_bases];
static size_t base_count, bases_read;

// A list of names with blanks between them.
static void list_bases(const char *list) {
  char *rest = list ? strdup(list) : NULL, *name;
  while (rest != NULL && base_count < maximum_bases && (name = strsep(&rest, " ")) != NULL)
    bases[base_count++] = name;
}

static void tell(int32_t number) {
  if (send(connection, &number, sizeof number, MSG_NOSIGNAL) != sizeof number) _exit(0);
}

// The child becomes the compile of one cell.
static void become(const struct compiler_request *request) {
  int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (nothing < 0 || dup2(nothing, connection) < 0) _exit(125);
  close(nothing);
  int messages = open(request->messages, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (messages < 0 || dup2(messages, STDERR_FILENO) < 0) _exit(125);
  close(messages);
  compiler_keep_heap();
  is_compile = true;
  compiler_skip_bases_behind(bases_read - 1);
  if (!compiler_put_source(request->source) || !compiler_put_name(request->name)) _exit(125);
  compiler_turn_on(request->pass);
}

// Waits for a compile to end; the end of the connection ends both.
//
// A child that has done all says so: the system takes a while to take its memory back.
static void see_to(pid_t child, int to_child) {
  struct pollfd watched[3] = {{.fd = connection, .events = POLLRDHUP},
                              {.fd = (int)syscall(SYS_pidfd_open, child, 0), .events = POLLIN},
                              {.fd = to_child, .events = POLLIN}};
  int status = 0;
  bool is_done = false;
  while (!is_done && watched[1].fd >= 0 && !(watched[1].revents & POLLIN)) {
    if (poll(watched, 3, -1) < 0 && errno != EINTR) break;
    if (watched[0].revents & (POLLHUP | POLLRDHUP)) {
      kill(child, SIGKILL);
      _exit(0);
    }
    if (watched[2].revents != 0) {
      char word;
      is_done = recv(to_child, &word, sizeof word, MSG_DONTWAIT) == sizeof word;
      watched[2].fd = -1;
    }
  }
  while (!is_done && waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  if (watched[1].fd >= 0) close(watched[1].fd);
  tell(status);
}

// Forks ahead of time: the larger the compiler has grown, the longer a fork takes. Returns the
// child's number, or 0 in the child once it has its request.
static pid_t fork_ahead(int *to_child, struct compiler_request *request) {
  static char bytes[maximum_request];
  int pair[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0) return -1;
  pid_t parent = getpid(), child = fork();
  if (child != 0) {
    close(pair[1]);
    *to_child = pair[0];
    return child;
  }
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(0);
  close(pair[0]);
  ssize_t count;
  do count = recv(pair[1], bytes, sizeof bytes - 1, 0);
  while (count < 0 && errno == EINTR);
  if (count <= 0) _exit(0);
  to_parent = pair[1];
  bytes[count] = 0;
  if (!compiler_read_request(bytes, (size_t)count, request)) _exit(125);
  return 0;
}

// Returns in the child of each compile, and in the process that forks when it is to read more.
static void serve(void) {
  char bytes[maximum_request];
  struct compiler_request request;
  if (bases_read == 1)
    tell(compiler_find_places() && compiler_find_bases(bases, base_count) ? getpid() : 0);
  for (;;) {
    int to_child = -1;
    while (waitpid(-1, NULL, WNOHANG) > 0) {}
    pid_t child = fork_ahead(&to_child, &request);
    if (child == 0) {
      become(&request);
      return;
    }
    ssize_t count;
    do count = recv(connection, bytes, sizeof bytes - 1, 0);
    while (count < 0 && errno == EINTR);
    if (count <= 0) _exit(0);
    if (count == 1) {
      close(to_child);
      return;
    }
    tell(child);
    if (child > 0) {
      if (send(to_child, bytes, (size_t)count, MSG_NOSIGNAL) != count) kill(child, SIGKILL);
      see_to(child, to_child);
    }
    close(to_child);
  }
}

__attribute__((constructor)) static void begin(void) {
  compiler_note_heap_start();
  list_bases(getenv("MARTLET_SNAPSHOT_BASES"));
}

// Whether the compiler has read the next base.
static bool is_behind_base(const char *path) {
  if (is_compile || bases_read == base_count) return false;
  const char *name = strrchr(path, '/');
  name = name ? name + 1 : path;
  size_t length = strlen(bases[bases_read]);
  return strncmp(name, bases[bases_read], length) == 0 &&
         strcmp(name + length, ".swiftcrossimport") == 0;
}

DIR *opendir(const char *path) {
  static DIR *(*original)(const char *);
  if (original == NULL) original = (DIR * (*)(const char *)) dlsym(RTLD_NEXT, "opendir");
  if (is_behind_base(path)) {
    bases_read++;
    serve();
  }
  return original(path);
}

// The compiler writes the library's code last, under another name that it then changes. All that
// is left after it is to free memory, module by module.
int rename(const char *from, const char *to) {
  int result = renameat(AT_FDCWD, from, AT_FDCWD, to);
  size_t length = strlen(to);
  if (is_compile && result == 0 && length > 2 && strcmp(to + length - 2, ".o") == 0) {
    send(to_parent, "", 1, MSG_NOSIGNAL);
    _exit(0);
  }
  return result;
}
