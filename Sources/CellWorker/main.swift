// The process that loads and runs cells. The kernel process speaks to it over a socket that it
// finds as its standard input; see the README beside this file.
import CCellWorker
import Glibc
import WorkerProtocol

// User code must find an ordinary standard input, so the socket moves out of its way.
let socket = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 100)
let nothing = open("/dev/null", O_RDONLY)
guard socket >= 0, nothing >= 0, dup2(nothing, STDIN_FILENO) == STDIN_FILENO else {
  perror("martlet-worker")
  martlet_end_process(1)
}
close(nothing)
martlet_worker_start(socket)

let runner = CellRunner()
startThread {
  CommandReader(socket: socket, runner: runner).run()
}
martlet_drain_main_queue()
