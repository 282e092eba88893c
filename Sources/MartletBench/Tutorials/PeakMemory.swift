import Glibc

/// The most memory that this process had at once since `forgetPeakMemory()`, in bytes.
///
/// That is `VmHWM` of `/proc/self/status`: all resident pages, those of libraries included.
func peakMemory() -> Int {
  guard let file = fopen("/proc/self/status", "r") else { return 0 }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 256)
  while fgets(&line, 256, file) != nil {
    let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    if text.hasPrefix("VmHWM:") {
      return (Int(text.split(whereSeparator: \.isWhitespace)[1]) ?? 0) * 1024
    }
  }
  return 0
}

/// Begins anew with what the process has now (`man 5 proc`, `clear_refs`).
func forgetPeakMemory() {
  guard let file = fopen("/proc/self/clear_refs", "w") else { return }
  fputs("5", file)
  fclose(file)
}
