import Glibc
import Testing
import WorkerProtocol

@testable import CellEngine

@Suite struct TrapTextTests {
  private func trap(_ reason: String, signal: Int32 = SIGILL, fault: UInt = 0) -> Trap {
    Trap(
      signal: signal, reason: reason, isOnCellThread: true, isStackOverflow: false,
      faultAddress: fault, frames: [])
  }

  /// What the runtime says is told without its own file, its stack trace and its addresses.
  @Test(arguments: [
    (
      "Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range\nCurrent stack trace:\n0 x",
      "Index out of range"
    ),
    ("Cell3/Cell 3:1: Fatal error\nCurrent stack trace:\n", "Fatal error"),
    ("Cell4/Cell 4:1: Precondition failed: too small\n", "Precondition failed: too small"),
    ("Tensors/M.swift:3: Fatal error: a: b\n  [2]\n   ^\nhint: c", "a: b\n  [2]\n   ^\nhint: c"),
    (
      "Could not cast value of type 'A' (0x7f4d) to 'B' (0x7f4e).",
      "Could not cast value of type 'A' to 'B'."
    ),
    (
      "Simultaneous accesses to 0x7f6c, but modification requires exclusive access.\nPrevious access (a modification) started at libCell00038.so`Cell00038_main + 76.\nCurrent access (a read) started at:\n0    libswiftCore.so 0x00007f6c <unavailable> + 4642472\nFatal access conflict detected.",
      "overlapping accesses to a variable: a read began before a modification had ended (a function that has it as inout, or a mutating one, was still running)"
    ),
    (
      "Fatal error: failed to allocate 500000032 bytes of memory with alignment 8",
      "out of memory: 476.8 MB were asked for"
    ),
  ])
  func reason(said: String, expected: String) { #expect(trap(said).reasonText == expected) }

  /// Where nothing was said, the signal tells what it can.
  @Test func silence() {
    #expect(trap("").reasonText == nil)
    #expect(trap("", signal: SIGABRT).signalText == "abort() was called")
    #expect(trap("", signal: SIGSEGV, fault: 0x1234_5000).signalText.contains("0x12345000"))
  }

  /// The error names cells and lines, and folds a recursion into one line.
  @Test func traceback() {
    let inner = UserFrame(function: "f", file: "Cell 2", line: 1, column: 3)
    let top = UserFrame(function: nil, file: "Cell 4", line: 2, column: 1)
    let failure = CellFailure.trapped(
      trap("Fatal error: Cell9.A is bad"), .init(frames: [inner, inner, top], reason: nil),
      label: { _ in 4 }
    ) { $0 == inner ? "func f() { f() }" : nil }
    #expect(failure.name == "FatalError")
    #expect(failure.message == "A is bad")
    #expect(
      failure.traceback.map { $0.replacing(/\u{1b}\[[0-9;]*m/, with: "") } == [
        "FatalError: A is bad", "  at f, cell 2 line 1 (2 times and more)", "1 | func f() { f() }",
        "  at cell 4 line 2",
      ])
  }

  /// Mangled names are shown as the user wrote them, a cell's entry point as its top level.
  @Test(arguments: [
    ("Cell1_main", nil), ("outer", "outer"), ("$s5Cell14pickySiSaySiG_SitF", "pick"),
  ])
  func names(name: String, expected: String?) { #expect(FunctionName.readable(name) == expected) }
}
