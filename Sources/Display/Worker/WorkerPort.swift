@_implementationOnly import Glibc

/// The worker process that runs the cells, where there is one.
///
/// The worker exports `martlet_post`; looking the symbol up at run time keeps this library free
/// of the engine, so that the same code runs in a program of its own.
struct WorkerPort: Sendable {
  typealias Post = @convention(c) (Int32, UnsafePointer<UInt8>?, Int) -> Void

  enum Kind: Int32 {
    case display = 1
    case update = 2
    case clear = 3
    case result = 4
  }

  private let function: Post

  static let shared = WorkerPort()

  private init?() {
    // A nil handle is RTLD_DEFAULT, which Swift cannot import: it is a cast in a C macro.
    guard let symbol = dlsym(nil, "martlet_post") else { return nil }
    function = unsafeBitCast(symbol, to: Post.self)
  }

  func post(_ kind: Kind, _ payload: [UInt8]) {
    payload.withUnsafeBufferPointer { function(kind.rawValue, $0.baseAddress, $0.count) }
  }
}
