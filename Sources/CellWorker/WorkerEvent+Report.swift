import CCellWorker
import Glibc
import WorkerProtocol

extension WorkerEvent {
  /// The event that a cell's ending is.
  init(_ report: martlet_report) {
    switch martlet_ending(UInt32(report.ending)) {
    case martlet_ending_finished: self = .finished
    case martlet_ending_exited: self = .exited(code: report.code, frames: report.libraryFrames)
    case martlet_ending_interrupted: self = .interrupted(frames: report.libraryFrames)
    case martlet_ending_threw:
      let parts = report.text.split(separator: "\u{1f}", maxSplits: 1).map(String.init)
      self = .threw(
        type: parts.first ?? "Error", message: parts.last ?? "", frames: report.libraryFrames)
    default: self = .trapped(Trap(report))
    }
  }
}

extension Trap {
  init(_ report: martlet_report) {
    self.init(
      signal: report.signal, reason: report.text, isOnCellThread: report.on_cell_thread,
      isStackOverflow: report.stack_overflow, faultAddress: report.fault_address,
      frames: report.libraryFrames)
  }
}

extension martlet_report {
  fileprivate var text: String {
    withUnsafeBytes(of: reason) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  fileprivate var libraryFrames: [Frame] {
    let addresses = withUnsafeBytes(of: frames) { Array($0.bindMemory(to: UInt.self)) }
    return addresses.prefix(Int(frame_count)).map { address in
      var library: UnsafePointer<CChar>?
      var offset: UInt = 0
      guard martlet_locate(address, &library, &offset), let library else {
        return Frame(library: "", offset: address)
      }
      return Frame(library: String(cString: library), offset: offset)
    }
  }
}
