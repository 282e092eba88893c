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
  if interruptFlag.load(ordering: .relaxed) != 0, __stops() { __never() }
}

/// Whether this thread is the one to be stopped.
///
/// It changes nothing. Told so, the compiler keeps lengths of arrays and the like at hand across a
/// safe point.
@usableFromInline
@inline(never)
@_effects(readonly)
func __stops() -> Bool { worker?.stops() ?? false }

extension FixedWidthInteger {
  /// A number that is another one for each of a loop.
  @inlinable public var __round: Int { @inline(__always) get { Int(truncatingIfNeeded: self) } }
}

extension Int {
  /// The number itself: what is not generic compiles in half the time.
  @inlinable public var __round: Int { @inline(__always) get { self } }
}

/// A number that is another one whenever a variable has another value.
@inlinable @inline(__always)
public func __round(_ value: Int) -> Int { value }

/// The same for other integers.
@inlinable @inline(__always)
public func __round(_ value: some FixedWidthInteger) -> Int { value.__round }

/// The same for numbers with a fraction.
@inlinable @inline(__always)
public func __round(_ value: Double) -> Int { Int(bitPattern: UInt(value.bitPattern)) }

/// The same for numbers with a fraction.
@inlinable @inline(__always)
public func __round(_ value: Float) -> Int { Int(value.bitPattern) }

/// The same for variables of other types: one of which nothing is known.
@inlinable @inline(__always)
public func __round<Value>(_ value: borrowing Value) -> Int {
  Int(interruptFlag.load(ordering: .relaxed))
}

/// Stops this thread for good.
///
/// It is called outside of the loop: what the loop counts in registers is written to memory before.
@inline(never)
public func __never() -> Never {
  worker?.stop()
  fatalError("there is nobody to stop a cell")
}

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
