import Foundation
import WorkerProtocol

extension Trap {
  /// What the runtime said, without its own place in the standard library and its stack trace.
  ///
  /// A library's message may be several lines long: a picture of the argument at fault, and a hint.
  var reasonText: String? {
    let said =
      reason.range(of: "\nCurrent stack trace:").map { reason[..<$0.lowerBound] } ?? reason[...]
    // `Module/File.swift:12: Fatal error: text`; the place is told by the frames.
    let text = said.replacing(
      /^.*?:\d+: (?=Fatal error|Precondition failed|Assertion failed)/, with: ""
    )
    .replacing(#/^Fatal error: /#, with: "")
    .replacing(#/ \(0x[0-9a-f]+\)/#, with: "")
    .trimmingCharacters(in: .whitespacesAndNewlines)
    return text.isEmpty ? nil : Self.overlap(text) ?? Self.memory(text) ?? text
  }

  /// The runtime tells of overlapping accesses with addresses and places in libraries.
  private static func overlap(_ text: String) -> String? {
    guard text.hasPrefix("Simultaneous accesses to"),
      let first = text.firstMatch(of: /Previous access \((.*?)\)/)?.1,
      let second = text.firstMatch(of: /Current access \((.*?)\)/)?.1
    else { return nil }
    return "overlapping accesses to a variable: \(second) began before \(first) had ended "
      + "(a function that has it as inout, or a mutating one, was still running)"
  }

  /// The runtime tells of memory in bytes, and knows nothing of limits.
  private static func memory(_ text: String) -> String? {
    let setting = ProcessInfo.processInfo.environment["MARTLET_MEMORY"]
    if text == "out of memory", let setting {
      return "out of memory: MARTLET_MEMORY=\(setting) allows no more"
    }
    guard let match = text.firstMatch(of: /failed to allocate (\d+) bytes of memory/),
      let bytes = Int64(match.1)
    else { return nil }
    let amount = ByteCountFormatStyle(style: .memory, locale: Locale(identifier: "en_US_POSIX"))
      .format(bytes)
    let limit = setting.map { " beyond what MARTLET_MEMORY=\($0) allows" }
    return "out of memory: \(amount) were asked for\(limit ?? "")"
  }

  /// What the signal alone tells.
  var signalText: String {
    switch signal {
    case SIGSEGV where isStackOverflow: "the stack is full: a recursion goes too deep or never ends"
    case SIGSEGV where faultAddress < 4096:
      "nil or unowned memory was read or written (address \(faultAddress))"
    case SIGSEGV:
      "memory was read or written that is not the program's (address 0x\(String(faultAddress, radix: 16)))"
    case SIGBUS: "memory was read or written that is not there"
    case SIGFPE: "an arithmetic operation has no result"
    case SIGABRT: "abort() was called"
    case SIGILL, SIGTRAP: "the program trapped"
    default: "the cell sent itself signal \(signal) (\(String(cString: strsignal(signal))))"
    }
  }

  /// What is printed for a trap that no cell waits for.
  var strayMessage: String {
    "A thread or task that a finished cell had started has trapped: \(reasonText ?? signalText)\n"
  }
}
