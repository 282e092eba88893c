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
  if interruptFlag.load(ordering: .relaxed) != 0, __stop() { fatalError() }
}

/// Parks the cell's thread for good, if it is the one to be stopped; returns false.
///
/// It changes nothing that a loop works on. Told so, the compiler keeps lengths of arrays and the
/// like at hand across a safe point. It leaves out a call whose result nobody looks at, so there is
/// one.
@usableFromInline
@inline(never)
@_effects(readonly)
func __stop() -> Bool {
  worker?.safePoint()
  return false
}

extension FixedWidthInteger {
  /// A number that is another one for each of a loop.
  @inlinable public var __round: Int { @inline(__always) get { Int(truncatingIfNeeded: self) } }
}

extension Int {
  /// The number itself: what is not generic compiles in half the time.
  @inlinable public var __round: Int { @inline(__always) get { self } }
}

/// What is not reached: a thread that is stopped never comes back.
public func __never() -> Never { fatalError() }

/// Counts the rounds of an inner loop between two safe points.
@inlinable @inline(__always)
public func __again(_ rounds: inout Int) -> Bool {
  rounds &-= 1
  return rounds != 0
}

/// The address of the flag, for the worker.
@_cdecl("martlet_poll_flag")
public func __pollFlagAddress() -> UnsafeMutableRawPointer {
  withUnsafePointer(to: interruptFlag) { UnsafeMutableRawPointer(mutating: $0) }
}
