import Glibc

/// How much memory cells may take, as `MARTLET_MEMORY` says: `800M`, `2G`, or a number of bytes.
///
/// Reaching it is an error in the cell that asks for more; without it, a machine that runs out of
/// memory ends whichever process it likes.
enum MemoryLimit {
  /// Bytes that a text like `1.5G` names; `nil` when it names none.
  static func bytes(_ text: String) -> UInt64? {
    let units: [Character: Double] = [
      "K": 0x400, "M": 0x10_0000, "G": 0x4000_0000, "T": 0x100_0000_0000,
    ]
    var digits = text.uppercased()
    if digits.hasSuffix("B") { digits.removeLast() }
    let unit = digits.last.flatMap { units[$0] }
    if unit != nil { digits.removeLast() }
    guard let number = Double(digits), number > 0, number * (unit ?? 1) < 0x1p63 else { return nil }
    return UInt64(number * (unit ?? 1))
  }

  private static let limit: UInt64? = {
    guard let setting = getenv("MARTLET_MEMORY").map({ String(cString: $0) }), !setting.isEmpty
    else { return nil }
    if let limit = bytes(setting) { return limit }
    print("MARTLET_MEMORY=\(setting) is no amount of memory: write 800M or 2G. There is no limit.")
    return nil
  }()

  /// Sets the limit for the next cell, and for all that it starts.
  ///
  /// A cell that met the limit leaves the process full. The next one still gets a little, or it
  /// could not even be loaded to free what the other one took.
  static func renew() {
    guard let limit else { return }
    // What is mapped privately and writable: heaps and stacks, not libraries.
    let resource = __rlimit_resource_t(UInt32(RLIMIT_DATA.rawValue))
    var limits = rlimit()
    getrlimit(resource, &limits)
    limits.rlim_cur = rlim_t(min(max(limit, used + reserve), UInt64(limits.rlim_max)))
    setrlimit(resource, &limits)
  }

  /// Enough for a cell's stack, its library, and some values.
  private static let reserve: UInt64 = 256 << 20

  /// Bytes that count towards the limit: the sixth number of `/proc/self/statm`, in pages.
  private static var used: UInt64 {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
    let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let pages = text.split(separator: " ").dropFirst(5).first.flatMap { UInt64($0) } ?? 0
    return pages * UInt64(sysconf(Int32(_SC_PAGESIZE)))
  }
}
