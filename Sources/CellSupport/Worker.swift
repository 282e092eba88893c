internal import Glibc

/// The functions that the worker lends; `nil` where no worker is (in tests, say).
struct Worker {
  let safePoint: @convention(c) () -> Void
  private let variable: Variable
  private typealias Variable =
    @convention(c) (UnsafePointer<UInt8>, UnsafePointer<UInt8>) -> UnsafeMutableRawPointer?

  fileprivate init?() {
    guard let safePoint = dlsym(nil, "martlet_safe_point"),
      let variable = dlsym(nil, "martlet_variable")
    else { return nil }
    self.safePoint = unsafeBitCast(safePoint, to: (@convention(c) () -> Void).self)
    self.variable = unsafeBitCast(variable, to: Variable.self)
  }

  /// Where a variable of a cell is.
  func storage(_ module: StaticString, _ name: StaticString) -> UnsafeMutableRawPointer? {
    variable(module.utf8Start, name.utf8Start)
  }
}

let worker = Worker()
