/// Elements that are not in memory yet, or lie there in another order.
///
/// A backend may leave one in the storage of a result that nobody has looked at. It is kept when
/// somebody does look and the elements are brought into reading order, so that the next operation
/// of the backend can still take them as they are.
package protocol Promise: AnyObject, Sendable {
  /// Writes all elements of the storage in reading order.
  func fill(_ memory: UnsafeMutableRawPointer)
}
