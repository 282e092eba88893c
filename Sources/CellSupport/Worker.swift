internal import Glibc

/// The functions that the worker lends; `nil` where no worker is (in tests, say).
struct Worker {
  /// Whether the calling thread is one that an interrupt stops, and there is an interrupt.
  let stops: @convention(c) () -> Bool
  /// Stops the calling thread for good.
  let stop: @convention(c) () -> Void
  private let variable: Variable
  private typealias Variable =
    @convention(c) (UnsafePointer<UInt8>, UnsafePointer<UInt8>) -> UnsafeMutableRawPointer?

  fileprivate init?() {
    guard let stops = dlsym(nil, "martlet_stops"), let stop = dlsym(nil, "martlet_stop"),
      let variable = dlsym(nil, "martlet_variable")
    else { return nil }
    self.stops = unsafeBitCast(stops, to: (@convention(c) () -> Bool).self)
    self.stop = unsafeBitCast(stop, to: (@convention(c) () -> Void).self)
    self.variable = unsafeBitCast(variable, to: Variable.self)
  }

  /// Where a variable of a cell is.
  func storage(_ module: StaticString, _ name: StaticString) -> UnsafeMutableRawPointer? {
    variable(module.utf8Start, name.utf8Start)
  }
}

let worker = Worker()
