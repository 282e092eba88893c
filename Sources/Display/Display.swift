@_implementationOnly import Synchronization

/// Shows a value below the running cell, before the cell has ended.
///
/// Outside of a notebook its text form is printed.
///
/// - Parameters:
///   - value: anything; a `Displayable` in its richest form, other values as text.
///   - id: a name by which the output can be updated later; made up when it is left out.
/// - Returns: a handle that changes what is shown.
@discardableResult
public func display(_ value: Any, id: String? = nil) -> DisplayHandle {
  let handle = DisplayHandle(id: id ?? DisplayHandle.freshID())
  post(.display, MIMEBundle(showing: value), id: handle.id)
  return handle
}

/// A value that stays on the page and can be replaced by another one.
///
///     let status = display("epoch 1")
///     status.update("epoch 2")
public struct DisplayHandle: Sendable, CustomStringConvertible {
  /// The name of the output, unique among those of the session.
  public let id: String

  /// A handle on everything shown under this name, in whichever cell.
  public init(id: String) { self.id = id }

  /// Replaces what is shown, in every place where it is shown.
  public func update(_ value: Any) {
    post(.update, MIMEBundle(showing: value), id: id)
  }

  /// The handle and its name.
  public var description: String { "DisplayHandle(\"\(id)\")" }

  package static func freshID() -> String {
    "\(session)-\(String(serial.add(1, ordering: .relaxed).newValue))"
  }

  private static let session = String(UInt64.random(in: .min ... .max), radix: 16)
  private static let serial = Atomic<Int>(0)
}

/// Removes the output of the running cell.
///
/// - Parameter wait: whether the old output stays until new output comes, which spares the
///   flicker of an animation.
public func clearOutput(wait: Bool = false) {
  guard let worker = WorkerPort.shared else { return }
  worker.post(.clear, Payload.clear(wait: wait))
}

/// Shows the value of a cell's last expression; nothing for `Void`.
///
/// The notebook engine calls it. A `String` is shown in quotes, an optional as `Optional(3)` or
/// `nil`, as Swift's own debugger shows them.
public func showResult<T>(_ value: T) {
  if T.self == Void.self || T.self == Optional<Void>.self { return }
  post(.result, MIMEBundle(showing: value), id: "")
}

private func post(_ kind: WorkerPort.Kind, _ bundle: MIMEBundle, id: String) {
  if let worker = WorkerPort.shared {
    worker.post(kind, Payload.bundle(bundle, id: id))
  } else if case .text(let text)? = bundle["text/plain"] {
    print(text)
  }
}
