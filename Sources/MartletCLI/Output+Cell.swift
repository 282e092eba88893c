import CellEngine
import JupyterWire
import WorkerProtocol

extension Output {
  /// What a cell sends, as the wire wants it.
  init(_ output: CellOutput) {
    switch output {
    case .stdout(let text): self = .stream(.stdout, text)
    case .stderr(let text): self = .stream(.stderr, text)
    case .shown(.clear(let wait)): self = .clearOutput(wait: wait)
    case .shown(.display(let bundle)):
      self = .displayData(
        MIMEBundle(bundle), metadata: bundle.metadataObject,
        displayID: bundle.displayID.isEmpty ? nil : bundle.displayID)
    case .shown(.update(let bundle)):
      self = .updateDisplayData(
        MIMEBundle(bundle), metadata: bundle.metadataObject, displayID: bundle.displayID)
    case .shown(.result(let bundle)):
      self = .executeResult(MIMEBundle(bundle), metadata: bundle.metadataObject)
    }
  }
}

extension MIMEBundle {
  init(_ bundle: Shown.Bundle) {
    self.init()
    for entry in bundle.entries {
      if entry.isText {
        append(entry.type, text: String(decoding: entry.data, as: UTF8.self))
      } else {
        append(entry.type, bytes: entry.data)
      }
    }
  }
}

extension Shown.Bundle {
  /// The metadata; what is no JSON object is left out.
  fileprivate var metadataObject: JSONObject {
    guard case .object(let object)? = try? JSON(parsing: Array(metadata.utf8)) else { return [:] }
    return object
  }
}
