@_implementationOnly import Glibc

/// The reason the last system call failed, as the C library words it ("No space left on device").
struct SystemFailure: Error, CustomStringConvertible {
  let code: Int32

  init(code: Int32 = errno) {
    self.code = code
  }

  var description: String {
    String(cString: strerror(code))
  }
}
