internal import Glibc

/// What the processor of this machine can do.
public enum Processor {
  /// Whether it has the AVX-512 parts that OpenBLAS's SkylakeX kernels use.
  public static var hasAVX512: Bool {
    flags.isSuperset(of: ["avx512f", "avx512bw", "avx512dq", "avx512vl"])
  }

  /// Whether it has AVX2 and what came with it (x86-64-v3).
  static var hasAVX2: Bool { flags.isSuperset(of: ["avx2", "fma", "bmi2", "f16c", "movbe"]) }

  /// Whether it has all of x86-64-v4.
  static var hasV4: Bool { hasAVX2 && hasAVX512 && flags.contains("avx512cd") }

  /// The model, as `/proc/cpuinfo` names it, or "CPU".
  public static let name = field("model name") ?? "CPU"

  private static let flags = Set((field("flags") ?? "").split(separator: " ").map(String.init))

  /// The value of the first line of `/proc/cpuinfo` that starts with `key`.
  private static func field(_ key: String) -> String? {
    guard let file = fopen("/proc/cpuinfo", "r") else { return nil }
    defer { fclose(file) }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while getline(&line, &capacity, file) > 0, let text = line.map({ String(cString: $0) }) {
      guard text.hasPrefix(key), let colon = text.firstIndex(of: ":") else { continue }
      let value = text[text.index(after: colon)...]
      return String(value.drop { $0 == " " }.prefix { $0 != "\n" })
    }
    return nil
  }
}
