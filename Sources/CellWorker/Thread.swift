import Glibc

/// Starts a thread that runs `body` and lives as long as it does.
func startThread(_ body: @escaping @Sendable () -> Void) {
  final class Box {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
  var thread = pthread_t()
  let box = Unmanaged.passRetained(Box(body)).toOpaque()
  let failure = pthread_create(
    &thread, nil,
    { box in
      Unmanaged<Box>.fromOpaque(box!).takeRetainedValue().body()
      return nil
    }, box)
  guard failure == 0 else {
    fatalError("No thread could be started: \(String(cString: strerror(failure)))")
  }
  pthread_detach(thread)
}
