@_implementationOnly import Glibc

/// libcurl, found when the first file is fetched.
///
/// URLSession would do as well, but it makes every start of a notebook load FoundationNetworking
/// and Foundation (some 14 ms) for the one time in a machine's life that a set is downloaded.
/// It needs the same libcurl.
struct LibCurl {
  typealias Handle = OpaquePointer
  typealias Receiver =
    @convention(c) (
      UnsafeMutableRawPointer?, Int, Int, UnsafeMutableRawPointer?
    ) -> Int
  typealias Watcher = @convention(c) (UnsafeMutableRawPointer?, Int64, Int64, Int64, Int64) -> Int32

  let makeHandle: @convention(c) () -> Handle?
  let perform: @convention(c) (Handle) -> Int32
  let close: @convention(c) (Handle) -> Void
  let text: @convention(c) (Int32) -> UnsafePointer<CChar>?

  // `curl_easy_setopt` and `curl_easy_getinfo` are variadic. On Linux (x86-64 and AArch64) a
  // variadic function takes its integer and pointer arguments where any other function does.
  let setNumber: @convention(c) (Handle, Int32, Int) -> Int32
  let setPointer: @convention(c) (Handle, Int32, UnsafeRawPointer?) -> Int32
  let setReceiver: @convention(c) (Handle, Int32, Receiver) -> Int32
  let setWatcher: @convention(c) (Handle, Int32, Watcher) -> Int32
  let getNumber: @convention(c) (Handle, Int32, UnsafeMutablePointer<Int64>) -> Int32

  /// Names under which Debian and its relatives install it.
  private static let candidates = [
    "libcurl.so.4", "libcurl-gnutls.so.4", "libcurl-nss.so.4", "libcurl.so",
  ]

  /// Loaded once; `nil` when the machine has none.
  static let shared: LibCurl? = candidates.lazy.compactMap(LibCurl.init(library:)).first

  private init?(library: String) {
    guard let image = dlopen(library, RTLD_NOW | RTLD_LOCAL) else { return nil }
    func find<Function>(_ name: String, as type: Function.Type) -> Function? {
      dlsym(image, name).map { unsafeBitCast($0, to: type) }
    }
    guard
      let setUp = find("curl_global_init", as: (@convention(c) (Int) -> Int32).self),
      let makeHandle = find("curl_easy_init", as: (@convention(c) () -> Handle?).self),
      let perform = find("curl_easy_perform", as: (@convention(c) (Handle) -> Int32).self),
      let close = find("curl_easy_cleanup", as: (@convention(c) (Handle) -> Void).self),
      let text = find(
        "curl_easy_strerror", as: (@convention(c) (Int32) -> UnsafePointer<CChar>?).self),
      let set = dlsym(image, "curl_easy_setopt"), let get = dlsym(image, "curl_easy_getinfo"),
      setUp(Self.globalAll) == 0
    else { return nil }
    self.makeHandle = makeHandle
    self.perform = perform
    self.close = close
    self.text = text
    setNumber = unsafeBitCast(set, to: (@convention(c) (Handle, Int32, Int) -> Int32).self)
    setPointer = unsafeBitCast(
      set, to: (@convention(c) (Handle, Int32, UnsafeRawPointer?) -> Int32).self)
    setReceiver = unsafeBitCast(set, to: (@convention(c) (Handle, Int32, Receiver) -> Int32).self)
    setWatcher = unsafeBitCast(set, to: (@convention(c) (Handle, Int32, Watcher) -> Int32).self)
    getNumber = unsafeBitCast(
      get, to: (@convention(c) (Handle, Int32, UnsafeMutablePointer<Int64>) -> Int32).self)
  }
}

/// Numbers of curl/curl.h, which libcurl keeps stable.
extension LibCurl {
  static let globalAll = 3

  enum Option {
    static let writeData: Int32 = 10001
    static let url: Int32 = 10002
    static let errorBuffer: Int32 = 10010
    static let userAgent: Int32 = 10018
    static let lowSpeedLimit: Int32 = 19
    static let lowSpeedTime: Int32 = 20
    static let noProgress: Int32 = 43
    static let failOnError: Int32 = 45
    static let followLocation: Int32 = 52
    static let watchData: Int32 = 10057
    static let maxRedirects: Int32 = 68
    static let connectTimeout: Int32 = 78
    static let noSignal: Int32 = 99
    static let protocols: Int32 = 181
    static let redirectProtocols: Int32 = 182
    static let receiver: Int32 = 20011
    static let watcher: Int32 = 20219
  }

  enum Info {
    static let contentLength: Int32 = 0x60000F
  }

  /// Bits of `Option.protocols`.
  static let httpAndHTTPS = 1 | 2
  static let errorBufferCount = 256
}
