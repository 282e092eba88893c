@_implementationOnly import Glibc

/// Where a bar is shown.
package final class ProgressOutput {
  private enum Kind { case page, terminal, lines }

  private let kind: Kind
  private let write: (String) -> Void
  private var handle: DisplayHandle?

  private init(_ kind: Kind, _ write: @escaping (String) -> Void) {
    self.kind = kind
    self.write = write
  }

  /// The page of the notebook, else the terminal, else plain lines.
  package static var best: ProgressOutput {
    if Notebook.isThere { return ProgressOutput(.page) { _ in } }
    let isTerminal = isatty(STDOUT_FILENO) == 1
    return ProgressOutput(isTerminal ? .terminal : .lines) {
      print($0, terminator: "")
      fflush(nil)
    }
  }

  /// A line that is written over, given to a closure.
  package static func terminal(_ write: @escaping (String) -> Void) -> ProgressOutput {
    ProgressOutput(.terminal, write)
  }

  /// Lines one after another, given to a closure.
  package static func lines(_ write: @escaping (String) -> Void) -> ProgressOutput {
    ProgressOutput(.lines, write)
  }

  /// Whether a state that was shown stays for good.
  var isLines: Bool { kind == .lines }

  /// The least time between two states.
  var pause: Duration { kind == .lines ? .seconds(1) : .milliseconds(100) }

  func show(_ state: ProgressState) {
    switch kind {
    case .page:
      if let handle { handle.update(bundle(state)) } else { handle = display(bundle(state)) }
    case .terminal: write("\r\(state.line)\u{1B}[K")
    case .lines: if state.count > 0 { write(state.line + "\n") }
    }
  }

  func end(_ state: ProgressState, leaves: Bool) {
    switch kind {
    case .page: handle?.update(leaves ? bundle(state) : MIMEBundle.html("").merging(.text("")))
    case .terminal: write(leaves ? "\r\(state.line)\u{1B}[K\n" : "\r\u{1B}[K")
    case .lines: if leaves { write(state.line + "\n") }
    }
  }

  private func bundle(_ state: ProgressState) -> MIMEBundle {
    MIMEBundle.html(state.html).merging(.text(state.line))
  }
}
