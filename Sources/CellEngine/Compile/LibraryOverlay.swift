/// Declarations for cells that import libdispatch or Foundation.
///
/// Cells are compiled without access control, so that what is internal to one is seen by all. So is
/// what is internal to the libraries, and it cannot be linked. What a cell declares itself comes before
/// what it imports: here are the few members that would be taken for the public ones of their name.
enum LibraryOverlay {
  private static let withDispatch: Set = ["Dispatch", "Foundation", "XCTest"]

  /// What a cell declares that imports a module.
  static func declarations(for module: String) -> [String] {
    (withDispatch.contains(module) ? [dispatch] : [])
      + (withDispatch.contains(module) && module != "Dispatch" ? [foundation] : [])
  }

  /// `DispatchGroup` with its own `enter()` and `leave()`.
  ///
  /// To the compiler an initialiser of the class overrides one that others cannot see, and has no place
  /// of its own in the table of functions: all behind it move up by one, and `enter()` calls another
  /// function. Of all classes of Dispatch and Foundation only this one has functions
  /// behind such a place, beside three of `NSKeyedUnarchiver` (`finishDecoding()` and its table of class
  /// names).
  private static let dispatch = """
    @_silgen_name("dispatch_group_enter") func __enterGroup(_ group: UnsafeRawPointer)
    @_silgen_name("dispatch_group_leave") func __leaveGroup(_ group: UnsafeRawPointer)
    extension DispatchGroup {
      func enter() { __enterGroup(unsafeBitCast(__wrapped, to: UnsafeRawPointer.self)) }
      func leave() { __leaveGroup(unsafeBitCast(__wrapped, to: UnsafeRawPointer.self)) }
    }
    extension DispatchWorkItem {
      @_disfavoredOverload
      convenience init(flags: DispatchWorkItemFlags = [], noescapeBlock: () -> ()) { self.init {} }
    }
    """

  private static let foundation = """
    extension CharacterSet {
      @_disfavoredOverload
      func contains(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { contains($0) }
      }
    }
    """
}
