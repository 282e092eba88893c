/// Declarations for cells that import libdispatch.
///
/// Cells are compiled without access control, so that what is internal to one is seen by all. To the
/// compiler an initialiser of `DispatchGroup` then overrides one that others cannot see, and has no
/// place of its own in the class's table of functions: all behind it move up by one, and `enter()`
/// calls another function. What a cell declares itself comes before what it imports.
///
/// Of all classes of Dispatch and Foundation only this one has functions behind such a place, beside
/// three of `NSKeyedUnarchiver` (`finishDecoding()` and its table of class names).
enum DispatchGroups {
  private static let modules: Set = ["Dispatch", "Foundation", "XCTest"]

  /// Whether a cell that imports a module sees the class.
  static func areSeen(through module: String) -> Bool { modules.contains(module) }

  static let declarations = """
    @_silgen_name("dispatch_group_enter") func __enterGroup(_ group: UnsafeRawPointer)
    @_silgen_name("dispatch_group_leave") func __leaveGroup(_ group: UnsafeRawPointer)
    extension DispatchGroup {
      func enter() { __enterGroup(unsafeBitCast(__wrapped, to: UnsafeRawPointer.self)) }
      func leave() { __leaveGroup(unsafeBitCast(__wrapped, to: UnsafeRawPointer.self)) }
    }
    """
}
