// A process that stands ready, and forks for each request that comes over its standard input.
//
// Each child is forked before its request is known: the larger a process has grown, the longer a
// fork takes, and the child has time to map memory that it will touch.
#define _GNU_SOURCE
#include "CCompilerSnapshot.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { connection = STDIN_FILENO };

// Set in the child that works, with its connection to the process that forked it.
static bool is_child;
static int to_parent;

bool waiting_is_child(void) { return is_child; }

void waiting_tell(int32_t number) {
  if (send(connection, &number, sizeof number, MSG_NOSIGNAL) != sizeof number) _exit(0);
}

const char *waiting_next_text(struct waiting_request *request) {
  const char *text = request->bytes + request->position;
  size_t left = request->count - request->position;
  const char *end = memchr(text, 0, left);
  if (end == NULL) return NULL;
  request->position += (size_t)(end - text) + 1;
  return text;
}

// The child has nothing to read, and its messages go to a file.
static void take_files(const char *path) {
  int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (nothing < 0 || dup2(nothing, connection) < 0) _exit(125);
  close(nothing);
  int messages = path ? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;
  if (messages < 0 || dup2(messages, STDERR_FILENO) < 0) _exit(125);
  close(messages);
}

static ssize_t receive(int from, struct waiting_request *request) {
  ssize_t count;
  do count = recv(from, request->bytes, sizeof request->bytes, 0);
  while (count < 0 && errno == EINTR);
  request->count = count > 0 ? (size_t)count : 0;
  request->position = 0;
  return count;
}

// Returns the child's number, or 0 in the child once it has its request.
static pid_t fork_ahead(int *to_child, struct waiting_request *request) {
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
  waiting_keep_heap();
  ahead_map();
  if (receive(pair[1], request) <= 0) _exit(0);
  to_parent = pair[1];
  is_child = true;
  take_files(waiting_next_text(request));
  return 0;
}

// Waits for a child to end; the end of the connection ends both.
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
  waiting_tell(status);
}

bool waiting_serve(struct waiting_request *request) {
  ahead_share_notes();
  // Those that were not needed before this process went on.
  while (waitpid(-1, NULL, WNOHANG) > 0) {}
  int to_child = -1, to_next = -1;
  pid_t child = fork_ahead(&to_child, request);
  while (child != 0) {
    ssize_t count = receive(connection, request);
    if (count <= 0) _exit(0);
    if (count == 1) {
      close(to_child);
      return false;
    }
    waiting_tell(child);
    if (child > 0 && send(to_child, request->bytes, request->count, MSG_NOSIGNAL) != count)
      kill(child, SIGKILL);
    // While one child works, the next gets ready.
    pid_t next = fork_ahead(&to_next, request);
    if (next == 0) return true;
    if (child > 0) see_to(child, to_child);
    close(to_child);
    while (waitpid(-1, NULL, WNOHANG) > 0) {}
    child = next;
    to_child = to_next;
  }
  return true;
}

void waiting_finish(void) {
  send(to_parent, "", 1, MSG_NOSIGNAL);
  // The system takes the memory back while others do what comes next.
  setpriority(PRIO_PROCESS, 0, 19);
  ahead_take_notes();
  _exit(0);
}
