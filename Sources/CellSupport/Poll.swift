// The names begin with `__`, so that no cell uses one of its own.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

import Synchronization

/// Set while the user wants the running cell to stop.
@usableFromInline
let interruptFlag = Atomic<Int32>(0)

/// A safe point.
///
/// The engine puts one at the head of every loop in a cell, since a variable that is being modified
/// in place may be anywhere when a signal comes, but not here.
@inlinable @inline(__always)
public func __poll() {
  if interruptFlag.load(ordering: .relaxed) != 0 { __stop() }
}

/// Parks the cell's thread for good, if it is the one to be stopped.
@usableFromInline
@inline(never)
func __stop() { worker?.safePoint() }

/// The address of the flag, for the worker.
@_cdecl("martlet_poll_flag")
public func __pollFlagAddress() -> UnsafeMutableRawPointer {
  withUnsafePointer(to: interruptFlag) { UnsafeMutableRawPointer(mutating: $0) }
}
