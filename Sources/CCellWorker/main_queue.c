// The main queue without a run loop of Foundation's: libdispatch offers these two functions to
// run loops (CoreFoundation uses them), and an eventfd that becomes readable when work is there.
#include "worker.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <unistd.h>

extern int _dispatch_get_main_queue_handle_4CF(void);
extern void _dispatch_main_queue_callback_4CF(void *message);

_Noreturn void martlet_drain_main_queue(void) {
  struct pollfd queue = {.fd = _dispatch_get_main_queue_handle_4CF(), .events = POLLIN};
  for (;;) {
    if (poll(&queue, 1, -1) < 0 && errno != EINTR) pause();
    uint64_t count;
    if (read(queue.fd, &count, sizeof count) == sizeof count)
      _dispatch_main_queue_callback_4CF(0);
  }
}
