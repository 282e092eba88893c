internal import Glibc

/// The functions that the worker lends; `nil` where no worker is (in tests, say).
struct Worker {
  let safePoint: @convention(c) () -> Void
}

let worker: Worker? = {
  guard let symbol = dlsym(nil, "martlet_safe_point") else { return nil }
  return Worker(safePoint: unsafeBitCast(symbol, to: (@convention(c) () -> Void).self))
}()
