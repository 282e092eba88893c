/// The elements of two arrays.
///
/// Cells are compiled without access control, so those that import Foundation see an operator that
/// it has for itself: one that takes a literal such as `[1]` for the storage of an index path, which
/// nobody can link. The compiler prefers it to the standard library's, as that is generic, but not to
/// this one.
@_transparent
public func + (first: [Int], second: [Int]) -> [Int] {
  var result = first
  result.append(contentsOf: second)
  return result
}
