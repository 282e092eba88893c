import Foundation

/// A web server on this machine's loopback, written in Python, that also misbehaves on demand.
///
/// Below `/good/` it serves the folder; `/short/` promises twice as many bytes as it sends;
/// anything else is 404.
final class LocalServer {
  let address: String
  private let process = Process()

  private static let program = """
    import http.server, os, sys
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            kind, name = self.path.strip('/').split('/', 1)
            path = os.path.join(sys.argv[1], name)
            if kind not in ('good', 'short') or not os.path.exists(path):
                self.send_error(404)
                return
            body = open(path, 'rb').read()
            self.send_response(200)
            self.send_header('Content-Length', str(len(body) * (2 if kind == 'short' else 1)))
            self.end_headers()
            self.wfile.write(body)
        def log_message(self, *arguments):
            pass
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
    print(server.server_port, flush=True)
    server.serve_forever()
    """

  init(folder: String) throws {
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.program, folder]
    process.standardOutput = output
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    address = "http://127.0.0.1:" + line.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  deinit {
    // The test runner's threads block SIGTERM, and children inherit that.
    kill(process.processIdentifier, SIGKILL)
  }
}
